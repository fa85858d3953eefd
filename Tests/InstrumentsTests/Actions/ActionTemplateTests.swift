import Instruments
import Testing

struct ActionTemplateTests {
  private let template = ActionTemplate(
    notes: ["C4.P4 Safe", "two\nlines"], practice: "vision.safety", tier: .atRisk,
    begin: .first, review: .first, measure: Action.Measure(instrument: "pupil-safety"),
    round: "autumn-2026", evidence: ["pupil-safety"])

  /// The entry with what a person has to write in it.
  private func filled(_ text: String) -> String {
    text.replacing("first_step:  #", with: "first_step: Go on #")
      .replacing("owner:  #", with: "owner: Deputy head #")
  }

  @Test(arguments: [
    "", "# ours\n", shortAction, shortAction + "# the end", "actions:\n", "actions:\r\n",
    "actions:\n- id: safety-1\n  practice: C4.P4\n  first_step: x\n  owner: y\n"
      + "  begin: 2026-11-30\n  cost: none\n  measure: walk\n  review: 2026-12-01\n",
  ])
  func `an entry goes below any register, and reads once a person has filled it`(register: String) {
    let text = register + template.text(below: register)
    let before = readActions(register).0?.actions.count ?? 0
    let (asked, faults) = readActions(text)
    #expect(asked == nil && faults == ["empty-value", "empty-value"])
    let (read, ids) = readActions(filled(text))
    #expect(ids == [])
    #expect(read?.actions.count == before + 1)
    #expect(read?.actions.last?.tier == .atRisk)
  }

  @Test func `its id is free`() {
    #expect(template.text(below: "").contains("id: safety-1\n"))
    let below = "actions:\n  - { id: safety-1, owner: x }\n  - id: \"safety-2\"\n"
    #expect(template.text(below: below).contains("id: safety-3\n"))
  }

  @Test func `without a measure or evidence it asks for the one and leaves the other out`() {
    var bare = template
    bare.measure = nil
    bare.evidence = []
    let text = bare.text(below: "")
    #expect(!text.contains("evidence"))
    #expect(readActions(text).1 == ["empty-value", "empty-value", "empty-value"])
  }
}
