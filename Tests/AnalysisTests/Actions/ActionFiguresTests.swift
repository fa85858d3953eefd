import Instruments
import Responses
import Testing

@testable import Analysis

struct ActionFiguresTests {
  private func action(
    _ id: String, _ practice: String, _ status: Action.Status = .planned, tier: Tier = .all
  ) throws -> Action {
    let begin = try #require(CalendarDay(iso: "2026-11-02"))
    let review = try #require(CalendarDay(iso: id == "late" ? "2026-11-09" : "2027-02-01"))
    return Action(
      id: id, practice: practice, tier: tier, firstStep: "x", owner: "y", begin: begin,
      cost: .none, measure: Action.Measure(instrument: "small"), review: review, status: status,
      round: "autumn-2026")
  }

  private func figures(_ actions: [Action], hasTable: Bool = true) throws -> ActionFigures {
    let today = try #require(CalendarDay(iso: "2026-11-20"))
    // Pupils rate both practices low, and no tier but the first was looked at.
    let survey = try SmallInstrument(items: ["k/networks.kindness", "a/networks.asking"])
      .responses((0..<12).map { "\(1 + $0 % 2),\(1 + $0 % 2)" })
    let table = GapAnalysis(
      [.survey(survey.table, population: 12)], framework: smallPack
    ).table().released(under: .holder)
    return ActionFigures(
      ActionRegister(actions: actions), framework: smallPack, table: hasTable ? table : nil,
      changes: ["late": .points(4, n: 12)], on: today)
  }

  @Test func `findings whose practice has no action are told, and a dropped one is none`() throws {
    let both = ["networks.asking", "networks.kindness"]
    #expect(try Set(figures([]).unanswered.compactMap(\.practice)) == Set(both))
    let one = try figures([action("a", both[0], .done)])
    #expect(Set(one.unanswered.compactMap(\.practice)) == [both[1]])
    let dropped = try figures([action("a", both[0], .dropped)])
    #expect(dropped.unanswered.count == 3)
    let without = try figures([], hasTable: false)
    #expect(without.unanswered.isEmpty && !without.hasTable)
  }

  @Test func `an action has its practice, its standing and its change`() throws {
    let found = try figures([
      action("b", "networks.asking", tier: .atRisk), action("late", "networks.kindness", .underWay),
      action("strange", "nothing.known"),
    ])
    #expect(found.entries.map(\.action.id) == ["late", "b", "strange"])
    let late = found.entries[0]
    #expect(late.isOverdue && !late.isLate && late.smallestChange == .points(4, n: 12))
    #expect(late.practice?.code == "C3.P2" && late.component?.code == "C3")
    #expect(late.standing?.state == .notInPlace)
    let second = found.entries[1]
    #expect(second.standing?.state == .notLookedAt && second.isLate && !second.isOverdue)
    #expect(second.smallestChange == .unknown(.notTakenIn))
    #expect(found.entries[2].practice == nil && found.entries[2].standing == nil)
  }

  @Test func `actions are counted by status and tier`() throws {
    let found = try figures([
      action("a", "networks.asking"), action("b", "networks.asking", tier: .atRisk),
      action("c", "networks.asking", .done),
    ])
    #expect(
      (found.count(.planned), found.count(.planned, .atRisk), found.count(.done)) == (2, 1, 1))
    #expect(found.count(.dropped) == 0)
  }
}
