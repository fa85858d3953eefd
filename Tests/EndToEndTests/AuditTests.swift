import Foundation
import Testing

/// The sample school's audit, from its start to what the people see.
struct AuditTests {
  private static func audit() throws -> SampleAudit { try SampleAudit.shared.get() }

  /// Where a figure of an audit is not the one of file mode; what is held back is no figure.
  private static func differences(_ found: JSON, _ wanted: JSON, _ path: String = "") -> [String] {
    switch (found, wanted) {
    case (.null, _): return []
    case (.members(let own), .members(let others)):
      return own.flatMap { name, value -> [String] in
        if name.hasSuffix("_reason"), others[name] == nil { return [] }
        guard let other = others[name] else { return ["\(path).\(name) is new"] }
        return differences(value, other, "\(path).\(name)")
      }
    case (.list(let own), .list(let others)):
      if own.isEmpty { return [] }
      return own.enumerated().flatMap { place, value -> [String] in
        let same = Self.same(value, in: others)
        guard let other = same ?? (place < others.count ? others[place] : nil) else {
          return ["\(path)[\(place)] is new"]
        }
        return differences(value, other, "\(path)[\(place)]")
      }
    default: return found == wanted ? [] : ["\(path): \(found) is not \(wanted)"]
    }
  }

  /// The entry of another list that is about the same: of one id, or of the same pair of groups.
  private static func same(_ value: JSON, in others: [JSON]) -> JSON? {
    for names in [["id"], ["score", "a", "b"], ["a", "b"]] {
      let wanted = names.map { value[$0].text }
      if wanted.contains(nil) { continue }
      return others.first { other in names.map { other[$0].text } == wanted } ?? .null
    }
    return nil
  }

  private static let ofAudits: Set<String> = [
    "release", "minimum", "school", "round", "held_back", "data_cut",
  ]

  static let surveys: [(file: [String], audit: [String])] = [
    (SampleRuns.staff, ["analyse", "--instrument", "staff-wellbeing", "--by", "role"]),
    (SampleRuns.pupils, ["analyse", "--instrument", "pupil-safety", "--by", "year_group"]),
    (SampleRuns.parents, ["analyse", "--instrument", "parent-partnership", "--by", "year_group"]),
    (SampleRuns.gaps, ["gaps"]),
  ]

  @Test(arguments: 0..<4)
  func `wherever an audit shows a figure it is the one of file mode`(place: Int) throws {
    let audit = try Self.audit()
    let (file, own) = Self.surveys[place]
    let found = try audit.run(own + audit.audit + ["--format", "json"])
    #expect([0, 2].contains(found.status), "\(found.errors)")
    // An audit adjusts the p values among those that it shows, lest they tell of the others.
    let leftOut = Self.ofAudits.union(["p_adjusted"])
    let figures = try found.json.without(leftOut)
    let wanted = try SampleRuns.json(file).json.without(leftOut)
    let differences = Self.differences(figures, wanted)
    #expect(differences.prefix(5) == [])
    var numbers = 0
    figures.forEachObject { _, members in
      numbers += members.values.count { $0.number != nil }
    }
    #expect(numbers > 100)
  }

  @Test func `the named list is the one of file mode, and goes on record`() throws {
    let audit = try SampleAudit()
    let run = try audit.run(
      ["analyse", "--instrument", "trusted-peers", "--named", "--format", "json"] + audit.audit)
    #expect(run.status == 2)
    let found = try run.json.without(Self.ofAudits)
    let wanted = try SampleRuns.json(SampleRuns.peers).json.without(Self.ofAudits)
    #expect(found.without(["pupils"]) == wanted.without(["pupils"]))
    // What the holder of the files sees, but for what would say who named whom.
    let counts: Set = [
      "level", "level_reason", "received", "received_reason", "received_elsewhere", "given",
      "given_reason", "mutual", "chance", "pending",
    ]
    for (seen, held) in zip(found["pupils"].list, wanted["pupils"].list) {
      #expect(seen.without(counts.union(["flags"])) == held.without(counts.union(["flags"])))
      #expect(seen["level"] == held["level"] || ["E", "F"].contains(held["level"].text))
      #expect(seen["given"] == .null && seen["mutual"] == .null)
      #expect(held["flags"].list.filter { !seen["flags"].list.contains($0) }.count <= 2)
    }
    #expect(found["pupils"].list.count == wanted["pupils"].list.count)
    let log = try audit.run(["log"] + audit.audit)
    #expect(log.lines.count { $0.contains("named list") && $0.contains("trusted-peers") } == 1)
  }

  @Test func `without --named an audit names nobody`() throws {
    let audit = try Self.audit()
    let roll = try CSVText(file: "SampleData/roll.csv")
    let names = roll.rows.dropFirst().map { $0[roll.column("Legal Surname")] }
    for format in ["text", "json", "csv"] {
      let run = try audit.run(
        ["analyse", "--instrument", "trusted-peers", "--format", format] + audit.audit)
      #expect(run.status == 2)
      #expect(!names.contains { run.output.contains($0) })
      #expect(!roll.rows.dropFirst().contains { run.output.contains($0[0]) })
    }
  }

  @Test func `the same file again adds nothing and says when it came`() throws {
    let audit = try SampleAudit()
    for source in SampleRuns.sources {
      let run = try audit.run(
        ["import", "SampleData/\(source).csv", "--instrument", source] + audit.audit)
      #expect(run.status == 0)
      #expect(run.output.contains("Nothing was added"))
      #expect(run.output.contains("2026-11-20"))
    }
    let roll = try audit.run(["roll", "import", "SampleData/roll.csv"] + audit.audit)
    #expect(roll.output.contains("nothing changes"))
  }

  @Test func `a file that overlaps without ids asks, and takes what it is told to`() throws {
    let audit = try SampleAudit()
    var file = try CSVText(file: "SampleData/parent-partnership.csv")
    var rows = Array(file.rows.dropFirst().prefix(10))
    rows[3][file.column("planning_say")] = rows[3][file.column("planning_say")] == "1" ? "2" : "1"
    file.rows = [file.header] + rows
    let path = try audit.write(file.text, to: "later.csv")
    let command = ["import", path, "--instrument", "parent-partnership"] + audit.audit
    let asked = try audit.run(command)
    #expect(asked.status == 1)
    #expect(asked.errors.contains("--overlap skip"))
    #expect(asked.output.isEmpty)
    let skipped = try audit.run(command + ["--overlap", "skip", "--dry-run"])
    #expect(skipped.status == 0)
    #expect(skipped.output.contains("1 taken, 9 there already."))
    let taken = try audit.run(command + ["--overlap", "skip"])
    #expect(taken.output.contains("1 taken, 9 there already."))
    let status = try audit.run(["status"] + audit.audit)
    #expect(status.output.contains("89"))
  }

  @Test func `an import is undone on record and can be taken in again`() throws {
    let audit = try SampleAudit()
    #expect(try audit.run(["imports", "undo", "N1"] + audit.audit).status == 0)
    let empty = try audit.run(["analyse", "--instrument", "trusted-peers"] + audit.audit)
    #expect(empty.status == 1)
    #expect(empty.errors.contains("mhars import"))
    #expect(try audit.run(["imports"] + audit.audit).output.contains("undone 2026-11-20"))
    let again = try audit.run(
      ["import", "SampleData/trusted-peers.csv", "--instrument", "trusted-peers"] + audit.audit)
    #expect(again.status == 0)
    let wrong = try audit.run(["imports", "undo", "N1"] + audit.audit)
    #expect(wrong.status == 1)
  }

  @Test func `a few rows are undone only with those whom they joined, and only when told so`()
    throws
  {
    let audit = try SampleAudit()
    var file = try CSVText(file: "SampleData/parent-partnership.csv")
    file.rows = [file.header, file.rows[1]]
    let column = file.column("planning_say")
    file.rows[1][column] = file.rows[1][column] == "1" ? "2" : "1"
    let path = try audit.write(file.text, to: "late.csv")
    let command = ["import", path, "--instrument", "parent-partnership"] + audit.audit
    #expect(try audit.run(command).output.contains("undone together"))
    let again = ["import", "SampleData/parent-partnership.csv"] + command.dropFirst(2)
    #expect(try audit.run(again + ["--overlap", "skip"]).output.contains("88 there already"))
    let asked = try audit.run(["imports", "undo", "a4"] + audit.audit)
    #expect(asked.status == 1)
    #expect(asked.errors.contains("A3") && asked.errors.contains("--yes"))
    #expect(try audit.run(["imports"] + audit.audit).output.contains("undone 20") == false)
    let undone = try audit.run(["imports", "undo", "A4", "--yes"] + audit.audit)
    #expect(undone.status == 0)
    #expect(undone.output.contains("A3 (parent-partnership.csv) was undone."))
    #expect(undone.output.contains("A4 (late.csv) was undone."))
    #expect(undone.output.contains("A5 (parent-partnership.csv) left rows out"))
    #expect(try audit.run(again).output.contains("88 rows: 88 taken."))
  }

  @Test func `refused rows are told also where the other rows are there already`() throws {
    let audit = try SampleAudit()
    var file = try CSVText(file: "SampleData/parent-partnership.csv")
    var spoilt = file.rows[1]
    spoilt[file.column("planning_say")] = "eleven"
    file.rows.append(spoilt)
    let path = try audit.write(file.text, to: "spoilt.csv")
    let run = try audit.run(
      ["import", path, "--instrument", "parent-partnership", "--accept-rejects"] + audit.audit)
    #expect(run.status == 2)
    #expect(run.output.contains("Nothing was added"))
    #expect(run.output.contains("88 there already, 1 with a fault; 1 row needs\n  your eye."))
  }

  @Test func `refused rows stop an import, or are left out and written down`() throws {
    let audit = try SampleAudit()
    var file = try CSVText(file: "SampleData/parent-partnership.csv")
    file.rows[2][file.column("planning_say")] = "eleven"
    file.rows[5][file.column("welcome_in")] = "=1+1"
    let path = try audit.write(file.text, to: "spoilt.csv")
    #expect(try audit.run(["imports", "undo", "A3"] + audit.audit).status == 0)
    let command = ["import", path, "--instrument", "parent-partnership"] + audit.audit
    let rejects = audit.path("rejects.csv")
    let stopped = try audit.run(command + ["--rejects", rejects])
    #expect(stopped.status == 1)
    #expect(stopped.output.isEmpty)
    let taken = try audit.run(command + ["--accept-rejects", "--rejects", rejects])
    #expect(taken.status == 2)
    #expect(taken.output.contains("86 taken, 2 with a fault; 2 rows need your eye."))
    let written = CSVText(try String(contentsOfFile: rejects, encoding: .utf8))
    #expect(written.rows.count == 3)
    #expect(written.header.suffix(2) == ["Refused row", "Refused because"])
    #expect(written.rows[2][written.column("welcome_in")] == "'=1+1")
  }

  @Test func `a pupil who is forgotten stands in no file any more`() throws {
    let audit = try SampleAudit()
    let roll = try CSVText(file: "SampleData/roll.csv")
    let pupil = roll.rows[17]
    let name = "\(pupil[roll.column("Legal Forename")]) \(pupil[roll.column("Legal Surname")])"
    _ = try audit.write("seen: \(name)", to: "larkfield/reports/list.txt")
    let shown = try audit.run(["forget", pupil[0]] + audit.audit)
    #expect(shown.status == 0)
    #expect(shown.output.contains("Nothing was changed"))
    #expect(!shown.output.contains(name))
    let run = try audit.run(["forget", pupil[0], "--yes"] + audit.audit)
    #expect(run.status == 0, "\(run.errors)")
    let folder = audit.path("larkfield")
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard let data = FileManager.default.contents(atPath: folder + "/" + file) else { continue }
      let text = String(decoding: data, as: UTF8.self).lowercased()
      #expect(!text.contains(name.lowercased()), "\(file)")
      #expect(!text.contains(pupil[0].lowercased()), "\(file)")
    }
    let list = try audit.run(["analyse", "--instrument", "trusted-peers", "--named"] + audit.audit)
    #expect(list.output.contains("239 pupils on roll"))
    #expect(try audit.run(["forget", pupil[0]] + audit.audit).status == 1)
  }

  @Test func `an id too short to be looked for is named where it may mean the pupil`() throws {
    let audit = try SampleAudit(isEmpty: true)
    let roll = "pupil,name,class\nP1,Ann Ash,A\nP17,Zebedee,A\nP18,Bo Birch,A\n"
    let file = try audit.write(roll, to: "roll.csv")
    #expect(try audit.run(["init", "larkfield", "--school", "x"]).status == 0)
    #expect(try audit.run(["roll", "import", file] + audit.audit).status == 0)
    _ = try audit.write("met zebedee today", to: "larkfield/reports/a.txt")
    _ = try audit.write("P17,x", to: "larkfield/reports/b.csv")
    _ = try audit.write("P178 and UP17", to: "larkfield/reports/c.txt")
    let run = try audit.run(["forget", "P17", "--yes"] + audit.audit)
    #expect(run.status == 2)
    #expect(run.errors.contains("reports/a.txt, reports/b.csv, where"))
    #expect(!run.output.contains("No file"))
  }

  @Test func `no option to write a file can replace one that is read or kept`() throws {
    let audit = try SampleAudit()
    let sample = "SampleData/parent-partnership.csv"
    for target in [
      sample, "larkfield/identity.db", "larkfield/answers.db-wal", "larkfield/audit.yaml",
    ] {
      let run = try audit.run(
        ["import", sample, "--instrument", "parent-partnership", "--rejects", target, "--dry-run"]
          + audit.audit)
      #expect(run.status == 64, "\(target)")
    }
    let output = try audit.run(["gaps", "--output", "larkfield/answers.db"] + audit.audit)
    #expect(output.status == 64)
  }

  @Test func `numbers of people without a column are counted once`() throws {
    let audit = try SampleAudit()
    let file = try audit.write("count\n57\n", to: "staff.csv")
    let taken = try audit.run(["roll", "import", file, "--audience", "staff"] + audit.audit)
    #expect(taken.output.contains("57 staff"))
    #expect(
      try audit.run(["status"] + audit.audit).lines.contains { $0.hasSuffix("34        57   60 %") }
    )
    let pupils = try audit.run(["roll", "import", file, "--audience", "pupils"] + audit.audit)
    #expect(pupils.status == 1)
  }

  @Test func `a round that uses an earlier roll keeps no numbers of its own`() throws {
    let audit = try SampleAudit()
    let plan = audit.path("larkfield/audit.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    let later = text.replacing(
      "      - parent-partnership\n",
      with: "      - parent-partnership\n  - id: spring-2027\n    instruments: [pupil-safety]\n")
    try Data(later.utf8).write(to: URL(fileURLWithPath: plan))
    let pupil = try CSVText(file: "SampleData/roll.csv").rows[17][0]
    #expect(try audit.run(["forget", pupil, "--yes"] + audit.audit).status == 0)
    var roll = try CSVText(file: "SampleData/roll.csv")
    roll.rows = [roll.header] + roll.rows[100...]
    let file = try audit.write(roll.text, to: "newer.csv")
    let taken = try audit.run(
      ["roll", "import", file, "--round", "autumn-2026", "--yes"] + audit.audit)
    #expect(taken.status == 0, "\(taken.errors)")
    let status = try audit.run(["status", "--round", "spring-2027"] + audit.audit)
    let expected = roll.rows.dropFirst().count { $0[roll.column("Left")].isEmpty }
    #expect(status.lines.contains { $0.contains("Feeling safe") && $0.contains("\(expected)") })
  }

  @Test func `a copy is restored with every row`() throws {
    let audit = try SampleAudit()
    #expect(try audit.run(["backup", "copy"] + audit.audit).status == 0)
    #expect(try audit.run(["restore", "copy", "again"]).status == 0)
    let before = try audit.run(["gaps", "--format", "json"] + audit.audit)
    let after = try audit.run(["gaps", "--format", "json", "--audit", "again"])
    #expect(before.output == after.output)
    #expect(try audit.run(["backup", "larkfield/copy"] + audit.audit).status == 1)
    #expect(try audit.run(["restore", "copy", "again"]).status == 1)
  }

  @Test func `an instrument that the plan names by a path is copied, or is told`() throws {
    let audit = try SampleAudit()
    let plan = audit.path("larkfield/audit.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    let named = text.replacing("staff-wellbeing", with: "forms/staff-wellbeing.yaml")
      .replacing("pupil-safety", with: "../Instruments/pupil-safety.yaml")
    try Data(named.utf8).write(to: URL(fileURLWithPath: plan))
    let own = try String(
      contentsOfFile: audit.path("Instruments/staff-wellbeing.yaml"), encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: audit.path("larkfield/forms"), withIntermediateDirectories: true)
    _ = try audit.write(own, to: "larkfield/forms/staff-wellbeing.yaml")
    let run = try audit.run(["backup", "copy"] + audit.audit)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("../Instruments/pupil-safety.yaml. Copy them yourself"))
    #expect(!run.output.contains("forms/staff-wellbeing.yaml"))
    #expect(try audit.run(["restore", "copy", "again"]).status == 0)
    let status = try audit.run(["status", "--audit", "again"])
    #expect(status.status == 0, "\(status.errors)")
  }

  @Test func `an audit without its plan is not begun anew`() throws {
    let audit = try SampleAudit()
    let plan = audit.path("larkfield/audit.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    try FileManager.default.removeItem(atPath: plan)
    for command in [["init", audit.name], ["status"] + audit.audit] {
      let run = try audit.run(command)
      #expect(run.status == 1)
      #expect(run.errors.contains("put audit.yaml back"), "\(run.errors)")
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: plan))
    #expect(try audit.run(["status"] + audit.audit).output.contains("212"))
  }

  @Test func `names without a roll are told as such`() throws {
    let audit = try SampleAudit()
    let plan = audit.path("larkfield/audit.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    let round = "  - { id: spring-2027, instruments: [trusted-peers] }\n"
    let start = try #require(text.range(of: "rounds:\n")).upperBound
    let instruments = try #require(text.range(of: "\n\n", range: start..<text.endIndex))
    var both = text
    both.replaceSubrange(instruments.lowerBound..<instruments.lowerBound, with: "\n" + round)
    try Data(both.utf8).write(to: URL(fileURLWithPath: plan))
    let spring = ["--round", "spring-2027"] + audit.audit
    let taken = try audit.run(
      ["import", "SampleData/trusted-peers.csv", "--instrument", "trusted-peers"] + spring)
    #expect(taken.status == 0, "\(taken.errors)\n\(both)")
    var alone = text
    alone.replaceSubrange(start..<instruments.lowerBound, with: round)
    try Data(alone.utf8).write(to: URL(fileURLWithPath: plan))
    for command in [["status"], ["analyse", "--instrument", "trusted-peers"], ["gaps"]] {
      let run = try audit.run(command + spring)
      #expect(run.status == 1)
      #expect(run.errors.contains("no roll was taken in"), "\(run.errors)")
    }
    try Data(both.utf8).write(to: URL(fileURLWithPath: plan))
    let undo = try audit.run(["imports", "undo", "R1"] + audit.audit)
    #expect(undo.status == 1)
    #expect(undo.errors.contains("undo those first"), "\(undo.errors)")
  }

  @Test func `rows whose time is over are deleted when asked`() throws {
    let audit = try SampleAudit()
    let plan = audit.path("larkfield/audit.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    let dated = text.replacing("#until: 2026-12-18", with: "until: 2025-10-01")
    #expect(dated != text)
    try Data(dated.utf8).write(to: URL(fileURLWithPath: plan))
    let shown = try audit.run(["prune", "--dry-run"] + audit.audit)
    #expect(shown.output.contains("212 row(s) of pupil-safety"), "\(shown.errors)")
    #expect(try audit.run(["status"] + audit.audit).output.contains("212"))
    let run = try audit.run(["prune"] + audit.audit)
    #expect(run.output.contains("Deleted for good"))
    #expect(!(try audit.run(["status"] + audit.audit).output.contains("212")))
    #expect(try audit.run(["prune"] + audit.audit).output.contains("Nothing is over its time"))
  }

  @Test func `a round that left the plan is named when it is pruned`() throws {
    let audit = try SampleAudit()
    #expect(!(try audit.run(["prune"] + audit.audit).output.contains("does not have the round")))
    let plan = audit.path("larkfield/audit.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    try Data(text.replacing("id: autumn-2026", with: "id: autumn-of-2026").utf8)
      .write(to: URL(fileURLWithPath: plan))
    let run = try audit.run(["prune"] + audit.audit)
    #expect(run.status == 0)
    #expect(run.output.contains("autumn-2026. Add it there again"), "\(run.output)")
  }

  @Test func `the last day of keeping is a day of keeping`() throws {
    let audit = try SampleAudit()
    let plan = audit.path("larkfield/audit.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    for (end, goes) in [("2025-11-20", false), ("2025-11-19", true)] {
      let dated = text.replacing("#until: 2026-12-18", with: "until: \(end)")
      try Data(dated.utf8).write(to: URL(fileURLWithPath: plan))
      let shown = try audit.run(["prune", "--dry-run"] + audit.audit).output
      #expect(shown.contains("pupil-safety") == goes, "\(shown)")
      #expect(shown.contains("Nothing is over its time") == !goes)
    }
  }

  @Test func `figures of an anonymous survey need nothing that is known of people`() throws {
    let audit = try SampleAudit()
    let command = ["analyse", "--instrument", "pupil-safety", "--by", "year_group"] + audit.audit
    let before = try audit.run(command)
    try FileManager.default.removeItem(atPath: audit.path("larkfield/identity.db"))
    let after = try audit.run(command)
    #expect(before.status == 0)
    #expect(after.output == before.output)
  }
}
