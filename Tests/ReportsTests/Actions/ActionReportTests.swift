import Analysis
import Foundation
import Instruments
import Reports
import Testing

/// How the register of actions is written.
struct ActionReportTests {
  private let plain = TextStyle(colour: false)
  private static let minimums = GroupMinimums([.pupils: 10], others: 6)

  private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

  private func action(
    _ id: String, _ review: String, _ status: Action.Status = .planned, owner: String = "Head",
    outcome: String? = nil
  ) throws -> Action {
    Action(
      id: id, practice: "vision.values", tier: id == "c" ? .mostVulnerable : .all,
      firstStep: "A first step that takes so many words to say that no line of eighty holds it",
      owner: owner, begin: try day("2026-11-10"), cost: id == "b" ? .none : .funded,
      measure: Action.Measure(instrument: "staff", part: "a"), review: try day(review),
      status: status, round: "autumn-2026", evidence: ["staff"], outcome: outcome)
  }

  private func release(_ actions: [Action], hasTable: Bool = true) throws -> Release<ActionFigures>
  {
    let table = try AuditSample.gaps(staff: 12, minimums: Self.minimums)
    let policy = ReleasePolicy.audit(Self.minimums)
    return ActionFigures(
      ActionRegister(actions: actions), framework: table.framework,
      table: hasTable ? table.released(under: policy) : nil,
      changes: ["b": .points(7.2, n: 12), "c": .unknown(.heldBack)], on: try day("2026-11-20")
    ).released(under: policy)
  }

  private func all() throws -> Release<ActionFigures> {
    try release([
      action("c", "2027-02-01", .underWay), action("b", "2027-01-11"),
      action("a", "2026-11-19", .underWay), action("d", "2026-10-01", .done, outcome: "It worked"),
    ])
  }

  private func text(_ release: Release<ActionFigures>, _ choice: ActionChoice = ActionChoice())
    -> String
  {
    ActionText(release, choice: choice, style: plain, heading: AuditSample.heading).text()
  }

  @Test func `what is open stands by day of review, and what has ended below it`() throws {
    let text = try text(all())
    let places = ["2026-11-19  A", "2027-01-11  A", "2027-02-01  A", "Ended", "2026-10-01  A"]
      .compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 5 && places == places.sorted())
    #expect(text.contains("4 actions, 1 overdue for review, 1 late to begin, on 2026-11-20."))
    #expect(text.contains("overdue for review by 1 day\n"))
    #expect(text.contains("late to begin by 10 days"))
    #expect(text.contains("What came of it: It worked"))
    #expect(!text.split(separator: "\n").contains { $0.count > 80 })
  }

  @Test func `the smallest change is rounded up, and said to be unknown with its reason`() throws {
    let words = try text(all()).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("we could detect: 8 points of 100, with as many as now (12)."))
    #expect(words.contains("cannot be told, as too few answered to show."))
    #expect(words.contains("cannot be told, as nothing of it was taken in."))
    #expect(words.contains("C1.P1 Values; for the most vulnerable pupils; C1: not looked at"))
  }

  @Test func `a choice lists some and counts all`() throws {
    let costless = try text(all(), ActionChoice(costs: [.none]))
    #expect(costless.contains("2027-01-11") && !costless.contains("2027-02-01"))
    #expect(costless.contains("4 actions"))
    let some = try text(all(), ActionChoice(statuses: [.done, .planned], tiers: [.all]))
    #expect(some.contains("2026-10-01") && some.contains("2027-01-11"))
    #expect(!some.contains("2026-11-19"))
  }

  @Test func `without actions, or without evidence, it says what to do`() throws {
    #expect(try text(release([])).contains("mhars actions template PRACTICE"))
    #expect(try text(release([], hasTable: false)).contains("Nothing was taken in for this round"))
    let json = try ActionJSON.write(release([], hasTable: false), to: ByteSink()).json
    #expect(json["without_action"] is NSNull)
    #expect(json["without_action_reason"] as? String == "not taken in")
  }

  @Test func `JSON has each action with its reasons`() throws {
    let json = try ActionJSON.write(all(), heading: AuditSample.heading, to: ByteSink()).json
    #expect(json["schema"] as? String == "mhars.actions/1" && json["release"] as? String == "audit")
    let actions = try #require(json["actions"] as? [[String: Any]])
    #expect(actions.map { $0["id"] as? String } == ["d", "a", "b", "c"])
    #expect(actions.map { $0["overdue"] as? Bool } == [false, true, false, false])
    #expect(actions[2]["smallest_change"] as? Double == 7.2)
    #expect(actions[2]["smallest_change_n"] as? Int == 12)
    #expect(actions[3]["smallest_change_reason"] as? String == "held_back")
    #expect(actions[3]["tier_state"] as? String == "not_looked_at")
    let counts = try #require(json["counts"] as? [[String: Any]])
    #expect(counts[0]["planned"] as? Int == 1 && counts[2]["under_way"] as? Int == 1)
  }

  @Test func `a table for spreadsheets runs nothing and hides nothing`() throws {
    let release = try release([action("a", "2027-01-11", owner: "=HYPERLINK(\"http://x\")")])
    let cells = ActionCSV.write(release, to: ByteSink()).cells
    #expect(cells.count == 2 && cells[0].count == cells[1].count)
    let owner = try #require(cells[0].firstIndex(of: "owner"))
    #expect(cells[1][owner].hasPrefix("'="))
  }

  @Test func `control characters of a register act on no terminal`() throws {
    let text = try text(release([action("a", "2027-01-11", owner: "Head\u{1B}[31m")]))
    #expect(!text.contains("\u{1B}"))
  }
}
