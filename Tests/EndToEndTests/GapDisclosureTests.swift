import Foundation
import Testing

/// That nothing of an audit's gap table tells of people who are too few: where their answers, or who they are,
/// may be changed and no byte changes, no sum or difference of what is published can give them away.
struct GapDisclosureTests {
  /// All that an audit tells of its gap table.
  private func told(_ audit: SchoolAudit) throws -> [String] {
    var outputs: [String] = []
    for command in ["gaps", "evidence"] {
      for format in ["text", "json", "csv"] {
        let run = try audit.run([command, "--format", format])
        #expect(run.status == 0, "\(run.errors)")
        outputs.append(run.output)
      }
    }
    return outputs
  }

  private func rows(_ source: String, of plan: SchoolAudit.Plan) throws -> [[String]] {
    try String(contentsOfFile: SchoolAudit.file(source, of: plan), encoding: .utf8)
      .split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
  }

  private func text(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  @Test func `who of the staff are the four leaders changes no byte`() throws {
    let plan = SchoolAudit.fourLeaders
    var rows = try rows("staff-wellbeing", of: plan)
    let role = try #require(rows[0].firstIndex(of: "role"))
    let leaders = rows.indices.filter { rows[$0][role] == "senior_leader" }
    let others = rows.indices.filter { rows[$0][role] == "teacher" }
    #expect(leaders.count == 4)
    for (leader, other) in zip(leaders, others) {
      (rows[leader][role], rows[other][role]) = (rows[other][role], rows[leader][role])
    }
    let changed = try SchoolAudit(plan, changed: ["staff-wellbeing": text(rows)])
    let own = try told(SchoolAudit.shared(plan))
    #expect(try told(changed) == own)
    for output in own { #expect(!output.lowercased().contains("leaders rate")) }
    for component in try JSON(own[1])["components"].list {
      #expect(component["gaps"]["perception"].first("a", "leaders") == .null)
      #expect(component["groups"].first("audience", "leaders") == .null)
    }
    // The table by role holds them back as well, and another role with them.
    let roles = try SchoolAudit.shared(plan).run([
      "analyse", "--instrument", "staff-wellbeing", "--by", "role", "--format", "json",
    ]).json["groups"]
    #expect(roles.first("value", "senior_leader")["n"] == .null)
    #expect(roles.list.count { $0["n"] == .null } >= 2)
  }

  @Test func `with three more leaders the gap is told`() throws {
    let plan = SchoolAudit.fourLeaders
    var rows = try rows("staff-wellbeing", of: plan)
    let role = try #require(rows[0].firstIndex(of: "role"))
    // Each item needs five leaders who answered it.
    for row in rows.indices.filter({ rows[$0][role] == "teacher" }).prefix(3) {
      rows[row][role] = "senior_leader"
    }
    let changed = try SchoolAudit(plan, changed: ["staff-wellbeing": text(rows)])
    let table = try changed.run(["gaps", "--format", "json"]).json
    let vision = table["components"].first("id", "vision")
    #expect(vision["gaps"]["perception"].first("a", "leaders")["n_a"] == .number(7))
  }

  @Test func `what four families answer changes no byte`() throws {
    let plan = SchoolAudit.fewPupils
    let all = try rows("parent-partnership", of: plan)
    let four = Array(all.prefix(5))
    let turned =
      [four[0]]
      + four.dropFirst().map { row in
        row.map { cell in Int(cell).map { "\(6 - $0)" } ?? cell }
      }
    #expect(four != turned)
    let outputs = try [four, turned].map {
      try told(SchoolAudit(plan, changed: ["parent-partnership": text($0)]))
    }
    #expect(outputs[0] == outputs[1])
    let parents = try JSON(outputs[0][1])["components"].first("id", "parents")
    #expect(parents["groups"].first("audience", "parents")["n"] == .null)
  }

  @Test func `a school of 38 pupils has a table to work with, and no number of too few`() throws {
    let audit = try SchoolAudit.shared(SchoolAudit.fewPupils)
    let table = try audit.run(["gaps", "--format", "json"]).json
    let minimums = ["pupils": 10.0, "staff": 5, "parents": 5, "leaders": 5]
    let measured = table["components"].list.filter { $0["state"] == .text("measured") }
    #expect(measured.count >= 2 && measured.allSatisfy { $0["band"] != .null })
    var numbers = 0
    table.forEachObject { path, members in
      guard let audience = members["audience"]?.text, let least = minimums[audience],
        let n = members["n"]?.number
      else { return }
      numbers += 1
      #expect(n >= least, "\(path)")
    }
    #expect(numbers > 20)
    for finding in table["must_look"].list
    where finding["kind"] != .text("tier_not_looked_at") {
      #expect((finding["count"].number ?? 10) >= 10)
      #expect((finding["n"].number ?? 10) >= 10)
    }
    #expect(!table["must_look"].list.isEmpty)
    for output in try told(audit) {
      for form in ["Ash", "Birch", "Cedar", "Damson", "Elder"] { #expect(!output.contains(form)) }
    }
  }

  @Test
  func `what staff of one role know is not split where the same few were asked of each pupil`()
    throws
  {
    let audit = try SchoolAudit.shared(SchoolAudit.everything)
    let ledger = try audit.run(["gaps", "--format", "json"]).json["ledger"]
    let need = ledger.first("id", "pupil-needs.need")
    #expect(need["index"] != .null && need["parts"].list.isEmpty)
    // Those who came to an event are counted once each, and stay split.
    #expect(ledger.first("id", "event-reach.reach")["parts"].list.count == 2)
  }

  @Test func `two cases, and four pupils whom staff were asked about, are told by no number`()
    throws
  {
    let plan = SchoolAudit.Plan(
      name: "two-methods", school: "Carr Lane Primary", surveys: ["pupil-safety"],
      records: ["pupil-journey", "pupil-needs", "peer-support-talk", "staff-training"],
      groups: "pupils: 210")
    let journey = try rows("pupil-journey", of: plan)
    let needs = try rows("pupil-needs", of: plan)
    let audit = try SchoolAudit(
      plan,
      changed: [
        "pupil-journey": text(journey.filter { ["case", "A", "B"].contains($0[0]) }),
        "pupil-needs": text(needs.filter { $0[0] != "E" }),
      ])
    let evidence = try audit.run(["evidence", "--format", "json"]).json["evidence"].list
    let imports = try audit.run(["imports", "--format", "json"]).json["imports"]
    let status = try audit.run(["status", "--format", "json"]).json["records"]
    for instrument in plan.records {
      let isTold = ["peer-support-talk", "staff-training"].contains(instrument)
      let own = evidence.filter { $0["instrument"] == .text(instrument) }
      #expect(!own.isEmpty)
      #expect(own.allSatisfy { ($0["files"].list[0]["read"] != .null) == isTold }, "\(instrument)")
      #expect((imports.first("instrument", instrument)["rows"] != .null) == isTold)
      #expect((imports.first("instrument", instrument)["taken_in"] != .null) == isTold)
      #expect((status.first("instrument", instrument)["units"] != .null) == isTold)
    }
    for source in evidence where source["instrument"] == .text("pupil-journey") {
      #expect(source["n"] == .null)
    }
    #expect(status.first("instrument", "peer-support-talk")["units"].number ?? 10 < 10)
    let text = try audit.run(["evidence"])
    #expect(text.output.contains("pupil-journey.csv"))
    #expect(text.output.contains("too few rows to tell"))
    let csv = try audit.run(["evidence", "--format", "csv"]).lines.filter {
      $0.contains("pupil-journey.")
    }
    #expect(!csv.isEmpty && csv.allSatisfy { !$0.contains(",2,") })
  }
}
