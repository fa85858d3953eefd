import Foundation
import Testing

/// One row for each response: in JSON, in the table, and nowhere else.
struct PersonsTests {
  private static let pupils = SampleRuns.pupils.filter { $0 != "--population" }
    .filter { $0 != "SampleData/pupil-counts.csv" }

  @Test func `the member stands last, only if asked for, and changes nothing before it`() throws {
    let plain = try SampleRuns.json(SampleRuns.pupils).output
    let full = try SampleRuns.json(SampleRuns.pupils + ["--persons"])
    #expect(full.errors.isEmpty)
    #expect(!plain.contains("\"persons\""))
    let start = try #require(full.output.range(of: ",\n  \"persons\": [\n"))
    #expect(full.output[..<start.lowerBound] + "\n}\n" == plain)
    let persons = try full.json["persons"].list
    #expect(try persons.count == full.json["rows"]["used"].number.map { Int($0) })
  }

  @Test(arguments: [
    pupils, SampleRuns.staff.filter { !$0.hasSuffix("counts.csv") && $0 != "--population" },
  ])
  func `the table has the rows and scores of the JSON, and the codes that were counted`(
    arguments: [String]
  ) throws {
    let json = try SampleRuns.json(arguments + ["--persons"]).json
    let table = CSVText(try SampleRuns.csv(arguments + ["--persons"]).output)
    #expect(Set(table.header).count == table.header.count)
    #expect(Set(table.rows.map(\.count)) == [table.header.count])
    let persons = json["persons"].list
    #expect(persons.count == table.rows.count - 1)
    let scores = json["groups"].list[0]["scores"].list.compactMap { $0["id"].text }
    #expect(scores.count > 3)
    for (person, row) in zip(persons, table.rows.dropFirst()) {
      #expect(person["row"].number == Double(row[table.column("row")]))
      #expect((person["id"].text ?? "") == row[table.column("id")])
      let words = person["flags"].list.compactMap(\.text).joined(separator: ";")
      #expect(words == row[table.column("flags")])
      for score in scores {
        #expect(person["scores"][score].number == Double(row[table.column(score)]))
      }
    }
    for item in json["groups"].list[0]["items"].list {
      guard let id = item["id"].text, table.header.contains(id) else { continue }
      let filled = table.rows.dropFirst().count { !$0[table.column(id)].isEmpty }
      #expect(item["n"].number == Double(filled), "\(id)")
    }
    let straight = table.rows.count { $0[table.column("flags")].contains("straight_lined") }
    #expect(json["quality"]["straight_lined"]["rows"].number == Double(straight))
  }

  @Test func `nothing that somebody wrote in their own words is handed on`() throws {
    let answers = try CSVText(file: "SampleData/pupil-safety.csv")
    let last = answers.header.count - 1
    let written = answers.rows.dropFirst().map { $0[last] }.filter { $0.count > 8 }
    #expect(written.count > 3)
    for format in ["csv", "json"] {
      let run = try Program.shared(Self.pupils + ["--persons", "--format", format])
      for text in written { #expect(!run.output.contains(text)) }
    }
  }

  @Test func `the dictionary has the columns of the table`() throws {
    let scratch = try Scratch()
    let file = scratch.path("columns.csv")
    let run = try Program.run(
      Self.pupils + ["--persons", "--format", "csv", "--dictionary", file])
    #expect(run.status == 0, "\(run.errors)")
    let dictionary = CSVText(try scratch.text("columns.csv"))
    #expect(dictionary.rows.dropFirst().map { $0[0] } == CSVText(run.output).header)
    #expect(Set(dictionary.rows.map(\.count)) == [dictionary.header.count])
  }

  @Test(arguments: [
    (["--persons"], "--format json or csv"), (["--dictionary", "d.csv"], "--dictionary needs"),
    (["--persons", "--format", "json", "--dictionary", "d.csv"], "--dictionary needs"),
    (["--persons", "--format", "csv", "--reliability"], "are about groups"),
    (["--persons", "--format", "csv", "--population", "240"], "are about groups"),
    (
      ["--persons", "--format", "csv", "--earlier", "SampleData/pupil-safety.csv"],
      "are about groups"
    ),
    (
      ["--persons", "--format", "csv", "--dictionary", "SampleData/pupil-safety.csv"], "being read"
    ),
    (["--persons", "--format", "csv", "--dictionary", "o.csv", "--output", "./o.csv"], "one file"),
  ])
  func `what has no place is refused`(options: [String], words: String) throws {
    let run = try Program.run(Self.pupils + options)
    #expect(run.status == 64)
    #expect(run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
  }

  @Test func `nominations and audits list no responses`() throws {
    let peers = try Program.run(SampleRuns.peers + ["--persons", "--format", "json"])
    #expect(peers.status == 64 && peers.errors.contains("--persons is for surveys"))
    let audit = try SampleAudit()
    for format in ["json", "csv"] {
      let run = try audit.run(
        ["analyse", "--instrument", "pupil-safety", "--persons", "--format", format] + audit.audit)
      #expect(run.status == 64 && run.output.isEmpty)
      #expect(run.errors.contains("--persons is for a file"))
    }
  }

  @Test func `a column of addresses is no id of anonymous answers`() throws {
    let scratch = try Scratch()
    let file = try scratch.write("Email,safe_class\na@b.org,2\nc@d.org,3\n", to: "a.csv")
    let mini = "SampleData/dialects/mini-safety.yaml"
    let run = try Program.run(
      ["analyse", file, "--instrument", mini, "--id", "Email", "--persons", "--format", "json"])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("promised that nobody can tell") && !run.errors.contains("a@b"))
  }

  @Test func `records that were left out leave a gap, and labels stand among the bands`() throws {
    let scratch = try Scratch()
    let file = try scratch.write("item_1,item_2,key\n3,1,a\n,,\n5,5,c\n,1,d\n", to: "a.csv")
    let arguments = ["analyse", file, "--instrument", "olweus-global", "--id", "key", "--persons"]
    let persons = try Program.run(arguments + ["--format", "json"]).json["persons"].list
    #expect(persons.map { $0["row"] } == [.number(1), .number(3), .number(4)])
    #expect(persons.map { $0["id"] } == [.text("a"), .text("c"), .text("d")])
    let score = try #require(persons[0]["bands"].members.keys.first)
    #expect(persons.map { $0["bands"][score] } == [.text("victim"), .text("bully_victim"), .null])
    #expect(persons.allSatisfy { $0["scores"][score] == .null })
    #expect(persons.map { $0["flags"] } == [.list([]), .list([]), .list([.text("unscored")])])
    let table = CSVText(try Program.run(arguments + ["--format", "csv"]).output)
    #expect(
      table.rows.map { $0[table.column(score + "_band")] }
        == [score + "_band", "victim", "bully_victim", ""])
  }
}
