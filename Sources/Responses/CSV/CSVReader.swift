import CLibCSV

/// Reads the records of a CSV file through libcsv, in blocks, without allocating for each cell.
///
/// libcsv runs in its strict mode with every repair switched off (`docs/decisions/`): an unclosed
/// quote, text after a closing quote, a NUL or a byte that is not UTF-8 ends the reading with a
/// fault. Positions cost nothing until one is needed: `RecordLocator` finds them afterwards.
struct CSVReader {
  /// The longest field that is taken in, in bytes.
  static let fieldLimit = 65_536
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
    var parser = csv_parser()
    let options = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_EMPTY_IS_NULL
    guard csv_init(&parser, UInt8(options)) == 0 else { return .outOfMemory }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, delimiter)
    csv_set_space_func(&parser, isNeverSpace)
    csv_set_blk_size(&parser, Self.fieldLimit)

    var batch = RowBatch()
    defer { batch.deallocate() }
    var validator = UTF8Validator()
    var stop: Stop?
    var wantsMore = true
    var record = 0
    var offset = 0
    try source.forEachBlock { block in
      var kept = UnsafeBufferPointer(rebasing: block.dropFirst(max(0, skipping - offset)))
      let base = offset + block.count - kept.count
      offset += block.count
      let fault = validator.firstFault(in: kept, at: base)
      if let fault {
        kept = UnsafeBufferPointer(rebasing: kept.prefix(max(0, fault.offset - base)))
      }
      batch.reserve(block: kept.count, held: parser.entry_pos)
      let parsed = withUnsafeMutablePointer(to: &batch) {
        csv_parse(&parser, kept.baseAddress, kept.count, fieldEnded, rowEnded, $0)
      }
      wantsMore = batch.drain(record: &record, body)
      guard wantsMore || batch.wideRecord != nil else { return false }
      stop = Self.limitPassed(batch, parser, afterRecord: record)
      if stop == nil, parsed < kept.count {
        stop = csv_error(&parser) == CSV_EPARSE ? .strayQuote(offset: base + parsed) : .outOfMemory
      }
      stop = stop ?? fault?.stop
      return stop == nil
    }
    guard wantsMore, stop == nil else { return stop }
    if let fault = validator.faultAtEnd { return fault.stop }
    batch.reserve(block: 1, held: parser.entry_pos)
    let ended = withUnsafeMutablePointer(to: &batch) {
      csv_fini(&parser, fieldEnded, rowEnded, $0)
    }
    guard ended == 0 else { return .unclosedQuote }
    wantsMore = batch.drain(record: &record, body)
    guard wantsMore || batch.wideRecord != nil else { return nil }
    return Self.limitPassed(batch, parser, afterRecord: record)
  }

  /// The limit that the fields read so far, or those under way, have passed.
  private static func limitPassed(
    _ batch: RowBatch, _ parser: csv_parser, afterRecord record: Int
  ) -> Stop? {
    if let wide = batch.wideRecord { return .tooManyColumns(record: wide) }
    // While libcsv waits for what follows a closing quotation mark, it counts the mark as well.
    if batch.hasLongField || parser.entry_pos > fieldLimit + 1 { return .fieldTooLong }
    return batch.openFieldCount > columnLimit ? .tooManyColumns(record: record + 1) : nil
  }
}
