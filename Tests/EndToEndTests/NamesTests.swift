import Foundation
import Testing

/// The review queue of the sample school, from the list to the levels.
struct NamesTests {
  private static func rows(_ text: String) -> [[String: String]] {
    let table = CSVText(text).rows
    guard let header = table.first else { return [] }
    return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private func names(_ audit: SampleAudit, _ more: [String] = []) throws -> JSON {
    try audit.run(["names", "list", "--format", "json"] + more + audit.audit).json
  }

  private func levels(_ audit: SampleAudit) throws -> [String: JSON] {
    let run = try audit.run(
      ["analyse", "--instrument", "trusted-peers", "--named", "--format", "json"] + audit.audit)
    return Dictionary(
      uniqueKeysWithValues: try run.json["pupils"].list.map { ($0["pupil"].text ?? "", $0) })
  }

  @Test func `the list says what is asked, and never who wrote it`() throws {
    let audit = try SampleAudit()
    let run = try audit.run(["names"] + audit.audit)
    #expect(run.status == 2)
    #expect(run.errors.isEmpty)
    #expect(!run.lines.contains { $0.count > 80 })
    #expect(run.output.contains("Cormac Wtherby"))
    #expect(run.output.contains("one letter from a name"))
    let json = try names(audit)
    #expect(json["schema"].text == "mhars.names/1")
    let open = try #require(json["open"].number)
    #expect(json["names"].list.count { $0["state"].text == "open" } == Int(open))
    for name in json["names"].list where name["state"].text == "open" {
      #expect(name["reason"].text != nil)
      #expect(!name["candidates"].list.isEmpty)
      #expect(name["key"].text?.count == 12)
    }
    json.forEachObject { path, members in
      for word in ["nominator", "writer", "by", "from"] {
        #expect(members[word] == nil, "\(path)")
      }
    }
    let log = try audit.run(["log"] + audit.audit)
    #expect(log.lines.count { $0.contains("names") && $0.contains("waiting listed") } == 2)
    #expect(!log.output.contains("Cormac"))
  }

  @Test func `a decision changes the levels, and undoing it brings them back`() throws {
    let audit = try SampleAudit()
    let before = try levels(audit)
    let asked = try #require(
      try names(audit)["names"].list.first { $0["written"].text == "Cormac Wtherby" })
    let key = try #require(asked["key"].text)
    let pupil = try #require(asked["suggested"].text)
    let confirm = try audit.run(["names", "confirm", String(key.prefix(5)), pupil] + audit.audit)
    #expect(confirm.status == 0, "\(confirm.errors)")
    let after = try levels(audit)
    let received = { (levels: [String: JSON]) in levels[pupil]?["received"].number ?? -1 }
    #expect(received(after) == received(before) + 1)
    // Questions are told of those alone whom nobody names.
    #expect(received(before) > 0 && before[pupil]?["evidence"]["pending"] == .null)
    let all = try audit.run(["names", "list", "--all"] + audit.audit)
    #expect(all.output.contains("2026-11-20"))
    #expect(try audit.run(["names", "undo", key] + audit.audit).status == 0)
    #expect(try levels(audit) == before)
    #expect(try audit.run(["names", "undo", key] + audit.audit).status == 1)
  }

  @Test func `what is exported comes back unchanged, and filled in it is taken`() throws {
    let audit = try SampleAudit()
    #expect(try audit.run(["names", "export", "names.csv"] + audit.audit).status == 0)
    let text = try String(contentsOfFile: audit.path("names.csv"), encoding: .utf8)
    let rows = Self.rows(text)
    let none = try audit.run(["names", "import", "names.csv"] + audit.audit)
    #expect(none.status == 0, "\(none.errors)")
    #expect(none.output.contains("0 decision(s) taken in"))
    // The person takes every suggestion, and calls everybody else somebody from elsewhere.
    let filled = rows.map { row in
      let suggested = row["suggested"] ?? ""
      return "\(row["key"] ?? ""),\(suggested.isEmpty ? "off-roll," : "pupil,\(suggested)")"
    }
    let table = "key,decision,pupil\n" + filled.joined(separator: "\n") + "\n"
    _ = try audit.write(table, to: "filled.csv")
    let taken = try audit.run(["names", "import", "filled.csv"] + audit.audit)
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.output.contains("\(rows.count) decision(s) taken in"))
    let list = try audit.run(["names"] + audit.audit)
    #expect(list.status == 0)
    #expect(list.output.contains("Nothing waits for a person."))
    let analysed = try audit.run(["analyse", "--instrument", "trusted-peers"] + audit.audit)
    #expect(analysed.status == 0, "nothing waits any more")
    #expect(try audit.run(["names", "export", "again.csv"] + audit.audit).status == 0)
    let again = try audit.run(["names", "import", "again.csv"] + audit.audit)
    #expect(again.output.contains("0 decision(s) taken in, \(rows.count) as before"))
    let changed = table.replacing("off-roll", with: "staff")
    _ = try audit.write(changed, to: "changed.csv")
    let refused = try audit.run(["names", "import", "changed.csv"] + audit.audit)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--replace"))
    #expect(
      try audit.run(["names", "import", "changed.csv", "--replace"] + audit.audit).status == 0)
  }

  @Test func `a file is analysed with a table of decisions`() throws {
    let scratch = try Scratch()
    let decisions = try scratch.write(
      "written,decision,pupil\nCormac Wtherby,pupil,K999421723039\n", to: "decisions.csv")
    let before = try SampleRuns.json(SampleRuns.peers).json
    let run = try Program.run(
      SampleRuns.peers + ["--format", "json", "--decisions", decisions])
    #expect(run.status == 2, "\(run.errors)")
    let after = try run.json
    #expect(after["unresolved"].list.count == before["unresolved"].list.count - 1)
    func received(_ json: JSON) -> Double? {
      json["pupils"].list.first { $0["pupil"].text == "K999421723039" }?["received"].number
    }
    #expect(received(after) == received(before).map { $0 + 1 })
    let spoilt = try scratch.write("written,decision\nCormac Wtherby,perhaps\n", to: "spoilt.csv")
    let refused = try Program.run(SampleRuns.peers + ["--decisions", spoilt])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("spoilt.csv:2"))
    #expect(!refused.errors.contains("Cormac"))
  }

  @Test func `wrong keys and words are told with what to do`() throws {
    let audit = try SampleAudit()
    let runs = [
      ["confirm", "zzzzzz", "staff"], ["reject", "zzzzzz"], ["undo", "zzzzzz"],
      ["confirm", "", "staff"], ["import", "nothing.csv"],
    ]
    for arguments in runs {
      let run = try audit.run(["names"] + arguments + audit.audit)
      #expect(run.status == 1 || run.status == 74, "\(arguments)")
      #expect(!run.errors.isEmpty)
      #expect(run.output.isEmpty)
    }
    let key = try #require(try names(audit)["names"].list.first?["key"].text)
    let unknown = try audit.run(["names", "confirm", key, "somebody else"] + audit.audit)
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("give the pupil's id"))
    let round = try audit.run(["names", "--instrument", "staff-wellbeing"] + audit.audit)
    #expect(round.status == 1)
    #expect(round.errors.contains("asks pupils for names"))
  }

  @Test func `two who decide at once take turns, and both decisions stand`() async throws {
    let audit = try SampleAudit()
    let open = try names(audit)["names"].list.compactMap { $0["key"].text }.prefix(4)
    let runs = try await withThrowingTaskGroup(of: Int32.self) { group in
      for key in open {
        group.addTask {
          try audit.run(["names", "confirm", key, "family"] + audit.audit).status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(runs == [0, 0, 0, 0])
    #expect(try names(audit)["decided"].number == 4)
  }
}
