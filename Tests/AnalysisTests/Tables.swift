import Analysis
import Diagnostics
import Instruments
import Responses
import Testing

/// An instrument in a few words: a scale of codes, items in a row, scores over them.
struct SmallInstrument {
  var id = "small"
  var audience = "pupils"
  var privacy = "anonymous"
  var codes = 1...5
  var favourable = "[4, 5]"
  /// Items as `id`, `id/practice`, and a minus in front of those turned round.
  var items: [String]
  var scores: [String] = []
  var methods: [String] = []
  var further: [String] = []
  /// The words of items that have others than "The words of" their id.
  var wordings: [String: String] = [:]

  var text: String {
    var lines = ["id: \(id)", "version: 1", "audience: \(audience)", "privacy: \(privacy)"]
    if !methods.isEmpty { lines.append("method: [\(methods.joined(separator: ", "))]") }
    lines += ["missing: { prefer_not: PN, dont_know: DK }", "scales:", "  points:"]
    lines += ["    favourable: \(favourable)", "    points:"]
    lines += codes.map { "      - { code: \($0), label: Point \($0) }" }
    lines += ["sections:", "  - id: main", "    scale: points", "    items:"]
    lines += items.map(item)
    lines += further.map { "      - \($0)" }
    if !scores.isEmpty { lines += ["scores:"] + scores.map { "  - { \($0) }" } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func item(_ word: String) -> String {
    let isReversed = word.hasPrefix("-")
    let parts = word.drop { $0 == "-" }.split(separator: "/").map(String.init)
    let practice = parts.count > 1 ? ", practice: \(parts[1])" : ""
    return "      - { id: \(parts[0]), text: \(wordings[parts[0]] ?? "The words of \(parts[0])")"
      + "\(practice)"
      + "\(isReversed ? ", reverse: true" : "") }"
  }

  func read() throws -> Instrument {
    var sink = DiagnosticSink()
    let instrument = InstrumentReader().read(Array(text.utf8), file: id + ".yaml", into: &sink)
    return try #require(instrument, "\(sink.diagnostics.map(\.message.text))")
  }

  /// The responses of a table in which every line is a row, headed by the items.
  func responses(_ rows: [String], heading: String? = nil, extras: [String] = []) throws
    -> ResponseImport.Outcome
  {
    let names = items.map { $0.drop { $0 == "-" }.split(separator: "/").map(String.init)[0] }
    let head = heading ?? names.joined(separator: ",")
    var options = ImportOptions()
    options.extras = extras
    var sink = DiagnosticSink()
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: Array(([head] + rows).joined(separator: "\n").utf8)),
      for: try read(), options: options, reporting: &sink)
    return try #require(outcome, "\(sink.diagnostics.map(\.message.text))")
  }
}

/// A population file from its lines.
func population(_ lines: [String]) throws -> PopulationTable {
  var sink = DiagnosticSink()
  let table = PopulationTable.read(
    FileSource(name: "counts.csv", bytes: Array(lines.joined(separator: "\n").utf8)),
    reporting: &sink)
  return try #require(table, "\(sink.diagnostics.map(\.message.text))")
}

/// Whether two figures are equal but for rounding, or both missing.
func isClose(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-12) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}
