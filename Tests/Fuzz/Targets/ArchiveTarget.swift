import Diagnostics

@testable import Responses

/// Workbooks and archives: a table, or a word why not, and lines that are rows of the sheet.
enum ArchiveTarget {
  static func run(_ bytes: [UInt8]) throws {
    var options = ImportOptions()
    // Far beyond what honest parts of this size unpack to: a bomb passes it and must be refused.
    options.sizeLimit = 1 << 24
    for sheets in [[], ["2"]] {
      options.sheets = sheets
      var sink = DiagnosticSink()
      let source = FileSource(name: "a.xlsx", bytes: bytes)
      guard let file = CSVFile.open(source, options, reporting: &sink) else {
        try expect(sink.hasErrors, "refused without a word")
        continue
      }
      var count = 0
      let isWhole = file.forEachRecord(reporting: &sink) { row, record in
        count += 1
        return record == count && row.count <= CSVReader.columnLimit
      }
      try expect(isWhole == !sink.hasErrors, "a fault without a word, or a word without a fault")
      guard isWhole else { continue }
      let lines = file.lines(of: Set(1...(count + 1)))
      try expect(lines.count == count, "\(count) records, rows of \(lines.count)")
    }
  }
}
