import Diagnostics
import Testing

@testable import Responses

/// What the import of a roll gave: a roll, or the faults that stood against it.
struct ImportedRoll {
  let roll: Roll?
  let faults: [String]
  let messages: [String]

  /// The pupils as `id|name|known as|class|year`, in the order of the roll.
  var pupils: [String] {
    guard let roll else { return [] }
    func label(_ column: LabelColumn?, _ pupil: Int) -> String {
      guard let cell = column?.cells[pupil], cell >= 0 else { return "" }
      return column?.labels[Int(cell)] ?? ""
    }
    return (0..<roll.count).map { pupil in
      [
        roll.ids[pupil], roll.names?[pupil] ?? "", roll.knownAs?[pupil] ?? "",
        label(roll.classes, pupil), label(roll.years, pupil),
      ].joined(separator: "|")
    }
  }
}

func importedRoll(_ text: String, location: SourceLocation = #_sourceLocation) -> ImportedRoll {
  importedRoll(FileSource(name: "roll.csv", bytes: Array(text.utf8)), location: location)
}

/// Imports a roll, and expects that none comes without an error to say why.
func importedRoll(
  _ source: FileSource, _ options: ImportOptions = ImportOptions(),
  location: SourceLocation = #_sourceLocation
) -> ImportedRoll {
  var sink = DiagnosticSink()
  let roll = RollImport.read(source, options: options, reporting: &sink)
  #expect((roll != nil) == !sink.hasErrors, sourceLocation: location)
  if let roll { #expect(roll.optedOut.count == roll.count, sourceLocation: location) }
  return ImportedRoll(
    roll: roll, faults: placed(sink), messages: sink.diagnostics.map(\.message.text))
}
