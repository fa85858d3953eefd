import Diagnostics
import Instruments
import Testing

/// A fault that a test expects at the marker in its text.
struct Fault {
  var marker: Character
  var id: String
  /// A part of the sentence, the remedy above all.
  var text: String

  init(_ marker: Character, _ id: String, _ text: String = "") {
    (self.marker, self.id, self.text) = (marker, id, text)
  }
}

/// Expects that reading a text gives exactly these faults, each where its marker stands.
///
/// With `only`, faults of other ids are left to other tests.
func expectFaults(
  in marked: String, only: String? = nil, file: String = "sample.yaml", _ faults: Fault...,
  location: SourceLocation = #_sourceLocation,
  reading: (_ bytes: [UInt8], _ file: String, _ sink: inout DiagnosticSink) -> Void = {
    _ = InstrumentReader().read($0, file: $1, into: &$2)
  }
) {
  expectFaults(
    in: marked, only: only, file: file, faults, location: location, reading: reading)
}

/// Expects that reading a text gives exactly the faults of a list.
func expectFaults(
  in marked: String, only: String? = nil, file: String, _ faults: [Fault],
  location: SourceLocation,
  reading: (_ bytes: [UInt8], _ file: String, _ sink: inout DiagnosticSink) -> Void
) {
  var places: [Character: Location] = [:]
  var text = ""
  var place = Location(file: file, line: 1, column: 1)
  for character in marked {
    if character.unicodeScalars.contains("\u{20E3}") {
      places[character] = place
      continue
    }
    text.append(character)
    let (line, column) = (place.line ?? 1, place.column ?? 1)
    place.line = character.isNewline ? line + 1 : line
    place.column = character.isNewline ? 1 : column + 1
  }
  var sink = DiagnosticSink()
  reading(Array(text.utf8), file, &sink)
  let found = sink.diagnostics.filter { only == nil || $0.message.id == only }
  let expected = faults.map { "\(places[$0.marker]?.description ?? "unmarked") \($0.id)" }
  let names = found.map { "\($0.location) \($0.message.id)" }
  #expect(names.sorted() == expected.sorted(), sourceLocation: location)
  for (fault, name) in zip(faults, expected) {
    let texts = zip(names, found).filter { $0.0 == name }.map(\.1.message.text)
    #expect(texts.contains { $0.contains(fault.text) }, "\(texts)", sourceLocation: location)
  }
  for text in found.map(\.message.text) {
    #expect(text.contains("; ") && !text.hasSuffix("."), "\(text)", sourceLocation: location)
  }
}
