import Diagnostics
import Instruments

@testable import Responses

/// Exports of a survey: every record is accounted for, blocks change nothing, and the recipe of an
/// import gives the same import.
enum AnswersTarget {
  /// What two imports of the same answers have in common.
  private struct Taken: Equatable {
    let ledger: ImportLedger?
    let columns: [String: ItemColumn]
    let records: [Int]

    init(_ outcome: ResponseImport.Outcome?) {
      ledger = outcome?.ledger
      columns = outcome?.table.items ?? [:]
      records = outcome.map { taken in (0..<taken.table.rowCount).map(taken.table.record) } ?? []
    }
  }

  static func run(_ input: [UInt8]) throws {
    let survey = try found(FuzzSamples.survey, "the survey cannot be read")
    let options = options(Array(input.prefix(2)))
    let bytes = Array(input.dropFirst(2))
    let source = FileSource(name: "answers.csv", bytes: bytes)
    var sink = DiagnosticSink()
    var rejected: RejectedRows? = RejectedRows()
    let export = ExportFile.open(source, options, reporting: &sink)
    let outcome = export.flatMap {
      ResponseImport.read(
        $0, for: survey, options: options, rejecting: &rejected, reporting: &sink)
    }
    try expect((outcome == nil) == sink.hasErrors, "a table and errors, or neither")
    if let outcome { try account(for: outcome, rejected) }
    let blocks = stride(from: 0, to: bytes.count, by: 7).map {
      Array(bytes[$0..<min($0 + 7, bytes.count)])
    }
    var other = DiagnosticSink()
    let cut = ResponseImport.read(
      FileSource(name: "answers.csv", blocks: blocks), for: survey, options: options,
      reporting: &other)
    try expect(Taken(cut) == Taken(outcome), "blocks of 7 bytes give other answers")
    try expect(other.diagnostics == sink.diagnostics, "blocks of 7 bytes give other faults")
    try repeatByRecipe(source, survey, options, outcome)
  }

  /// Reads the options out of two bytes, so that the fuzzer finds each of them by itself.
  static func options(_ bytes: [UInt8]) -> ImportOptions {
    var options = ImportOptions()
    let tool = Int(bytes.first ?? 0) % (Dialect.allCases.count + 1)
    options.dialect = tool == 0 ? nil : Dialect.allCases[tool - 1]
    let bits = bytes.count > 1 ? bytes[1] : 0
    options.acceptsRejects = bits & 1 != 0
    options.dateOrder = [nil, .dayFirst, .monthFirst, nil][Int(bits >> 1 & 3)]
    options.keepsUnfinished = bits & 8 != 0
    options.identifier = bits & 16 != 0 ? "id" : nil
    options.extras = bits & 32 != 0 ? ["class"] : []
    options.encoding = bits & 64 != 0 ? .windows1252 : .automatic
    return options
  }

  private static func account(
    for outcome: ResponseImport.Outcome, _ rejected: RejectedRows?
  ) throws {
    let (ledger, table) = (outcome.ledger, outcome.table)
    let excluded = ledger.excluded.values.reduce(0, +)
    try expect(ledger.used >= 0 && ledger.read == ledger.used + excluded, "records are lost")
    try expect(ledger.excluded.values.allSatisfy { $0 > 0 }, "a reason without records")
    try expect(table.rowCount == ledger.used, "\(table.rowCount) rows, \(ledger.used) used")
    for (id, column) in table.items {
      try expect(column.length == table.rowCount, "\(id) has \(column.length) cells")
    }
    let records = (0..<table.rowCount).map(table.record)
    try expect(records == Set(records).sorted(), "records out of order or twice")
    try expect(records.allSatisfy { (1...ledger.read).contains($0) }, "a record that is not there")
    let refused = rejected?.rows.count ?? 0
    try expect(
      refused == ledger.excluded[.fault, default: 0],
      "\(refused) refused rows kept, \(ledger.excluded[.fault, default: 0]) counted")
  }

  /// What the recipe of an import is for: the same file once more in the same way.
  private static func repeatByRecipe(
    _ source: FileSource, _ survey: Instrument, _ options: ImportOptions,
    _ outcome: ResponseImport.Outcome?
  ) throws {
    var looking = DiagnosticSink()
    guard let export = ExportFile.open(source, options, reporting: &looking) else {
      return try expect(outcome == nil, "a table of a file that cannot be looked at")
    }
    let reading = ExportReading(export, for: survey, options: options)
    guard outcome != nil else { return }
    var again = options
    again.recipe = reading.recipe
    var sink = DiagnosticSink()
    let repeated = ResponseImport.read(source, for: survey, options: again, reporting: &sink)
    try expect(Taken(repeated) == Taken(outcome), "the recipe of a file reads it otherwise")
  }
}

extension ItemColumn {
  fileprivate var length: Int {
    switch self {
    case .codes(let column): column.cells.count
    case .options(let column): column.cells.count
    case .numbers(let column): column.cells.count
    case .dates(let column): column.cells.count
    case .texts(let column): column.count
    }
  }
}
