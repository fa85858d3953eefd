import Instruments
import Testing

@testable import Analysis

/// What is left when all that an audit tells is taken away.
struct HeldBackRestTests {
  private let minimums = GroupMinimums([.pupils: 10], others: 5)

  @Test(arguments: [(1, [false, true]), (2, [false, true]), (3, [false, false])])
  func `the way of a tier is not told where few cases are outside it`(
    others: Int, held: [Bool]
  ) throws {
    let journeys = SmallRecord(
      audience: "records",
      items: [
        "id: case, type: text",
        "id: tier, type: single, choices: [{ code: at_risk }, { code: most_vulnerable }]",
        "id: stage, type: single, choices: [{ code: concern }, { code: plan }]",
        "id: day, type: date",
      ],
      rule: [
        "unit: case", "tier: tier", "minimum: { units: 3 }", "measures:",
        "  - { id: way, kind: journey, of: stage, by: day, values: [concern, plan], "
          + "practices: networks.asking }",
      ])
    let cases = (0..<3 + others).flatMap { place -> [String] in
      let tier = place < 3 ? "at_risk" : ""
      return [
        "\(place),\(tier),concern,2026-03-01",
        "\(place),\(tier),plan,2026-0\(place < 3 ? 4 : 7)-01",
      ]
    }
    let entries = try journeys.evidence(["case,tier,stage,day"] + cases)
    #expect(entries.heldBack(below: minimums).map(\.isHeldBack) == held)
  }

  private let needs = SmallRecord(
    audience: "staff",
    items: [
      "id: pupil, type: text", "id: role, type: text, role: group",
      "id: tier, type: single, choices: [{ code: at_risk }, { code: most_vulnerable }]",
      "id: know, type: number", "id: asked, type: number",
    ],
    rule: [
      "setting: pupil", "tier: tier", "minimum: { settings: 3 }", "measures:",
      "  - { id: need, kind: share, of: know, among: asked, by: role, "
        + "practices: networks.asking }",
    ])
  private let head = "pupil,role,tier,know,asked"

  @Test(arguments: [(2, true), (4, true), (5, false)])
  func `a tier is not told where few staff were asked about those outside it`(
    asked: Int, isHeld: Bool
  ) throws {
    let rows = ["A,,at_risk,5,11", "B,,at_risk,5,11", "C,,at_risk,5,11", "D,,,0,\(asked)"]
    let entries = try needs.evidence([head] + rows)
    // Eleven were asked at most about one pupil, with and without the fourth.
    #expect(entries.map(\.base.persons) == [11, 11])
    let held = entries.heldBack(below: minimums)
    #expect(held.map(\.isHeldBack) == [false, isHeld])
  }

  @Test func `a tier is told where nobody is outside the tiers, and not where the other is of few`()
    throws
  {
    let risk = ["A,,at_risk,5,11", "B,,at_risk,5,11", "C,,at_risk,5,11"]
    func held(_ asked: Int) throws -> [Bool] {
      try needs.evidence([head] + risk + ["D,,most_vulnerable,0,\(asked)"])
        .heldBack(below: minimums).map(\.isHeldBack)
    }
    #expect(try held(6) == [false, false, false])
    #expect(try held(2) == [false, true, true])
    #expect(
      try needs.evidence([head] + risk).heldBack(below: minimums).map(\.isHeldBack) == [
        false, false,
      ])
  }

  @Test(arguments: [(2, 0), (5, 2)])
  func `those of no role count as people, however often each was asked`(
    few: Int, parts: Int
  ) throws {
    let rows = ["A", "B", "C"].flatMap { pupil in
      ["\(pupil),teacher,,3,6", "\(pupil),support,,3,6", "\(pupil),,,1,\(few)"]
    }
    let entry = try #require(try needs.evidence([head] + rows).first)
    #expect(entry.base.ungrouped?.count == Double(3 * few))
    guard case .index(_, let told) = entry.heldBack(below: 5).figure else {
      Issue.record("the figure is no index")
      return
    }
    #expect(told.count == parts)
  }

  @Test(arguments: [
    ([12, 11, 2], ["yard"]), ([12, 13, 0], ["hall", "yard"]), ([10, 10, 5], ["hall"]),
    ([30, 10, 10], ["yard", "hall", "gate"]), ([30, 11, 8], ["yard"]),
  ])
  func `of one place each none is told that leaves few in another`(
    pupils: [Int], told: [String]
  ) throws {
    let places = SmallRecord(
      audience: "pupils",
      items: [
        "id: pupil, type: text",
        "id: place, type: single, choices: [{ code: yard }, { code: hall }, { code: gate }]",
      ],
      rule: [
        "unit: pupil", "measures:",
        "  - { id: places, kind: listed, of: place, practices: networks.kindness }",
      ])
    let words = zip(["yard", "hall", "gate"], pupils).flatMap { Array(repeating: $0, count: $1) }
    let rows = words.enumerated().map { "\($0),\($1)" }
    let entry = try #require(try places.evidence(["pupil,place"] + rows).first)
    guard case .listed(let listed, _) = entry.heldBack(below: 10).figure else {
      Issue.record("the figure is no list")
      return
    }
    #expect(Set(listed.map(\.word)) == Set(told))
  }

  @Test func `words of which a person lists several need no such rule`() throws {
    let words = SmallRecord(
      audience: "pupils", items: ["id: pupil, type: text", "id: word, type: list"],
      rule: [
        "unit: pupil", "measures:",
        "  - { id: words, kind: listed, of: word, practices: networks.asking }",
      ])
    let rows = (0..<25).map { "\($0),\($0 < 12 ? "kind; fair" : $0 < 23 ? "calm" : "odd")" }
    let entry = try #require(try words.evidence(["pupil,word"] + rows).first)
    guard case .listed(let listed, _) = entry.heldBack(below: 10).figure else {
      Issue.record("the figure is no list")
      return
    }
    #expect(Set(listed.map(\.word)) == ["kind", "fair", "calm"])
  }
}
