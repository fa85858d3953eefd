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

  @Test func `what an office counts for the whole school is told`() throws {
    let trained = SmallRecord(
      audience: "records",
      items: ["id: group, type: text", "id: trained, type: number", "id: people, type: number"],
      rule: [
        "minimum: { units: 1 }", "measures:",
        "  - { id: trained, kind: share, of: trained, among: people, practices: vision.values }",
      ])
    let entry = try #require(
      try trained.evidence(["group,trained,people", "all,2,3"]).first)
    #expect(entry.heldBack(below: 10).base == entry.base)
  }
}
