/// Reads the records of a CSV file through libcsv, in blocks, without allocating for each cell.
///
/// libcsv runs in its strict mode with every repair switched off (`docs/decisions/`): an unclosed
/// quote, text after a closing quote, a NUL or a byte that is not UTF-8 ends the reading with a
/// fault. Positions cost nothing until one is needed: `RecordLocator` finds them afterwards.
struct CSVReader: Sendable {
  /// The longest field that is taken in, in bytes.
  static let fieldLimit = 65_536
  /// The least size of a file, in bytes, that is cut into records on a thread of its own.
  static let leastForThread = 1 << 20
  /// The most fields that a record may have.
  static let columnLimit = 1_000

  /// Why reading ended before the end of the file.
  enum Stop: Error, Equatable {
    /// The byte at this offset cannot stand there: a stray quote mark.
    case strayQuote(offset: Int)
    /// The file ended inside a quoted field.
    case unclosedQuote
    /// A field passed the limit.
    case fieldTooLong
    /// A record has more fields than any table.
    case tooManyColumns(record: Int)
    /// The byte at this offset is not UTF-8.
    case notUTF8(offset: Int)
    /// There is a NUL at this offset: a file of another kind.
    case nul(offset: Int)
    case outOfMemory
  }

  let source: FileSource
  let delimiter: UInt8
  /// How many bytes to leave out at the start: a byte-order mark, a `sep=` line.
  let skipping: Int

  /// Hands each record to `body` in order, until it answers `false`.
  ///
  /// Lines without any character are no records. Records count from 1, the header included.
  ///
  /// - Returns: Why reading stopped early, or `nil` at the end of the file or at `body`'s wish.
  /// - Throws: `FileSource.Failure` when the file cannot be read.
  /// - Complexity: O(bytes); memory O(longest record).
  func forEachRow(_ body: (CSVRow) -> Bool) throws -> Stop? {
    // Behind this much a thread of its own that reads ahead is worth its start.
    if let size = source.size, size >= Self.leastForThread {
      return try RowPipe.forEachRow(of: self, body)
    }
    guard let scan = BlockScan(delimiter: delimiter, skipping: skipping) else {
      return .outOfMemory
    }
    var batch = RowBatch()
    defer { batch.deallocate() }
    var record = 0
    var stop: Stop?
    var wantsMore = true
    func drain(before fault: Stop?) {
      wantsMore = batch.drain(record: &record, body)
      stop =
        batch.wideRecord.map { .tooManyColumns(record: $0) } ?? (wantsMore ? fault : nil)
    }
    try source.forEachBlock { block in
      drain(before: scan.take(block, into: &batch))
      return wantsMore && stop == nil
    }
    if wantsMore, stop == nil { drain(before: scan.finish(into: &batch)) }
    return stop
  }
}
