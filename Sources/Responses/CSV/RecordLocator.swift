/// Finds where records stand in a file, by a second reading that only an error message pays for.
struct RecordLocator {
  let source: FileSource
  let delimiter: UInt8
  let skipping: Int

  /// The physical line on which each of the records begins.
  ///
  /// - Parameter records: Record numbers as `CSVReader` counts them.
  /// - Returns: The line by record; a record that is not reached has none.
  func lines(of records: Set<Int>) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var scan = Scan(delimiter: delimiter)
    try? source.forEachBlock { block in
      for byte in block {
        if scan.offset < skipping {
          scan.skip(byte)
          continue
        }
        scan.take(byte)
        if scan.beganRecord, records.contains(scan.record) { found[scan.record] = scan.line }
      }
      return found.count < records.count
    }
    return found
  }

  /// The line and the character of a byte, and the number of the field it stands in.
  func place(of offset: Int) -> (line: Int, column: Int, record: Int, field: Int) {
    var scan = Scan(delimiter: delimiter)
    try? source.forEachBlock { block in
      for byte in block {
        if scan.offset > offset { return false }
        if scan.offset < skipping { scan.skip(byte) } else { scan.take(byte) }
      }
      return true
    }
    return (scan.line, max(1, scan.column), scan.record, scan.field)
  }

  /// The place of the quote mark that opens the last quoted field and is never closed.
  func openQuote() -> (line: Int, column: Int, record: Int, field: Int) {
    var scan = Scan(delimiter: delimiter)
    var place = (line: 1, column: 1, record: 1, field: 1)
    try? source.forEachBlock { block in
      for byte in block {
        if scan.offset < skipping {
          scan.skip(byte)
          continue
        }
        let wasQuoted = scan.isQuoted
        scan.take(byte)
        if scan.isQuoted, !wasQuoted, scan.opensField {
          place = (scan.line, scan.column, scan.record, scan.field)
        }
      }
      return true
    }
    return place
  }

  /// Where a scan stands after each byte.
  private struct Scan {
    let delimiter: UInt8
    var offset = 0
    var line = 1
    var column = 0
    var record = 0
    var field = 1
    var isQuoted = false
    var beganRecord = false
    var opensField = false
    private var inRecord = false
    private var atFieldStart = true
    private var last: UInt8 = 0

    init(delimiter: UInt8) { self.delimiter = delimiter }

    mutating func skip(_ byte: UInt8) {
      offset += 1
      if byte == 0x0A { line += 1 }
    }

    mutating func take(_ byte: UInt8) {
      offset += 1
      beganRecord = false
      opensField = false
      if byte == 0x0A || byte == 0x0D {
        if !(byte == 0x0A && last == 0x0D) {
          line += 1
          column = 0
        }
        if !isQuoted {
          inRecord = false
          atFieldStart = true
          field = 1
        }
      } else {
        if byte & 0xC0 != 0x80 { column += 1 }
        if !inRecord {
          inRecord = true
          beganRecord = true
          record += 1
        }
        if byte == 0x22 {
          opensField = atFieldStart
          isQuoted.toggle()
          atFieldStart = false
        } else if byte == delimiter, !isQuoted {
          field += 1
          atFieldStart = true
        } else {
          atFieldStart = false
        }
      }
      last = byte
    }
  }
}
