import Instruments
import Statistics
import Testing

@testable import Analysis

/// Why a component has an index, or has none: states that are never zero.
struct GapStateTests {
  private let pupils = SmallInstrument(
    id: "pupils", items: ["v1/vision.values", "s1/vision.safety", "-s2/vision.safety"])
  private let staff = SmallInstrument(
    id: "staff", audience: "staff", items: ["v1/vision.values", "w1/staff.wellbeing"])
  private let observers = SmallInstrument(
    id: "seen", audience: "observers", items: ["o1/vision.values"])

  private static let mixed = (0..<12).map { $0.isMultiple(of: 2) ? "4,5,1" : "3,4,2" }
  private static let high = (0..<12).map { $0.isMultiple(of: 3) ? "5,4,1" : "5,5,1" }

  @Test func `items count equally within a practice, and practices within the component`() throws {
    let table = try GapAnalysis.table([(pupils, Self.mixed, population: 15)])
    let vision = try #require(table.component("vision"))
    // v1: 75 and 50; s1: 100 and 75; s2 turned: 100 and 75.
    #expect(isClose(vision.groups[0].figure?.value, (62.5 + 87.5) / 2))
    #expect(isClose(vision.practices[0].figure?.value, 62.5))
    #expect(isClose(vision.practices[1].figure?.value, 87.5))
    // Each person's part: all three items differ by 25 from person to person.
    #expect(isClose(vision.groups[0].figure?.standardError, 12.5 / 11.0.squareRoot(), 1e-9))
    #expect(vision.groups[0].figure?.df == 11)
  }

  @Test func `audiences count equally, however many answered`() throws {
    let rows = (0..<6).map { _ in "1,3" }
    let table = try GapAnalysis.table([
      (pupils, Self.mixed, population: 15), (staff, rows, population: 6),
    ])
    let vision = try #require(table.component("vision"))
    #expect(isClose(vision.said?.value, (75.0 + 0) / 2))
    #expect(vision.state == .measured)
    #expect(vision.strength.grade == 2)
  }

  @Test func `one source with an adequate response is thin, and has no band`() throws {
    let table = try GapAnalysis.table([(pupils, Self.mixed, population: 15)])
    let vision = try #require(table.component("vision"))
    #expect(vision.state == .notEnoughEvidence)
    #expect(vision.index != nil && vision.band == nil)
  }

  @Test func `a component without evidence is not looked at`() throws {
    let table = try GapAnalysis.table([(pupils, Self.mixed, population: 15)])
    for id in ["staff", "networks"] {
      let gap = try #require(table.component(id))
      #expect(gap.state == .notLookedAt)
      #expect(gap.index == nil && gap.performanceGap == nil && gap.groups.isEmpty)
      #expect(gap.strength.grade == 0)
    }
    #expect(table.lookedAt.count == 1)
  }

  @Test func `an item that nobody answered is no evidence`() throws {
    let table = try GapAnalysis.table([(staff, (0..<6).map { _ in "4,DK" }, population: 6)])
    #expect(table.component("staff")?.state == .notLookedAt)
    #expect(table.component("vision")?.state == .notEnoughEvidence)
  }

  @Test(arguments: [(9, false), (10, true)])
  func `fewer than ten pupils give no index`(count: Int, isShown: Bool) throws {
    let table = try GapAnalysis.table([(pupils, Array(Self.mixed.prefix(count)), population: 15)])
    let vision = try #require(table.component("vision"))
    #expect((vision.index != nil) == isShown)
    #expect(vision.groups.map(\.n) == [count])
    #expect((vision.groups[0].figure != nil) == isShown)
    #expect(vision.state == .notEnoughEvidence)
  }

  @Test(arguments: [(4, false), (5, true)])
  func `fewer than five staff give no index`(count: Int, isShown: Bool) throws {
    let rows = ["4,3", "5,4", "3,2", "4,4", "2,1"].prefix(count)
    let table = try GapAnalysis.table([(staff, Array(rows), population: 6)])
    #expect((table.component("staff")?.index != nil) == isShown)
  }

  @Test func `said and seen that are far apart are shown apart`() throws {
    let seen = ["1", "2", "1", "1", "2", "1"]
    let table = try GapAnalysis.table([
      (pupils, Self.high, population: 15), (observers, seen, population: 6),
    ])
    let vision = try #require(table.component("vision"))
    #expect(vision.state == .disagree)
    #expect(vision.index == nil && vision.performanceGap == nil && vision.band == nil)
    #expect(try #require(vision.said).value > 90 && #require(vision.seen).value < 20)
    #expect(vision.strength.isContradicted && vision.strength.grade == 2)
  }

  @Test func `said and seen count equally where they do not contradict each other`() throws {
    let seen = ["5", "4", "4", "5", "4", "5"]
    let table = try GapAnalysis.table([
      (pupils, Self.high, population: 15), (observers, seen, population: 6),
    ])
    let vision = try #require(table.component("vision"))
    let (said, observed) = (try #require(vision.said).value, try #require(vision.seen).value)
    #expect(vision.state == .measured && isClose(vision.index?.value, (said + observed) / 2))
    #expect(vision.band == .strong)
  }

  @Test func `far apart and unsure is no contradiction`() throws {
    let table = try GapAnalysis.table([
      (pupils, Self.high, population: 15), (observers, ["1", "5", "1", "5", "1"], population: 5),
    ])
    #expect(table.component("vision")?.state == .measured)
  }

  @Test func `a component that the school does not have keeps its reason and no figure`() throws {
    let table = try GapAnalysis.table(
      [(pupils, Self.mixed, population: 15)], notApplicable: ["vision": "all on line"])
    let vision = try #require(table.component("vision"))
    #expect(vision.state == .notApplicable("all on line"))
    #expect(
      vision.index == nil && vision.said == nil && vision.groups.isEmpty && vision.band == nil)
    #expect(table.lookedAt.isEmpty)
  }

  @Test(arguments: [0.0, 50, 70, 100])
  func `the performance gap is the target minus the index`(target: Double) throws {
    let table = try GapAnalysis.table([(pupils, Self.mixed, population: 15)], target: target)
    let vision = try #require(table.component("vision"))
    #expect(isClose(vision.performanceGap, target - 75))
    let (index, gap) = (
      try #require(vision.index?.interval), try #require(vision.performanceInterval)
    )
    #expect(isClose(gap.low, target - index.high) && isClose(gap.high, target - index.low))
  }

  @Test func `leaders and councillors never enter the mean of the audiences`() throws {
    let leaders = SmallInstrument(id: "heads", audience: "leaders", items: ["v1/vision.values"])
    let table = try GapAnalysis.table([
      (pupils, Self.mixed, population: 15), (leaders, (0..<6).map { _ in "5" }, population: 6),
    ])
    let vision = try #require(table.component("vision"))
    #expect(isClose(vision.said?.value, 75))
    #expect(isClose(vision.practices[0].figure?.value, 62.5))
    #expect(vision.groups.map(\.audience).contains(.leaders))
  }

  @Test func `two instruments put to one audience are one voice`() throws {
    let second = SmallInstrument(id: "more", items: ["v2/vision.values"])
    let table = try GapAnalysis.table([
      (pupils, Self.mixed, population: 15), (second, (0..<12).map { _ in "5" }, population: 15),
    ])
    let vision = try #require(table.component("vision"))
    // Values: 62.5 and 100 by item; safety: 87.5.
    #expect(isClose(vision.groups[0].figure?.value, ((62.5 + 100) / 2 + 87.5) / 2))
    #expect(vision.groups.count == 1 && vision.groups[0].n == 24)
  }
}
