/// Finds where records stand in a file, by a second reading that only an error message pays for.
struct RecordLocator {
  /// A place in the file, all from 1, and the line on which its field begins.
  struct Place: Equatable {
    var line = 1
    var column = 1
    var record = 1
    var field = 1
    var fieldLine = 1
  }

  let source: FileSource
  let delimiter: UInt8
  let skipping: Int

  /// The physical line on which each of the records begins.
  ///
  /// - Parameter records: Record numbers as `CSVReader` counts them.
  /// - Returns: The line by record; a record that is not reached has none.
  func lines(of records: Set<Int>) -> [Int: Int] {
    var found: [Int: Int] = [:]
    forEachByte { scan, _ in
      if scan.beganRecord, records.contains(scan.record) { found[scan.record] = scan.line }
      return found.count < records.count
    }
    return found
  }

  /// The place of a byte.
  func place(of offset: Int) -> Place {
    var place = Place()
    forEachByte { scan, byte in
      guard scan.offset > offset else { return true }
      place = scan.place
      // A byte that only continues a character stands alone here, as one of its own.
      if byte & 0xC0 == 0x80 { place.column += 1 }
      return false
    }
    return place
  }

  /// The place of the last quotation mark up to a byte: libcsv points at it or just behind it.
  func quote(upTo offset: Int) -> Place {
    var place = Place()
    forEachByte { scan, byte in
      guard scan.offset <= offset + 1 else { return false }
      if byte == Scan.quote { place = scan.place }
      return true
    }
    return place
  }

  /// The place of the quotation mark that opens the last quoted field and is never closed.
  func openQuote() -> Place {
    var place = Place()
    forEachByte { scan, _ in
      if scan.opensQuote { place = scan.place }
      return true
    }
    return place
  }

  /// Where the first field longer than `limit` begins, and whether it is quoted.
  func longField(_ limit: Int) -> (place: Place, isQuoted: Bool) {
    var start = Place()
    var isQuoted = false
    forEachByte { scan, _ in
      if scan.opensQuote || scan.fieldLength == 1 && !scan.isQuotedField {
        start = scan.place
        isQuoted = scan.isQuotedField
      }
      return scan.fieldLength <= limit
    }
    return (start, isQuoted)
  }

  /// Takes one byte after the other until `body` answers `false`; the file's mark is left out.
  private func forEachByte(_ body: (Scan, UInt8) -> Bool) {
    var scan = Scan(delimiter: delimiter, isSheet: source.isSheet)
    try? source.forEachBlock { block in
      for byte in block {
        if scan.offset < skipping {
          scan.skip(byte)
        } else {
          scan.take(byte)
          if !body(scan, byte) { return false }
        }
      }
      return true
    }
  }

  /// Where a scan stands after each byte.
  private struct Scan {
    static let quote: UInt8 = 0x22

    let delimiter: UInt8
    let isSheet: Bool
    var offset = 0
    var line = 1
    var record = 0
    var isQuoted = false
    /// Whether the field began with a quotation mark, be it closed by now or not.
    private(set) var isQuotedField = false
    var beganRecord = false
    var opensQuote = false
    /// The bytes of the field so far, its own quotation marks aside.
    var fieldLength = 0
    private var column = 0
    private var field = 1
    private var fieldLine = 1
    private var inRecord = false
    private var atFieldStart = true
    private var last: UInt8 = 0

    init(delimiter: UInt8, isSheet: Bool) {
      self.delimiter = delimiter
      self.isSheet = isSheet
    }

    var place: Place {
      Place(
        line: line, column: max(1, column), record: record, field: field, fieldLine: fieldLine)
    }

    mutating func skip(_ byte: UInt8) {
      offset += 1
      if Self.endsLine(byte) { endLine(byte) }
      last = byte
    }

    mutating func take(_ byte: UInt8) {
      offset += 1
      beganRecord = false
      opensQuote = false
      if Self.endsLine(byte) {
        endLine(byte)
        if isQuoted {
          fieldLength += 1
        } else {
          inRecord = false
          beginField(1)
        }
      } else {
        if byte & 0xC0 != 0x80 { column += 1 }
        if !inRecord {
          inRecord = true
          beganRecord = true
          record += 1
        }
        takeCharacter(byte)
      }
      last = byte
    }

    private mutating func takeCharacter(_ byte: UInt8) {
      if atFieldStart { fieldLine = line }
      if byte == Self.quote {
        opensQuote = atFieldStart
        if opensQuote { isQuotedField = true }
        // The second mark of a pair stands for one character.
        if !isQuoted, last == Self.quote, !atFieldStart { fieldLength += 1 }
        isQuoted.toggle()
        atFieldStart = false
      } else if byte == delimiter, !isQuoted {
        beginField(field + 1)
      } else {
        fieldLength += 1
        atFieldStart = false
      }
    }

    private mutating func beginField(_ number: Int) {
      field = number
      atFieldStart = true
      isQuotedField = false
      fieldLength = 0
    }

    private mutating func endLine(_ byte: UInt8) {
      guard !(byte == 0x0A && last == 0x0D), !(isSheet && isQuoted) else { return }
      line += 1
      column = 0
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  }
}
