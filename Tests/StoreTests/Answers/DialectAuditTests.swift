import Analysis
import Instruments
import Responses
import Statistics
import Testing

@testable import Store
@testable import exports

/// Whatever tool wrote an export, and whether it comes as CSV or as a workbook, an audit holds its
/// answers once.
struct DialectAuditTests {
  /// A tool's export as a file of one kind.
  struct Form: Sendable, CustomTestStringConvertible {
    let writer: DialectWriter
    let isWorkbook: Bool

    var testDescription: String { "\(writer)\(isWorkbook ? ", workbook" : "")" }

    static let all = DialectWriter.all.flatMap { writer in
      [Form(writer: writer, isWorkbook: false), Form(writer: writer, isWorkbook: true)]
    }
  }

  private let test: TestAudit
  private let definition: Definition
  private let records = MiniRecord.different(60, seed: 11)

  init() throws {
    test = try TestAudit()
    definition = try Definition.safety()
  }

  /// The records of some places as a file of the form, read.
  private func read(_ form: Form, _ order: [Int]) throws -> ResponseImport.Outcome {
    let bytes =
      form.isWorkbook
      ? form.writer.workbook(records, order: order)
      : Array(form.writer.export(records, order: order).utf8)
    return try outcome(bytes, for: definition) {
      $0.recipe = form.writer.recipe
      $0.dateOrder = nil
    }
  }

  private func take(
    _ form: Form, _ order: [Int], _ overlap: Intake.Overlap? = nil
  ) throws -> String {
    try test.answers.take(read(form, order), intake(definition, overlap)).words
  }

  private func kept() throws -> ResponseTable {
    try #require(try test.answers.table(definition))
  }

  private func figures(_ table: ResponseTable) -> String {
    inWords(
      SurveyAnalysis(
        table, ledger: ImportLedger(read: 0, excluded: [:], unreadableCells: 0, dialect: .plain)
      ).figures())
  }

  @Test(arguments: Form.all)
  func `an audit holds what the plain file holds, with the same figures`(_ form: Form) throws {
    let order = Array(records.indices)
    let plain = try read(Form(writer: .plain, isWorkbook: false), order).table
    #expect(try take(form, order) == "A1 +60 ~0 =0 of 60")
    let imports = try test.answers.imports()
    #expect(imports.map(\.dialect) == [form.writer.dialect])
    let kept = try kept()
    #expect(multiset(kept) == multiset(plain))
    #expect(figures(kept) == figures(plain))
  }

  @Test(arguments: Form.all)
  func `the same rows again, in another order or another kind of file, add nothing`(
    _ form: Form
  ) throws {
    var random = SeededGenerator(seed: 3)
    let order = Array(records.indices)
    _ = try take(form, order)
    let before = try test.settled(.answers)
    #expect(try take(form, order) == "same as A1")
    #expect(try take(form, order.shuffled(using: &random)) == "same as A1")
    let other = Form(writer: form.writer, isWorkbook: !form.isWorkbook)
    #expect(try take(other, order.reversed()) == "same as A1")
    #expect(try test.settled(.answers) == before)
  }

  @Test(arguments: Form.all)
  func `a file that overlaps adds exactly the rows that are new`(_ form: Form) throws {
    var random = SeededGenerator(seed: 5)
    let hasIDs = try read(form, [0]).table.identifiers != nil
    #expect(try take(form, Array(0..<37)) == "A1 +37 ~0 =0 of 37")
    // Some of the old rows and all of the new ones, mixed.
    let later = Array(20..<60).shuffled(using: &random)
    if hasIDs {
      #expect(try take(form, later) == "A2 +23 ~0 =17 of 40")
    } else {
      #expect(try take(form, later) == "asks =17 ~0 +23")
      #expect(try take(form, later, .skip) == "A2 +23 ~0 =17 of 40")
    }
    #expect(try multiset(kept()) == multiset(read(form, Array(records.indices)).table))
    let all = try take(form, Array(records.indices), hasIDs ? nil : .skip)
    #expect(all == "A3 +0 ~0 =60 of 60")
  }
}
