import Instruments
import Responses
import Testing

@testable import Store

/// What is left when imports of answers are undone, and what can come again.
struct UndoTests {
  private let test: TestAudit
  private let definition: Definition

  init() throws {
    test = try TestAudit()
    definition = try Definition.safety()
  }

  private func take(_ text: String, _ overlap: Intake.Overlap? = nil) throws -> String {
    try test.answers.take(outcome(text, for: definition), intake(definition, overlap)).words
  }

  private var count: Int {
    get throws { try test.answers.table(definition)?.rowCount ?? 0 }
  }

  @Test(arguments: ["A1", "A2"])
  func `a file that was added twice can be added again when one of them is undone`(_ label: String)
    throws
  {
    let rows = SurveyRows(40, seed: 1)
    #expect(try take(rows.plain()) == "A1 +40 ~0 =0 of 40")
    #expect(try take(rows.plain(), .add) == "A2 +40 ~0 =0 of 40")
    _ = try test.answers.undo(label, on: someDay)
    #expect(try take(rows.plain(), .add) == "A3 +40 ~0 =0 of 40")
    #expect(try count == 80)
  }
}
