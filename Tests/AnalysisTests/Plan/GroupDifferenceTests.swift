import Analysis
import Instruments
import Testing

/// What size of difference the groups of a round can show.
struct GroupDifferenceTests {
  private func staff(_ groups: [(String, Int)]) throws -> [GroupDifference] {
    RoundPlan.of([
      try .survey("ours", .staff, of: ["staff.trust"], groups: groups.map { ($0.0, $0.1) })
    ]).differences
  }

  @Test(arguments: [(10.0, 76), (15, 34), (20, 19)])
  func `the planner's rule is that of the research`(points: Double, answers: Int) {
    #expect(GroupDifference.answersEach(points: points) == answers)
  }

  @Test func `audiences that are both asked are compared at their sizes`() throws {
    let plan = RoundPlan.of([
      try .survey("ours", .staff, of: ["staff.trust"], population: 42),
      try .survey("theirs", .pupils, of: ["vision.values"], population: 240),
    ])
    let pair = try #require(plan.differences.first)
    #expect(plan.differences.count == 1)
    #expect(pair.a == "staff" && pair.b == "pupils" && pair.by == nil)
    #expect(pair.sizes?.a == 42 && pair.sizes?.b == 240)
    // 2.801585 × 22 × √(1/42 + 1/240), and with 21 and 144 answers.
    #expect(isClose(pair.ifAll, 10.3090, 1e-4))
    #expect(isClose(pair.ifEnough, 14.3972, 1e-4))
  }

  @Test func `leaders are compared with other staff, and too few of them if just enough answer`()
    throws
  {
    let found = try staff([("senior_leader", 6), ("teacher", 20), ("support", 16)])
    #expect(found.map(\.a) == ["leaders", "teacher", "support"])
    #expect(found[0].b == "other staff")
    #expect(found[0].sizes?.a == 6 && found[0].sizes?.b == 36)
    #expect(found[0].ifAll != nil && found[0].ifEnough == nil)
    #expect(found.allSatisfy { $0.state == .shown })
  }

  @Test func `four leaders show nothing, and no other group gives their number away`() throws {
    let found = try staff([("senior_leader", 4), ("teacher", 20), ("support", 16), ("office", 7)])
    #expect(found.map(\.state) == [.tooFew, .shown, .shown, .heldBack])
    #expect(found[0].sizes == nil && found[0].ifAll == nil && found[0].ifEnough == nil)
    #expect(found[3].sizes == nil && found[3].ifAll == nil)
    let shown = found.compactMap(\.sizes)
    #expect(shown.allSatisfy { ![$0.a, $0.b].contains(4) })
  }

  @Test func `of two groups both are hidden where one is too small`() throws {
    let found = try staff([("teacher", 40), ("office", 3)])
    #expect(found.map(\.state) == [.tooFew, .tooFew])
    #expect(found.allSatisfy { $0.sizes == nil })
  }

  @Test func `hidden groups together are at least the minimum`() throws {
    let found = try staff([("a", 1), ("b", 2), ("c", 9), ("d", 30)])
    #expect(found.map(\.state) == [.tooFew, .tooFew, .heldBack, .shown])
  }

  @Test func `a declared group is hidden last`() throws {
    let found = try staff([("senior_leader", 6), ("teacher", 20), ("office", 3)])
    #expect(found.map(\.state) == [.shown, .heldBack, .tooFew])
  }

  @Test func `without a number of people nothing is said`() throws {
    let plan = RoundPlan.of([
      try .survey("ours", .staff, of: ["staff.trust"], population: 42),
      try .survey("theirs", .parents, of: ["staff.trust"]),
    ])
    #expect(plan.differences.map(\.state) == [.notKnown])
    #expect(plan.differences[0].ifAll == nil)
  }
}
