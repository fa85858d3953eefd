import Instruments
import Testing

struct ActionRulesTests {
  private func action(_ lines: String) -> String {
    shortAction.replacing("adults-outside", with: "a") + lines
  }

  @Test func `faults against the plan and the evidence are named together`() {
    expectActionFaults(
      in: """
        actions:
          - id: a
            practice: 1️⃣vision.saftey
            first_step: Two more adults outside
            owner: 2️⃣Sophia Quill
            begin: 2026-11-30
            cost: none
            measure: 3️⃣pupil-saftey
            review: 4️⃣2026-11-29
            round: 5️⃣autum-2026
          - id: 6️⃣a
            practice: 7️⃣staff.trust
            first_step: 8️⃣Talk with Sophia Quill
            owner: Deputy head
            begin: 2026-11-30
            cost: none
            measure: 9️⃣pupil-safety.safe_playgrond
            review: 2026-11-30
            evidence: [0️⃣pupil-saftey]
        """,
      Fault("1️⃣", "unknown-practice", "did you mean 'vision.safety'?"),
      Fault("2️⃣", "owner-is-a-pupil", "write the role"),
      Fault("3️⃣", "measure-not-in-plan", "did you mean 'pupil-safety'?"),
      Fault("4️⃣", "review-too-early", "before the action begins on 2026-11-30"),
      Fault("5️⃣", "unknown-round", "did you mean 'autumn-2026'?"),
      Fault("6️⃣", "duplicate-id"),
      Fault("7️⃣", "unknown-practice", "write one of 'vision.safety'"),
      Fault("8️⃣", "pupil-named", "without the name"),
      Fault("9️⃣", "unknown-part", "did you mean 'safe_playground'?"),
      Fault("0️⃣", "no-such-evidence", "did you mean 'pupil-safety'?"))
  }

  @Test func `a name in the messages is never that of the pupil`() {
    var sink = readActions(action("").replacing("Deputy head", with: "Sophia Quill"))
    #expect(sink.0 == nil && sink.1 == ["owner-is-a-pupil"])
    sink = readActions(action("    outcome: Sophia Quill likes it\n"))
    #expect(sink.0 != nil && sink.1 == ["pupil-named"])
  }

  @Test func `the measure of a record may go on to a practice, and nowhere else`() {
    let walk = action("").replacing(
      "measure: pupil-safety", with: "measure: walk.calm.vision.safety")
    #expect(readActions(walk).1 == [])
    let other = action("").replacing("measure: pupil-safety", with: "measure: walk.clam")
    #expect(readActions(other).1 == ["unknown-part"])
  }

  @Test func `with several rounds an action says to which it answers`() {
    #expect(readActions(action(""), actionReader(plan: twoPlan)).1 == ["missing-round"])
    let (register, ids) = readActions(
      action("    round: spring-2027\n    evidence: walk.calm\n"),
      actionReader(plan: twoPlan, evidence: ["spring-2027": ["walk.calm"]]))
    #expect(ids == [])
    #expect(register?.actions.first?.round == "spring-2027")
  }

  @Test func `evidence of a round without any is none, and twice is once too often`() {
    let named = action("    evidence: [pupil-safety, pupil-safety]\n")
    #expect(readActions(named).1 == ["evidence-twice"])
    #expect(
      readActions(named, actionReader(evidence: [:])).1
        == ["evidence-twice", "no-such-evidence", "no-such-evidence"])
  }

  @Test func `what a reader is not given it does not check`() {
    let (register, ids) = readActions(
      action("    evidence: [anything]\n"), ActionRegisterReader())
    #expect(ids == [] && register?.actions.first?.round == "")
  }

  @Test func `an ended action without a word on what came of it is a warning`() {
    let (register, ids) = readActions(action("    status: done\n"))
    #expect(register != nil && ids == ["no-outcome"])
    #expect(readActions(action("    status: under_way\n")).1 == [])
  }

  @Test func `a practice that the audit does not look at is a warning`() {
    var plan = onePlan
    plan.components = ["staff"]
    let (register, ids) = readActions(action(""), actionReader(plan: plan))
    #expect(register != nil && ids == ["component-not-chosen"])
  }
}
