import Instruments
import Testing

struct ActionRegisterReaderTests {
  @Test func `an action with the keys that every action has gets the defaults`() throws {
    let (register, ids) = readActions(shortAction)
    #expect(ids == [])
    let action = try #require(register?.actions.first)
    #expect(action.tier == .all && action.status == .planned && action.evidence == [])
    #expect(action.round == "autumn-2026" && action.outcome == nil)
    #expect(action.measure == Action.Measure(instrument: "pupil-safety"))
  }

  @Test func `every key is read, and a code stands for its practice`() throws {
    let (register, ids) = readActions(
      """
      actions:
        - id: a1
          practice: C4.P4
          tier: most_vulnerable
          first_step: "Ask: which place?"
          owner: Deputy head
          begin: 2026-11-30
          cost: funded
          measure: pupil-safety.safe_playground
          review: 2026-11-30
          status: dropped
          round: autumn-2026
          evidence: [pupil-safety]
          outcome: It rained
      """)
    #expect(ids == [])
    let action = try #require(register?.actions.first)
    #expect(action.practice == "vision.safety" && action.tier == .mostVulnerable)
    #expect(action.firstStep == "Ask: which place?" && action.cost == .funded)
    #expect(action.measure.part == "safe_playground" && action.measure.text.hasSuffix("playground"))
    #expect(action.status == .dropped && action.outcome == "It rained")
    #expect(action.begin == action.review && action.evidence == ["pupil-safety"])
  }

  @Test func `a register without actions is one`() {
    #expect(readActions("actions: []\n").0 == ActionRegister())
  }

  @Test func `all faults of form are named in one run, each at its place`() {
    expectActionFaults(
      in: """
        1️⃣action: none
        actions:
          - id: 2️⃣Adults
            practice: vision.safety
            tier: 3️⃣at risk
            first_step:4️⃣
            owner: Deputy head
            begin: 5️⃣30.11.2026
            cost: 6️⃣nothing
            measure: 7️⃣Pupil Safety
            review: 2027-03-15
            status: 8️⃣underway
          - 9️⃣{ id: b, practice: vision.safety, owner: x, first_step: y, cost: none }
        """,
      Fault("1️⃣", "unknown-key", "did you mean 'actions'?"),
      Fault("2️⃣", "bad-id", "such as 'adults-outside'"),
      Fault("3️⃣", "unknown-word", "did you mean 'at_risk'?"),
      Fault("4️⃣", "empty-value"), Fault("5️⃣", "not-a-day"),
      Fault("6️⃣", "unknown-word", "'none', 'small', 'funded'"), Fault("7️⃣", "bad-id"),
      Fault("8️⃣", "unknown-word", "did you mean 'under_way'?"),
      Fault("9️⃣", "missing-key", "'begin'"), Fault("9️⃣", "missing-key", "'measure'"),
      Fault("9️⃣", "missing-key", "'review'"))
  }

  @Test func `what is late and what is overdue goes by the day and the status`() throws {
    let action = try #require(readActions(shortAction).0?.actions.first)
    let days = ["2026-11-30", "2026-12-01", "2027-03-15", "2027-03-16"].compactMap(CalendarDay.init)
    #expect(days.map(action.isLate) == [false, true, true, true])
    #expect(days.map(action.isOverdue) == [false, false, false, true])
    var begun = action
    begun.status = .underWay
    #expect(days.map(begun.isLate) == [false, false, false, false])
    #expect(begun.isOverdue(on: days[3]))
    begun.status = .done
    #expect(!begun.isOverdue(on: days[3]))
  }

  @Test func `actions are listed by their days of review, then by their ids`() throws {
    let first = try #require(readActions(shortAction).0?.actions.first)
    var (second, third) = (first, first)
    second.id = "a"
    third.id = "z"
    third.review = first.begin
    let register = ActionRegister(actions: [first, second, third])
    #expect(register.byReview.map(\.id) == ["z", "a", "adults-outside"])
  }

  @Test func `the rounds of a register are known before its evidence is`() {
    let named = shortAction.replacing("    cost:", with: "    round: spring-2027\n    cost:")
    #expect(actionReader(plan: twoPlan).rounds(namedIn: Array(named.utf8)) == ["spring-2027"])
    #expect(actionReader(plan: onePlan).rounds(namedIn: Array(shortAction.utf8)) == ["autumn-2026"])
    #expect(actionReader(plan: twoPlan).rounds(namedIn: Array("a: [".utf8)) == [])
  }
}
