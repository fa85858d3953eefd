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

  @Test func `undoing a file that added nothing leaves the rows that it repeated`() throws {
    let rows = SurveyRows(70, seed: 1)
    #expect(try take(rows.plain()) == "A1 +70 ~0 =0 of 70")
    let some = SurveyRows(rows: Array(rows.rows.prefix(50))).plain()
    #expect(try take(some, .skip) == "A2 +0 ~0 =50 of 50")
    #expect(try test.answers.imports().map(\.together) == [["A1"], ["A2"]])
    #expect(try test.answers.undo("A2", on: someDay)?.map(\.label) == ["A2"])
    #expect(try count == 70)
    #expect(try test.answers.imports().map { $0.undone != nil } == [false, true])
    #expect(try test.answers.undo("A2", on: someDay) == nil)
    let kept = try test.answers.responses(
      round: "autumn", instrument: "mini-safety", definition: Definition.read)
    #expect(kept?.ledger.read == 70)
  }

  @Test func `a file that added nothing goes when no row is left, and not before`() throws {
    let rows = SurveyRows(40, seed: 1)
    _ = try take(SurveyRows(rows: Array(rows.rows.prefix(20))).plain())
    _ = try take(SurveyRows(rows: Array(rows.rows.suffix(20))).plain())
    #expect(
      try take(SurveyRows(rows: Array(rows.rows[10..<30])).plain(), .skip) == "A3 +0 ~0 =20 of 20")
    #expect(try test.answers.undo("A1", on: someDay)?.map(\.label) == ["A1"])
    #expect(try test.answers.imports().map { $0.undone != nil } == [true, false, false])
    #expect(try test.answers.undo("A2", on: someDay)?.map(\.label) == ["A2", "A3"])
    #expect(try test.answers.imports().allSatisfy { $0.undone == someDay })
    #expect(try take(rows.plain()) == "A4 +40 ~0 =0 of 40")
    let kept = try test.answers.responses(
      round: "autumn", instrument: "mini-safety", definition: Definition.read)
    #expect(kept?.ledger.read == 40)
  }

  @Test func `a few that came first share the batch of those who come next`() throws {
    let rows = SurveyRows(90, seed: 1)
    func some(_ range: Range<Int>) -> String { SurveyRows(rows: Array(rows.rows[range])).plain() }
    #expect(try take(some(0..<1)) == "A1 +1 ~0 =0 of 1")
    #expect(try take(some(1..<70)) == "A2 +69 ~0 =0 of 69")
    #expect(try take(some(70..<90)) == "A3 +20 ~0 =0 of 20")
    #expect(
      try test.answers.imports().map(\.together) == [["A1", "A2"], ["A1", "A2"], ["A3"]])
    #expect(try count == 90)
    // Neither the first file nor the second is known by name, since each tells the few.
    #expect(try take(some(0..<1)) == "asks =1 ~0 +0")
    #expect(try take(some(1..<70)) == "asks =69 ~0 +0")
    #expect(try test.answers.undo("A1", on: someDay)?.map(\.label) == ["A1", "A2"])
    #expect(try count == 20)
  }
}
