import Instruments
import Responses
import Testing

@testable import Analysis

/// For whom each component is in place, and which tiers nobody looked at.
struct TierGridTests {
  private static let tier =
    "id: tier, type: single, choices: [{ code: all }, { code: at_risk }, { code: most_vulnerable }]"

  private let lessons = SmallRecord(
    items: ["id: lesson, type: text", tier, "id: good, type: number", "id: all, type: number"],
    rule: [
      "unit: lesson", "tier: tier", "minimum: { units: 3 }", "measures:",
      "  - { id: seen, kind: share, of: good, among: all, practices: [vision.values] }",
    ])
  private let talks = SmallRecord(
    audience: "pupils",
    items: [
      "id: voice, type: text", tier,
      "id: says, type: single, choices: [{ code: strength }, { code: gap }, { code: suggestion }]",
    ],
    rule: [
      "unit: voice", "tier: tier", "minimum: { units: 3 }", "measures:",
      "  - { id: said, kind: voices, of: says, practices: [vision.values] }",
    ])

  /// Three lessons of a tier with so many good moments of ten, of a hundred where there are many.
  private func lessons(_ tier: String, _ good: [Int], of all: Int = 100) throws -> [EvidenceEntry] {
    try lessons.evidence(
      ["lesson,tier,good,all"] + good.enumerated().map { "\($0),\(tier),\($1),\(all)" })
  }

  private func voices(_ tier: String, _ says: [String]) throws -> [EvidenceEntry] {
    try talks.evidence(["voice,tier,says"] + says.enumerated().map { "\($0),\(tier),\($1)" })
  }

  private func grid(_ sources: [GapSource], notApplicable: [String: String] = [:]) -> TierGrid {
    GapAnalysis(sources, framework: smallPack, notApplicable: notApplicable).table().tiers
  }

  private func survey(_ answers: [Int]) throws -> GapSource {
    .survey(
      try SmallInstrument(id: "asked", items: ["v/vision.values", "s/vision.safety"])
        .responses(answers.map { "\($0),\($0)" }).table, population: answers.count)
  }

  private func cell(_ sources: [GapSource], _ tier: Tier) throws -> TierGrid.Cell {
    try #require(grid(sources).cell("vision", tier))
  }

  @Test(arguments: [
    ([90, 91, 92], TierGrid.State.inPlace), ([60, 61, 59], .partly), ([20, 22, 21], .notInPlace),
    ([10, 50, 90], .partly),
  ])
  func `an index gives the state of its band, and partly between two`(
    good: [Int], state: TierGrid.State
  ) throws {
    let found = try cell([.record(lessons("at_risk", good))], .atRisk)
    #expect(found.state == state)
    #expect(!found.isSure)
    #expect(found.evidence == ["small.seen.at_risk"])
  }

  @Test func `two sources that give an index make it sure, unless it lies between`() throws {
    func twice(_ good: [Int]) throws -> TierGrid.Cell {
      let first = try lessons("at_risk", good)
      let second = first.map { entry in
        entry.taken(by: "other")
      }
      return try cell([.record(first), .record(second)], .atRisk)
    }
    let high = try twice([90, 91, 92])
    #expect(high.isSure && high.state == .inPlace)
    #expect(high.evidence == ["other.seen.at_risk", "small.seen.at_risk"])
    let between = try twice([10, 50, 90])
    #expect(!between.isSure && between.state == .partly)
  }

  @Test(arguments: [
    (["gap", "gap", "gap"], TierGrid.State.notInPlace),
    (["strength", "strength", "strength"], .partly), (["gap", "strength", "suggestion"], .partly),
  ])
  func `talk alone shows what is missing, and never that all is in place`(
    says: [String], state: TierGrid.State
  ) throws {
    let found = try cell([.record(voices("most_vulnerable", says))], .mostVulnerable)
    #expect(found.state == state && !found.isSure)
  }

  @Test func `an index counts before talk, and too little of either says nothing`() throws {
    let index = try lessons("at_risk", [90, 91, 92])
    let talk = try voices("at_risk", ["gap", "gap", "gap"]).map { entry in
      entry.taken(by: "talk")
    }
    #expect(try cell([.record(index), .record(talk)], .atRisk).state == .inPlace)
    #expect(try cell([.record(voices("at_risk", ["gap", "gap"]))], .atRisk).state == .unclear)
    #expect(try cell([.record(lessons("at_risk", [90, 91]))], .atRisk).state == .unclear)
  }

  @Test func `what nobody looked at is a state of its own and counts nowhere as zero`() throws {
    let grid = grid([.record(try lessons("at_risk", [90, 91, 92]))])
    #expect(grid.cells.count == 9)
    #expect(grid.cell("vision", .mostVulnerable)?.state == .notLookedAt)
    #expect(grid.cells(of: "networks").map(\.state) == Array(repeating: .notLookedAt, count: 3))
    #expect(["vision", "staff", "networks"].map(grid.reachGap) == [1, 3, 3])
    let tally = grid.tallies[1]
    #expect((tally.tier, tally.judged, tally.inPlace, tally[.notLookedAt]) == (.atRisk, 1, 1, 2))
    #expect(grid.tallies[2].judged == 0 && grid.tallies[2][.notLookedAt] == 3)
    #expect(grid.cell("nothing", .all) == nil && grid.reachGap("nothing") == nil)
  }

  @Test func `no evidence at all is nine cells that nobody looked at`() {
    let grid = grid([])
    #expect(grid.cells.allSatisfy { $0.state == .notLookedAt && $0.evidence.isEmpty })
    #expect(grid.tallies.map(\.judged) == [0, 0, 0])
  }

  @Test func `a component that does not apply has no reach gap`() throws {
    let grid = grid(
      [.record(try lessons("at_risk", [90, 91, 92]))], notApplicable: ["vision": "none"])
    #expect(grid.cells(of: "vision").map(\.state) == Array(repeating: .notApplicable, count: 3))
    #expect(grid.reachGap("vision") == nil)
  }

  @Test func `all pupils are where the component is, sure only where it is measured`() throws {
    let one = try cell([try survey(Array(repeating: 5, count: 12))], .all)
    #expect(one.state == .inPlace && !one.isSure && one.evidence == ["asked"])
    let two = try cell(
      [
        try survey([5, 5, 5, 5, 4, 5, 5, 5, 4, 5, 5, 5]),
        .record(try lessons("all", [90, 91, 92])),
      ], .all)
    #expect(two.state == .inPlace && two.isSure)
    #expect(two.evidence == ["asked", "small.seen"])
    let apart = try cell(
      [
        try survey([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]),
        .record(try lessons("all", [90, 91, 92])),
      ], .all)
    #expect(apart.state == .unclear)
  }

  @Test func `each tier that a component lacks is one finding with all such components`() throws {
    let table = GapAnalysis(
      [.record(try lessons("at_risk", [90, 91, 92])), try networks()], framework: smallPack
    ).table()
    let found = table.mustLook.compactMap { finding -> (Tier, [String])? in
      guard case .tierNotLookedAt(let tier, let components) = finding.kind else { return nil }
      return (tier, components.map(\.id))
    }
    #expect(found.map(\.0) == [.atRisk, .mostVulnerable])
    #expect(found.map(\.1) == [["networks"], ["vision", "networks"]])
    #expect(GapAnalysis([], framework: smallPack).table().mustLook.isEmpty)
  }

  private func networks() throws -> GapSource {
    .survey(
      try SmallInstrument(id: "peers", items: ["k/networks.kindness"])
        .responses(Array(repeating: "3", count: 12)).table, population: 12)
  }

  @Test func `an audit holds back a tier of too few people, and says that it does`() throws {
    let named = SmallRecord(
      audience: "pupils",
      items: [
        "id: pupil, type: text", Self.tier,
        "id: helper, type: single, choices: [{ code: adult }, { code: nobody }]",
      ],
      rule: [
        "unit: pupil", "tier: tier", "measures:",
        "  - { id: has, kind: named, of: helper, values: adult, practices: [vision.values] }",
      ])
    func grid(_ atRisk: Int) throws -> (TierGrid, EvidenceEntry?) {
      let rows = (0..<20).map { "\($0),\($0 < atRisk ? "at_risk" : "all"),adult" }
      let minimums = GroupMinimums([.pupils: 10], others: 5)
      let table = GapAnalysis(
        [.record(try named.evidence(["pupil,tier,helper"] + rows))], framework: smallPack,
        minimums: minimums
      ).table().released(under: .audit(minimums)).figures
      return (table.tiers, table.entries.first { $0.tier == .atRisk })
    }
    let (few, hidden) = try grid(9)
    #expect(few.cell("vision", .atRisk)?.state == .heldBack)
    #expect(few.reachGap("vision") == 1)
    #expect(hidden?.figure == .index(nil, parts: []) && hidden?.base.units == 0)
    let (enough, shown) = try grid(10)
    #expect(enough.cell("vision", .atRisk)?.state == .inPlace)
    #expect(shown?.base.units == 10)
  }
}

extension EvidenceEntry {
  /// The same finding out of another instrument.
  fileprivate func taken(by instrument: String) -> EvidenceEntry {
    EvidenceEntry(
      id: id.replacing(self.instrument, with: instrument), instrument: instrument, title: title,
      methods: methods, practices: practices, audience: audience, family: family, tier: tier,
      feeds: feeds, better: better, figure: figure, unit: unit, base: base, minimum: minimum,
      agreement: agreement, definition: definition)
  }
}
