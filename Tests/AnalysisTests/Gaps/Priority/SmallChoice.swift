import Diagnostics
import Instruments
import Responses
import Testing

@testable import Analysis

/// A form that asks which components of the small pack matter most.
struct SmallChoice {
  var audience = "pupils"
  var offered = ["vision", "staff", "networks", "parents"]

  func table(_ rows: [String]) throws -> ResponseTable {
    let text = """
      id: choice-\(audience)
      version: 1
      framework: small
      audience: \(audience)
      privacy: anonymous
      sections:
        - id: main
          items:
            - { id: matters, type: multiple, importance: components, choices: [\(
              offered.map { "{ code: \($0) }" }.joined(separator: ", "))] }
            - { id: more, type: text }
      """
    var sink = DiagnosticSink()
    let instrument = InstrumentReader().read(Array(text.utf8), file: "c.yaml", into: &sink)
    let read = try #require(instrument, "\(sink.diagnostics.map(\.message.text))")
    let lines = ["matters,more"] + rows.map { "\($0),x" }
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: Array(lines.joined(separator: "\n").utf8)), for: read,
      options: ImportOptions(), reporting: &sink)
    return try #require(outcome?.table, "\(sink.diagnostics.map(\.message.text))")
  }

  func source(_ rows: [String]) throws -> GapSource {
    .survey(try table(rows), population: nil)
  }
}
