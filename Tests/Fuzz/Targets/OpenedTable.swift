import Diagnostics

@testable import Responses

/// A file that could be opened as a table, read to its end or to its first fault.
struct OpenedTable {
  let file: CSVFile
  /// How many records there are after the headings.
  private(set) var count = 0
  private(set) var isWhole = false

  /// Opens and reads a file; `nil` where it is refused, which takes a word.
  init?(_ source: FileSource, _ options: ImportOptions) throws {
    var sink = DiagnosticSink()
    guard let file = CSVFile.open(source, options, reporting: &sink) else {
      try expect(sink.hasErrors, "refused without a word")
      return nil
    }
    self.file = file
    var count = 0
    isWhole = file.forEachRecord(reporting: &sink) { row, record in
      count += 1
      return record == count && row.count <= CSVReader.columnLimit
    }
    self.count = count
    try expect(isWhole == !sink.hasErrors, "a fault without a word, or a word without a fault")
  }
}
