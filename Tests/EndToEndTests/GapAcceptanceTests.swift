import Foundation
import Testing

/// What the gap table must keep whatever the school: missing evidence stays missing, hidden people stay
/// hidden, the same answers give the same bytes, every figure has its source.
struct GapAcceptanceTests {
  private static let everything = SchoolAudit.everything

  private static func files(_ sources: [String], _ format: String = "json") -> [String] {
    ["gaps"] + sources.map { SchoolAudit.file($0, of: everything) }
      + sources.flatMap { ["--instrument", $0] }
      + [
        "--roll", "SampleData/roll.csv", "--framework", "islington-mhars", "--format", format,
      ]
  }

  private static let sources = everything.surveys + everything.records

  // MARK: Missing evidence

  /// What is told of a component, but what depends on how many gaps a report has.
  private func components(_ sources: [String]) throws -> [JSON] {
    try Program.shared(Self.files(sources)).json.without(["p_adjusted", "flagged"])[
      "components"
    ].list
  }

  private func instruments(of component: JSON) -> Set<String> {
    Set(
      component["practices"].list.flatMap {
        $0["evidence"].list.compactMap { $0["instrument"].text }
      })
  }

  @Test(arguments: [
    "staff", "networks", "teaching", "vision", "curriculum", "vulnerable", "parents",
  ])
  func `without all evidence of a component no other component changes`(id: String) throws {
    let whole = try components(Self.sources)
    let own = try #require(whole.first { $0["id"].text == id })
    let removed = instruments(of: own)
    #expect(!removed.isEmpty)
    let rest = try components(Self.sources.filter { !removed.contains($0) })
    var untouched = 0
    for (before, after) in zip(whole, rest) {
      if before["id"].text == id {
        #expect(after["state"] == .text("not_looked_at"))
        #expect(after["index"] == .null && after["said"] == .null && after["seen"] == .null)
        #expect(after["practices"].list.allSatisfy { $0["index"] == .null })
        #expect(after["practices"].list.allSatisfy { $0["evidence"].list.isEmpty })
      } else if instruments(of: before).isDisjoint(with: removed) {
        untouched += 1
        #expect(before == after, "\(before["id"].text ?? "")")
      } else {
        // Of a component that shares an instrument, the practices that do not keep their figures.
        for (one, other) in zip(before["practices"].list, after["practices"].list)
        where instruments(of: .members(["practices": .list([one])])).isDisjoint(with: removed) {
          #expect(one == other, "\(one["code"].text ?? "")")
        }
      }
    }
    #expect(untouched >= 1)
  }

  // MARK: No league

  @Test func `components have places, and no school, group or person has one`() throws {
    var placed = 0
    try Program.shared(Self.files(Self.sources)).json.forEachObject { path, members in
      for name in members.keys where name.contains("rank") && name != "ranked" {
        placed += 1
        #expect(path.wholeMatch(of: /\.priorities\.ranked\[\d+\]/) != nil, "\(path).\(name)")
        #expect(members["component"]?.text != nil)
      }
    }
    #expect(placed >= 3)
  }

  // MARK: The same bytes

  @Test(arguments: ["text", "json", "csv"])
  func `another process and another order of the files give the same bytes`(format: String) throws {
    let first = try Program.run(Self.files(Self.sources, format))
    let second = try Program.run(Self.files(Self.sources, format))
    let backwards = try Program.run(Self.files(Self.sources.reversed(), format))
    #expect(first.status == 2 && first.output.count > 1000)
    #expect(first.output == second.output)
    let difference = firstDifference(backwards.output, first.output)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `an audit whose plan lists its instruments backwards has the same table`() throws {
    let plan = SchoolAudit.fewPupils
    let backwards = try SchoolAudit(plan, backwards: true)
    for format in ["text", "json", "csv"] {
      let arguments = ["gaps", "--format", format]
      // The text of the plan is part of the cut's id, and nothing else tells of its order.
      let outputs = try [backwards, SchoolAudit.shared(plan)].map {
        try $0.run(arguments).output.replacing(/data.cut"?:? "?[0-9a-f]{8}/, with: "")
      }
      #expect(outputs[0] == outputs[1] && outputs[0].count > 500)
    }
  }

  // MARK: Sources

  @Test func `every figure has evidence, and every evidence its files`() throws {
    let audit = try SchoolAudit.shared(Self.everything)
    let table = try audit.run(["gaps", "--format", "json"]).json
    let evidence = try audit.run(["evidence", "--format", "json"]).json["evidence"].list
    let known = Set(
      evidence.compactMap { $0["id"].text } + evidence.compactMap { $0["instrument"].text })
    #expect(evidence.allSatisfy { !$0["files"].list.isEmpty })
    var named = Set(table["ledger"].list.compactMap { $0["id"].text })
    for component in table["components"].list {
      if component["index"] != .null { #expect(!instruments(of: component).isEmpty) }
      for source in component["strength"]["sources"].list {
        named.insert(source["instrument"].text ?? "")
      }
      for practice in component["practices"].list {
        let own = practice["evidence"].list
        if practice["index"] != .null { #expect(!own.isEmpty, "\(practice["code"].text ?? "")") }
        for part in own { named.insert(part["entry"].text ?? part["instrument"].text ?? "") }
      }
    }
    for finding in table["must_look"].list {
      let id = finding["entry"].text ?? finding["practice"].text ?? finding["instrument"].text
      guard let own = id else {
        // What nobody looked at has no evidence, and says so.
        #expect(finding["kind"] == .text("tier_not_looked_at"))
        continue
      }
      let rests = evidence.contains {
        $0["id"].text == own || $0["instrument"].text == own
          || $0["practices"].list.contains(.text(own))
      }
      #expect(rests, "\(own)")
    }
    #expect(named.count > 100)
    #expect(named.subtracting(known).isEmpty, "\(named.subtracting(known).sorted())")
  }

  @Test func `each kind of evidence is found by its id, also what is of one tier`() throws {
    let audit = try SchoolAudit.shared(Self.everything)
    let ledger = try audit.run(["gaps", "--format", "json"]).json["ledger"].list
    let tier = try #require(ledger.first { $0["tier"] != .text("all") }?["id"].text)
    for id in ["staff-wellbeing", "trusted-peers", "book-look.comment", "staff-absence", tier] {
      let found = try audit.run(["evidence", id, "--format", "json"])
      #expect(found.status == 0, "\(id): \(found.errors)")
      #expect(try found.json["evidence"].list.first?["files"].list.isEmpty == false)
    }
  }
}
