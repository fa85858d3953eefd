import Instruments
import Testing

@testable import Analysis

/// Who takes a case over, and whether what was due happened in time.
struct JourneyStepTests {
  private static let journeys = SmallRecord(
    audience: "records",
    items: [
      "id: case, type: text", "id: tier, type: single, choices: [{ code: all }, { code: at_risk }]",
      "id: stage, type: single, choices: [{ code: concern }, { code: plan }, { code: review }]",
      "id: day, type: date", "id: due, type: date",
      "id: hands, type: single, choices: [{ code: passed }, { code: kept }]",
    ],
    rule: [
      "unit: case", "tier: tier", "minimum: { units: 3 }", "measures:",
      "  - { id: way, kind: journey, of: stage, by: day, passed: hands, due: due, "
        + "values: [concern, plan, review], practices: networks.asking }",
    ])
  private static let head = "case,tier,stage,day,due,hands"
  private static let rows = [
    "a,at_risk,concern,2026-09-01,,kept", "a,at_risk,plan,2026-09-15,,passed",
    "a,at_risk,review,2026-10-15,2026-10-15,passed",
    "b,all,concern,2026-09-03,,passed", "b,all,plan,2026-10-03,,passed",
    "b,all,review,2026-12-02,2026-11-01,passed",
    "c,all,concern,2026-09-05,,kept", "c,all,plan,2026-09-25,,kept", "c,all,review,,2026-11-05,",
    "d,at_risk,concern,2026-09-05,,",
  ]

  private func journey(_ rows: [String]) throws -> Journey {
    let found = try #require(try Self.journeys.evidence([Self.head] + rows).first)
    guard case .journey(let journey) = found.figure else {
      Issue.record("the figure is no journey")
      return Journey([], stages: [])
    }
    return journey
  }

  @Test func `hand-overs are counted case by case, with the stage at which they happen`() throws {
    let found = try journey(Self.rows)
    // a 2, b 3, c 0; of d nobody said.
    #expect(found.handovers == Journey.Handovers(median: 2, most: 3))
    #expect(found.stages.map(\.passed) == [1, 2, 2])
    #expect(found.cases == 4)
    #expect(try journey(Self.rows.reversed()) == found)
  }

  @Test func `a review is on time on its day, late after it, and missing without a day`() throws {
    let due = try #require(try journey(Self.rows).due)
    #expect((due.all, due.onTime, due.late, due.missing) == (3, 1, 1, 1))
    // A review without a day is no stage of the case.
    #expect(try journey(Self.rows).stages.map(\.cases) == [4, 3, 2])
  }

  @Test func `a journey that says nothing of hands and due days has neither`() throws {
    let found = try journey(["a,all,concern,2026-09-01,,", "b,all,plan,2026-09-01,,"])
    #expect(found.handovers == nil && found.due == nil)
    #expect(found.stages.allSatisfy { $0.passed == nil })
  }

  @Test func `the way of fewer cases than the record asks for is told of nobody`() throws {
    let entries = try Self.journeys.evidence([Self.head] + Self.rows)
    #expect(entries.map(\.tier) == [.all, .atRisk])
    let held = entries.heldBack(below: GroupMinimums([.pupils: 10], others: 5))
    #expect(held.map(\.isHeldBack) == [false, true])
    #expect(held[0] == entries[0])
    let few = try Self.journeys.evidence([Self.head] + Self.rows.prefix(6))
    #expect(few[0].heldBack(below: 5).isHeldBack)
  }
}
