import Instruments
import Testing

@testable import Analysis

struct HeldBackEntryTests {
  private static let helpers = SmallRecord(
    audience: "pupils",
    items: [
      "id: pupil, type: text",
      "id: helper, type: single, choices: [{ code: teacher }, { code: nobody }]",
    ],
    rule: [
      "unit: pupil", "minimum: { units: 1 }", "measures:",
      "  - { id: adult, kind: named, of: helper, values: teacher, practices: networks.asking }",
    ])

  private func entry(of pupils: Int) throws -> EvidenceEntry {
    let rows = (1...pupils).map { "\($0),\($0.isMultiple(of: 2) ? "teacher" : "nobody")" }
    return try #require(try Self.helpers.evidence(["pupil,helper"] + rows).first)
  }

  @Test func `what few pupils say is told of nobody, whatever their record asks for`() throws {
    let few = try entry(of: 9)
    #expect(few.isEnough && few.points != nil && !few.isHeldBack)
    let held = few.heldBack(below: 10)
    #expect(held.isHeldBack && held.points == nil && held.base.count == 0)
    #expect(held.direction == nil && held.index == nil && held.agreement == nil)
    #expect(few.heldBack(below: 9) == few)
  }

  @Test func `what as many say as may be shown stays as it is`() throws {
    let enough = try entry(of: 10)
    #expect(enough.heldBack(below: 10) == enough)
  }

  @Test func `what an office counts is told of as many as may be shown`() throws {
    let trained = SmallRecord(
      audience: "records",
      items: ["id: group, type: text", "id: trained, type: number", "id: people, type: number"],
      rule: [
        "minimum: { units: 1 }", "measures:",
        "  - { id: trained, kind: share, of: trained, among: people, practices: vision.values }",
      ])
    let few = try #require(try trained.evidence(["group,trained,people", "all,2,3"]).first)
    #expect(few.heldBack(below: 10).isHeldBack)
    let all = try #require(try trained.evidence(["group,trained,people", "all,20,30"]).first)
    #expect(all.heldBack(below: 10) == all)
  }

  /// So many rows of each tier, and so many of no tier.
  private func tiers(_ risk: Int, _ vulnerable: Int, _ others: Int) throws -> [EvidenceEntry] {
    let record = SmallRecord(
      audience: "pupils",
      items: [
        "id: pupil, type: text",
        "id: tier, type: single, choices: [{ code: at_risk }, { code: most_vulnerable }]",
        "id: helper, type: single, choices: [{ code: teacher }, { code: nobody }]",
      ],
      rule: [
        "unit: pupil", "tier: tier", "minimum: { units: 1 }", "measures:",
        "  - { id: adult, kind: named, of: helper, values: teacher, practices: networks.asking }",
      ])
    let words =
      Array(repeating: "at_risk", count: risk)
      + Array(repeating: "most_vulnerable", count: vulnerable)
      + Array(repeating: "", count: others)
    return try record.evidence(
      ["pupil,tier,helper"] + words.enumerated().map { "\($0),\($1),teacher" })
  }

  @Test(arguments: [
    (54, 3, 0, [false, true, true]), (54, 12, 0, [false, false, false]),
    (54, 3, 40, [false, false, true]), (54, 0, 3, [false, true]), (54, 0, 0, [false, false]),
    (3, 3, 0, [true, true, true]),
  ])
  func `a tier is not told where it would tell of too few outside it`(
    risk: Int, vulnerable: Int, others: Int, held: [Bool]
  ) throws {
    let entries = try tiers(risk, vulnerable, others)
    let shown = entries.heldBack(below: GroupMinimums([.pupils: 10], others: 5))
    let byTier = Tier.allCases.compactMap { tier in shown.first { $0.tier == tier }?.isHeldBack }
    #expect(byTier == held)
  }

  @Test func `those asked again in each class are as many as were asked in one`() throws {
    let record = SmallRecord(
      audience: "staff",
      items: [
        "id: pupil, type: text", "id: know, type: number", "id: asked, type: number",
      ],
      rule: [
        "setting: pupil", "minimum: { units: 1 }", "measures:",
        "  - { id: know, kind: share, of: know, among: asked, practices: networks.asking }",
      ])
    let entry = try #require(
      try record.evidence(["pupil,know,asked", "a,1,2", "b,0,2", "c,2,2"]).first)
    #expect(entry.base.persons == 2 && entry.base.count == 6)
    #expect(entry.heldBack(below: 5).isHeldBack)
  }

  @Test(arguments: [(4, nil), (5, Optional(5))])
  func `how many pupils staff were asked about is not told where they are few, and of no tier`(
    pupils: Int, told: Int?
  ) throws {
    let record = SmallRecord(
      audience: "staff",
      items: [
        "id: pupil, type: text",
        "id: tier, type: single, choices: [{ code: at_risk }, { code: most_vulnerable }]",
        "id: know, type: number", "id: asked, type: number",
      ],
      rule: [
        "setting: pupil", "tier: tier", "minimum: { settings: 3 }", "measures:",
        "  - { id: know, kind: share, of: know, among: asked, practices: networks.asking }",
      ])
    let rows = (1...pupils).map { "p\($0),\($0 == 1 ? "" : "at_risk"),6,12" }
    let entries = try record.evidence(["pupil,tier,know,asked"] + rows)
    #expect(entries.map(\.base.toldSettings) == [pupils, pupils - 1])
    let held = entries.map { $0.heldBack(below: 5) }
    #expect(held.allSatisfy { !$0.isHeldBack && $0.isEnough && $0.points != nil })
    #expect(held.map(\.base.toldSettings) == [told, nil])
    #expect(held.map(\.base.toldUnits) == [told, nil])
  }

  @Test func `in how many classes lessons were seen is told, however few`() throws {
    let record = SmallRecord(
      items: [
        "id: lesson, type: text", "id: class, type: text", "id: good, type: number",
        "id: all, type: number",
      ],
      rule: [
        "unit: lesson", "setting: class", "minimum: { units: 3, settings: 2 }", "measures:",
        "  - { id: seen, kind: share, of: good, among: all, practices: vision.values }",
      ])
    let entries = try record.evidence(
      ["lesson,class,good,all", "a,3A,4,9", "b,3A,6,9", "c,4A,5,9"])
    #expect(entries.map { $0.heldBack(below: 5).base.toldSettings } == [2])
  }

  @Test func `where too few have no group no group is told`() throws {
    let head = "group,suspended,pupils"
    func ratios(_ rows: [String]) throws -> Int? {
      let entry = try #require(try SmallRecord.exclusions.evidence([head] + rows).first)
      guard case .ratios(let ratios) = entry.heldBack(below: 10).figure else { return nil }
      return ratios.count
    }
    #expect(try ratios(["sen,14,40", "others,16,191"]) == 2)
    #expect(try ratios(["sen,14,40", "others,16,191", ",3,9"]) == 0)
    #expect(try ratios(["sen,14,40", "others,16,191", "small,3,9"]) == 0)
    #expect(try ratios(["sen,14,40", "others,16,191", ",13,29"]) == 2)
  }

  @Test func `a list is told where as many as may be shown listed something`() throws {
    let words = SmallRecord(
      audience: "pupils", items: ["id: pupil, type: text", "id: word, type: list"],
      rule: [
        "unit: pupil", "measures:",
        "  - { id: words, kind: listed, of: word, practices: networks.asking }",
      ])
    func isHeld(_ listing: Int) throws -> Bool {
      let rows = (1...12).map { "\($0),\($0 <= listing ? "kind" : "")" }
      let entry = try #require(try words.evidence(["pupil,word"] + rows).first)
      #expect(entry.base.persons == 12)
      return entry.heldBack(below: 10).isHeldBack
    }
    #expect(try isHeld(9))
    #expect(try !isHeld(10))
  }

  @Test func `ratios of those who were asked are told where each group is of as many people`()
    throws
  {
    let record = SmallRecord(
      audience: "pupils",
      items: [
        "id: pupil, type: text", "id: group, type: text", "id: alone, type: number",
        "id: breaks, type: number",
      ],
      rule: [
        "unit: pupil", "measures:",
        "  - { id: alone, kind: ratio, of: alone, among: breaks, by: group, practices: networks.kindness }",
      ])
    func isHeld(_ few: Int) throws -> Bool {
      let rows = (1...30).map { "\($0),\($0 <= few ? "new" : "others"),5,10" }
      let entry = try #require(try record.evidence(["pupil,group,alone,breaks"] + rows).first)
      #expect(entry.base.units == 30)
      return entry.heldBack(below: 10).isHeldBack
    }
    #expect(try isHeld(3))
    #expect(try isHeld(9))
    #expect(try !isHeld(10))
  }
}
