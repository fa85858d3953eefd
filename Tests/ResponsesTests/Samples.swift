import Diagnostics
import Foundation
import Instruments
import Testing

@testable import Responses

/// A point with an English label, and others by language.
func point(_ code: String, _ label: String? = nil, _ others: [String: String] = [:]) -> Point {
  let wordings = others.merging(label.map { ["en": $0] } ?? [:]) { $1 }
  return Point(code: code, label: wordings.isEmpty ? nil : LocalizedText(wordings))
}

/// An item with an English text and stem.
func item(
  _ id: String, _ format: AnswerFormat, text: String? = nil, stem: String? = nil,
  role: Item.Role? = nil
) -> Item {
  Item(
    id: id, text: text.map { LocalizedText(["en": $0]) },
    stem: stem.map { LocalizedText(["en": $0]) }, format: format, role: role, section: "main")
}

/// Four points from Never to Always, in English and Welsh.
let often = AnswerFormat.scale(
  Scale(
    id: "often",
    points: [
      point("1", "Never", ["cy": "Byth"]), point("2", "Sometimes", ["cy": "Weithiau"]),
      point("3", "Mostly", ["cy": "Gan amlaf"]), point("4", "Always", ["cy": "Bob amser"]),
    ]))

/// The reasons that the shipped instruments declare.
let usualReasons = [
  Instrument.MissingReason(reason: "prefer_not", point: point("PN", "I do not want to say")),
  Instrument.MissingReason(reason: "dont_know", point: point("DK")),
]

/// An instrument of the given items.
func instrument(
  _ items: [Item], missing: [Instrument.MissingReason] = usualReasons,
  aliases: [String: [String]] = [:]
) -> Instrument {
  Instrument(
    id: "sample", version: "1", title: LocalizedText(["en": "Sample"]), audience: .pupils,
    privacy: .identified, missing: missing, items: items, aliases: aliases)
}

/// Options with only what a test is about.
func options(_ change: (inout ImportOptions) -> Void) -> ImportOptions {
  var options = ImportOptions()
  change(&options)
  return options
}

/// The places and ids of diagnostics, such as `answers.csv:3:5 stray-quote`, sorted.
func placed(_ sink: DiagnosticSink) -> [String] {
  sink.diagnostics.map { "\($0.location) \($0.message.id)" }.sorted()
}

/// What an import gave: a table, or the faults that stood against it.
struct Imported {
  let outcome: ResponseImport.Outcome?
  let sink: DiagnosticSink

  var table: ResponseTable? { outcome?.table }
  var ledger: ImportLedger? { outcome?.ledger }
  var faults: [String] { placed(sink) }
  var messages: [String] { sink.diagnostics.map(\.message.text) }

  /// The answers to an item as texts: the code of a point, a missing reason, `-` for blank.
  func answers(_ item: String) -> [String] {
    guard let table, let column = table.items[item] else { return [] }
    switch column {
    case .codes(let column):
      return column.cells.map { code in
        switch code {
        case CellCode.blank: "-"
        case CellCode.unreadable: "unreadable"
        case CellCode.firstDeclared...: table.instrument.missing[Int(code) - 240].reason
        default: column.points[Int(code)].code
        }
      }
    case .options(let column):
      return column.cells.map { cell in
        if cell == OptionColumn.unreadable { return "unreadable" }
        if cell == 0 { return "-" }
        #expect(cell & OptionColumn.answered != 0)
        let chosen = column.points.indices.filter { cell & 1 << UInt64($0) != 0 }
        return chosen.map { column.points[$0].code }.joined(separator: "+")
      }
    case .numbers(let column): return column.cells.map { $0.map { "\($0)" } ?? "-" }
    case .dates(let column):
      return column.cells.map { $0.map { "\($0.year)-\($0.month)-\($0.day)" } ?? "-" }
    case .texts(let column): return (0..<column.count).map { column[$0] }
    }
  }
}

/// Imports a text, and expects what holds of every import: each record is accounted for, every
/// column has one entry for each response, and no table comes without an error to say why.
func imported(
  _ text: String, for instrument: Instrument, _ options: ImportOptions = ImportOptions(),
  location: SourceLocation = #_sourceLocation
) -> Imported {
  imported(
    FileSource(name: "answers.csv", bytes: Array(text.utf8)), for: instrument, options,
    location: location)
}

func imported(
  _ source: FileSource, for instrument: Instrument, _ options: ImportOptions = ImportOptions(),
  location: SourceLocation = #_sourceLocation
) -> Imported {
  var sink = DiagnosticSink()
  let outcome = ResponseImport.read(source, for: instrument, options: options, reporting: &sink)
  #expect(outcome != nil || sink.hasErrors, "no table and no reason", sourceLocation: location)
  if let outcome {
    #expect(!sink.hasErrors, "a table in spite of errors", sourceLocation: location)
    #expect(
      outcome.ledger.isBalanced(with: outcome.table.rowCount), "\(outcome.ledger)",
      sourceLocation: location)
    #expect(outcome.ledger.cells.read > 0 || outcome.ledger.read == 0, sourceLocation: location)
    for (id, column) in outcome.table.items {
      #expect(column.count == outcome.table.rowCount, "\(id)", sourceLocation: location)
    }
    let records = (0..<outcome.table.rowCount).map(outcome.table.record)
    #expect(records == Set(records).sorted(), sourceLocation: location)
    #expect(records.allSatisfy { (1...outcome.ledger.read).contains($0) }, sourceLocation: location)
  }
  return Imported(outcome: outcome, sink: sink)
}

/// Expects that the records of a file are used or excluded, each once, and its cells likewise.
func expectSums(of ledger: ImportLedger, _ location: SourceLocation) {
  #expect(ledger.isBalanced(with: ledger.used) && ledger.used >= 0, sourceLocation: location)
}

extension ItemColumn {
  var count: Int {
    switch self {
    case .codes(let column): column.cells.count
    case .options(let column): column.cells.count
    case .numbers(let column): column.cells.count
    case .dates(let column): column.cells.count
    case .texts(let column): column.count
    }
  }
}

/// The top folder of the project.
let projectFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The path of that folder.
let projectPath = projectFolder.path

/// Runs `body` with the path of a file that holds the bytes, and removes it.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("mhars-\(UUID().uuidString).csv")
  try Data(bytes).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try body(file.path)
}
