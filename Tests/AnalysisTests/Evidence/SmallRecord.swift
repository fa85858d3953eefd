import Analysis
import Diagnostics
import Instruments
import Responses
import Testing

/// A record in a few lines: its items, its rule, its rows.
struct SmallRecord {
  var audience = "observers"
  /// Items in the flow form of YAML, without their braces.
  var items: [String]
  /// The lines below `record:`.
  var rule: [String]

  /// Who was suspended, by group, headed `group,suspended,pupils`.
  static let exclusions = SmallRecord(
    audience: "records",
    items: [
      "id: group, type: text, role: group", "id: suspended, type: number",
      "id: pupils, type: number",
    ],
    rule: [
      "measures:",
      "  - { id: out, kind: ratio, of: suspended, among: pupils, by: group, better: lower, "
        + "practices: networks.kindness }",
    ])

  func read() throws -> Instrument {
    let lines =
      [
        "id: small", "version: 1", "audience: \(audience)", "privacy: anonymous", "method: [C1.M1]",
        "sections:", "  - id: main", "    items:",
      ] + items.map { "      - { \($0) }" } + ["record:"] + rule.map { "  " + $0 }
    var sink = DiagnosticSink()
    let text = lines.joined(separator: "\n") + "\n"
    let instrument = InstrumentReader().read(Array(text.utf8), file: "small.yaml", into: &sink)
    return try #require(instrument, "\(sink.diagnostics.map(\.message.text))")
  }

  /// The evidence of rows below a heading line.
  func evidence(_ lines: [String]) throws -> [EvidenceEntry] {
    var sink = DiagnosticSink()
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: Array(lines.joined(separator: "\n").utf8)),
      for: try read(), options: ImportOptions(), reporting: &sink)
    let table = try #require(outcome?.table, "\(sink.diagnostics.map(\.message.text))")
    return try #require(RecordEvidence(table)).evidence()
  }
}

extension EvidenceEntry {
  /// The index and its standard error.
  var points: IndexFigure? {
    guard case .index(let figure, _) = figure else { return nil }
    return figure
  }
}
