import Foundation
import Testing

/// No answer in a person's own words, and never who named whom, in any output.
struct ConfidentialityTests {
  /// What each run prints in every format.
  private static func outputs(_ arguments: [String]) throws -> [Program.Run] {
    [
      try SampleRuns.text(arguments), try SampleRuns.json(arguments), try SampleRuns.csv(arguments),
    ]
  }

  @Test(arguments: SampleFile.surveys.map(\.path))
  func `no comment of anybody is in any output`(file: String) throws {
    let table = try CSVText(file: file)
    let comments = Set(table.rows[1...].compactMap(\.last)).filter { $0.count > 12 }
    #expect(comments.count >= 3, "the sample file has no comments to look for")
    let runs = try SampleRuns.all.flatMap(Self.outputs)
    for comment in comments {
      #expect(!runs.contains { $0.output.contains(comment) || $0.errors.contains(comment) })
    }
  }

  @Test func `a comment that slipped into another column is not repeated in the message`() throws {
    let file = SampleFile.surveys[0]
    var table = try file.table
    table.rows[3][table.column(file.required)] = "Mr Pargeter shouts at us every single day"
    let scratch = try Scratch()
    let path = try scratch.write(table.text, to: "slipped.csv")
    let run = try Program.run(file.arguments(reading: path))
    #expect(run.status == 1)
    #expect(!run.errors.contains("Pargeter"))
  }

  @Test func `no line of any output holds a pupil and somebody whom that pupil named`() throws {
    let roll = try CSVText(file: "SampleData/roll.csv").rows.dropFirst()
    let named = Dictionary(grouping: roll) { "\($0[1]) \($0[2])" }.compactMapValues {
      $0.count == 1 ? $0[0][0] : nil
    }
    var pairs: [(String, String)] = []
    for row in try CSVText(file: "SampleData/trusted-peers.csv").rows.dropFirst() {
      let ids = row.compactMap { cell in roll.contains { $0[0] == cell } ? cell : named[cell] }
      pairs += ids.dropFirst().map { (ids[0], $0) }
    }
    #expect(pairs.count > 300)
    for run in try Self.outputs(SampleRuns.peers) {
      // Those whom one written name could mean stand together; who wrote it does not.
      let lines = run.lines.filter { !$0.contains("could be") && !$0.contains("candidates") }
      let crowded = lines.filter { $0.matches(of: /[A-Z][0-9]{12}/).count > 1 }
      #expect(
        !crowded.contains { line in pairs.contains { line.contains($0) && line.contains($1) } })
    }
  }

  @Test func `an open name never stands beside the pupil who wrote it`() throws {
    let rows = try CSVText(file: "SampleData/trusted-peers.csv").rows.dropFirst()
    let runs = try Self.outputs(SampleRuns.peers)
    let open = try SampleRuns.json(SampleRuns.peers).json["unresolved"].list
    #expect(open.count > 40)
    for question in open {
      let text = try #require(question["text"].text)
      let writers = rows.filter { row in
        row.dropFirst().contains { $0.trimmingCharacters(in: .whitespaces) == text }
      }.map { $0[0] }
      #expect(!writers.isEmpty)
      for run in runs {
        let lines = run.lines.filter { $0.contains("\"\(text)\"") }
        let beside = lines.filter { line in writers.contains { line.contains($0) } }
        #expect(beside.isEmpty, "\(beside)")
      }
    }
  }

  @Test func `without the pupils nobody's id, name or written name is left`() throws {
    let roll = try CSVText(file: "SampleData/roll.csv")
    var names = roll.rows[1...].flatMap { [$0[0], "\($0[1]) \($0[2])"] }
    names += try SampleRuns.json(SampleRuns.peers).json["unresolved"].list.compactMap {
      $0["text"].text
    }.filter { $0.count > 4 }
    #expect(names.count > 500)
    for run in try Self.outputs(SampleRuns.peers + ["--aggregate"]) {
      #expect(run.output.contains("Oak"))
      #expect(!names.contains { run.output.contains($0) })
    }
    let groups = try SampleRuns.json(SampleRuns.peers + ["--aggregate"]).json["groups"].list
    #expect(groups.count == (try SampleRuns.json(SampleRuns.peers).json["groups"].list.count))
  }

  @Test func `the gap table holds no pupil`() throws {
    let roll = try CSVText(file: "SampleData/roll.csv")
    let names = roll.rows[1...].flatMap { [$0[0], "\($0[1]) \($0[2])"] }
    for run in try Self.outputs(SampleRuns.gaps) {
      #expect(!names.contains { run.output.contains($0) })
    }
  }

  @Test(arguments: SampleRuns.all)
  func `every output says that nothing is hidden`(arguments: [String]) throws {
    #expect(try SampleRuns.json(arguments).json["release"] == .text("none"))
    let head = try SampleRuns.text(arguments).lines.prefix(2).joined()
    #expect(head.contains("for the data holder, nothing hidden"))
  }
}
