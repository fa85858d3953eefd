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

  @Test(arguments: [
    // What came back hides one leader and tells of six: seven together would give the one away.
    ([1, 6, 13, 14], [GroupDifference.State.heldBack, .heldBack, .shown]),
    // Both codes are hidden, and together they are enough; nobody else is hidden.
    ([3, 3, 13, 14], [.shown, .shown, .shown]),
    // With the leaders the three others who are hidden would come out.
    ([3, 4, 3, 14], [.heldBack, .tooFew, .shown]),
    ([6, 7, 13, 14], [.shown, .shown, .shown]),
  ])
  func `leaders of two codes are told where what came back tells both, or neither`(
    sizes: [Int], states: [GroupDifference.State]
  ) throws {
    let codes = ["senior_leader", "leader", "support", "teacher"]
    let found = try staff(Array(zip(codes, sizes)))
    #expect(found.map(\.a) == ["leaders", "support", "teacher"])
    #expect(found.map(\.state) == states)
    #expect(found.map { $0.sizes == nil } == states.map { $0 != .shown })
  }

  @Test func `a column with a small group is hidden whole beside one that splits it again`() throws
  {
    let instrument = try SmallInstrument(
      audience: "pupils", items: ["a/vision.values"],
      further: ["y", "k"].map {
        "{ id: \($0), type: single, role: group, choices: [{ code: one }, { code: two }] }"
      }
    ).read()
    func states(years: [Int], classes: [Int]) -> [GroupDifference.State] {
      let sizes = [("y", years), ("k", classes)].flatMap { by, sizes in
        zip(["one", "two", "three", "four"], sizes).map {
          PlannedInstrument.GroupSize(by: by, value: $0, title: $0, size: $1)
        }
      }
      return RoundPlan.of([PlannedInstrument(instrument, population: 80, groups: sizes)])
        .differences.map(\.state)
    }
    // Year one is classes one and two, and class two is its size less class one.
    #expect(
      states(years: [40, 40], classes: [33, 7, 11, 29])
        == [.shown, .shown, .heldBack, .tooFew, .heldBack, .heldBack])
    #expect(
      states(years: [40, 40], classes: [20, 20, 20, 20]).allSatisfy { $0 == .shown })
    // Alone it hides the next smallest only.
    #expect(states(years: [], classes: [33, 7, 11, 29]) == [.shown, .tooFew, .heldBack, .shown])
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
