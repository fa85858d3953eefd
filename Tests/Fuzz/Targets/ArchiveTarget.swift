@testable import Responses

/// Workbooks and archives: a table, or a word why not, and lines that are rows of the sheet.
enum ArchiveTarget {
  static func run(_ bytes: [UInt8]) throws {
    var options = ImportOptions()
    // Far beyond what honest parts of this size unpack to: a bomb passes it and must be refused.
    options.sizeLimit = 1 << 24
    for sheets in [[], ["2"]] {
      options.sheets = sheets
      let source = FileSource(name: "a.xlsx", bytes: bytes)
      guard let table = try OpenedTable(source, options), table.isWhole else { continue }
      let lines = table.file.lines(of: Set(1...(table.count + 1)))
      try expect(lines.count == table.count, "\(table.count) records, rows of \(lines.count)")
    }
  }
}
