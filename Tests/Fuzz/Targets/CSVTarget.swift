import Diagnostics

@testable import Responses

/// The CSV layer: blocks and threads change nothing, another reader agrees, and what is written in
/// quotation marks comes back.
enum CSVTarget {
  private static let delimiters = Array(",;\t|".utf8)

  /// What a reading gave.
  private struct Reading: Equatable {
    var rows: [[[UInt8]]] = []
    var stop: CSVReader.Stop?
  }

  static func run(_ input: [UInt8]) throws {
    let delimiter = input.first.flatMap { delimiters.contains($0) ? $0 : nil } ?? 0x2C
    let bytes = Array(input.dropFirst())
    let whole = try read([bytes], delimiter)
    for size in [1, 7] {
      let cut = try read(blocks(bytes, of: size), delimiter)
      try expect(cut == whole, "blocks of \(size) bytes give another table than one block")
    }
    let piped = try read(blocks(bytes, of: max(1, bytes.count / 3)), delimiter, piped: true)
    try expect(piped == whole, "a thread of its own gives another table")
    try comparePlainly(whole, bytes, delimiter)
    try compareLines(whole, bytes, delimiter)
    if whole.stop == nil { try writeAndRead(whole, delimiter) }
    try open(bytes)
  }

  private static func blocks(_ bytes: [UInt8], of size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
  }

  private static func read(_ blocks: [[UInt8]], _ delimiter: UInt8, piped: Bool = false) throws
    -> Reading
  {
    let source = FileSource(name: "a.csv", blocks: blocks)
    let reader = CSVReader(source: source, delimiter: delimiter, skipping: 0)
    var reading = Reading()
    let take: (CSVRow) -> Bool = { row in
      reading.rows.append((0..<row.count).map { Array(row[$0]) })
      return true
    }
    reading.stop =
      try piped ? RowPipe.forEachRow(of: reader, take) : reader.forEachRow(take)
    return reading
  }

  /// Holds the reading against `PlainCSV`.
  private static func comparePlainly(
    _ reading: Reading, _ bytes: [UInt8], _ delimiter: UInt8
  ) throws {
    let plain = PlainCSV(bytes, delimiter: delimiter)
    switch reading.stop {
    case nil:
      try expect(plain.fault == nil, "libcsv takes what a plain reader refuses")
      try expect(reading.rows == plain.rows, "libcsv and a plain reader see other tables")
    case .strayQuote?:
      try expect(plain.fault == .strayQuote, "libcsv sees a stray mark, a plain reader none")
      try expect(reading.rows == plain.rows, "the rows before a stray mark are not the same")
    case .unclosedQuote?:
      try expect(plain.fault == .unclosedQuote, "libcsv sees an open mark, a plain reader none")
      try expect(reading.rows == plain.rows, "the rows before an open mark are not the same")
    case .notUTF8?, .nul?:
      let text = String(validating: bytes, as: UTF8.self)
      try expect(text == nil || bytes.contains(0), "sound text is refused")
    case .fieldTooLong?, .tooManyColumns?: break
    case .outOfMemory?: throw Finding("no memory")
    }
  }

  /// Holds the places that messages name against the records that were read.
  private static func compareLines(
    _ reading: Reading, _ bytes: [UInt8], _ delimiter: UInt8
  ) throws {
    let source = FileSource(name: "a.csv", bytes: bytes)
    let locator = RecordLocator(source: source, delimiter: delimiter, skipping: 0)
    let count = reading.rows.count
    let lines = locator.lines(of: Set(1...(count + 1)))
    let found = (1...(count + 1)).compactMap { lines[$0] }
    if reading.stop == nil {
      try expect(found.count == count, "\(count) records, lines of \(found.count)")
    } else {
      try expect(found.count >= count, "\(count) records, lines of \(found.count)")
    }
    try expect(zip(found, found.dropFirst()).allSatisfy(<), "records share a line, or go back")
  }

  /// Writes all fields in quotation marks and reads them again.
  private static func writeAndRead(_ reading: Reading, _ delimiter: UInt8) throws {
    var text: [UInt8] = []
    for row in reading.rows {
      for (place, field) in row.enumerated() {
        text += place == 0 ? [0x22] : [delimiter, 0x22]
        for byte in field { text += byte == 0x22 ? [0x22, 0x22] : [byte] }
        text.append(0x22)
      }
      text += [0x0D, 0x0A]
    }
    let again = try read([text], delimiter)
    try expect(again == reading, "what is written in quotation marks comes back otherwise")
  }

  /// Opens the bytes as a file whose encoding and delimiter are to be found.
  private static func open(_ bytes: [UInt8]) throws {
    for encoding in TextEncoding.allCases {
      var options = ImportOptions()
      options.encoding = encoding
      let source = FileSource(name: "a.csv", bytes: bytes)
      guard let table = try OpenedTable(source, options) else { continue }
      try expect(table.file.headerLocation.line ?? 0 > 0, "headings without a line")
    }
  }
}
