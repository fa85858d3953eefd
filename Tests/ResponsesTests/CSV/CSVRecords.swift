import Diagnostics
import Testing

@testable import Responses

/// The records of bytes, each a list of fields, and why reading stopped.
func records(_ bytes: [UInt8], delimiter: Character = ",") throws -> ([[String]], CSVReader.Stop?) {
  try records(FileSource(name: "a.csv", bytes: bytes), delimiter: delimiter)
}

func records(_ source: FileSource, delimiter: Character = ",") throws
  -> ([[String]], CSVReader.Stop?)
{
  let reader = CSVReader(
    source: source, delimiter: try #require(delimiter.asciiValue), skipping: 0)
  var rows: [[String]] = []
  let stop = try reader.forEachRow { row in
    rows.append((0..<row.count).map(row.text))
    return true
  }
  return (rows, stop)
}

/// A file that is opened and read to its end: its headings, its records and its faults.
struct OpenedFile {
  var header: [String] = []
  var rows: [[String]] = []
  var delimiter: Character?
  var faults: [String] = []
  /// The sentence of each fault, and its notes.
  var messages: [String] = []

  init(_ source: FileSource, _ options: ImportOptions = ImportOptions()) {
    var sink = DiagnosticSink()
    if let file = CSVFile.open(source, options, reporting: &sink) {
      header = file.header
      delimiter = Character(Unicode.Scalar(file.delimiter))
      var all: [[String]] = []
      _ = file.forEachRecord(reporting: &sink) { row, _ in
        all.append((0..<row.count).map(row.text))
        return true
      }
      rows = all
    }
    faults = placed(sink)
    messages = sink.diagnostics.map { ([$0.message.text] + $0.notes).joined(separator: " / ") }
  }

  init(_ bytes: [UInt8], _ options: ImportOptions = ImportOptions()) {
    self.init(FileSource(name: "a.csv", bytes: bytes), options)
  }

  init(_ text: String, _ options: ImportOptions = ImportOptions()) {
    self.init(Array(text.utf8), options)
  }
}
