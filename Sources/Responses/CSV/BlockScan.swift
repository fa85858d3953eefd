import CLibCSV

/// Cuts a file into records with libcsv, one block of bytes after the other.
final class BlockScan {
  private var parser = csv_parser()
  private var validator = UTF8Validator()
  /// How many bytes to leave out at the start.
  private let skipping: Int
  private let delimiter: UInt8
  private static let tab: UInt8 = 0x09
  /// How many bytes from a blank on are parsed without trimming: where there is one, there are more.
  private static let untrimmed = 64
  private var offset = 0
  /// How many records have ended.
  private var records = 0

  /// - Returns: `nil` where memory ran out.
  init?(delimiter: UInt8, skipping: Int) {
    self.delimiter = delimiter
    self.skipping = skipping
    let options = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_EMPTY_IS_NULL
    guard csv_init(&parser, UInt8(options)) == 0 else { return nil }
    csv_set_delim(&parser, delimiter)
    csv_set_blk_size(&parser, CSVReader.fieldLimit)
  }

  deinit { csv_free(&parser) }

  /// Adds the records that end in a block to a batch from which all before were taken.
  ///
  /// - Returns: Why reading ends behind them; `nil` where it goes on.
  func take(_ block: UnsafeBufferPointer<UInt8>, into batch: inout RowBatch) -> CSVReader.Stop? {
    var kept = UnsafeBufferPointer(rebasing: block.dropFirst(max(0, skipping - offset)))
    let base = offset + block.count - kept.count
    offset += block.count
    let fault = validator.firstFault(in: kept, at: base)
    if let fault {
      // What was in order until then is parsed, as it would be at the end of the block before.
      kept = UnsafeBufferPointer(rebasing: kept.prefix(fault.found - base))
    }
    batch.reserve(block: kept.count, held: parser.entry_pos)
    let parsed = parse(kept, into: &batch)
    if let stop = limitPassed(batch) { return stop }
    if parsed < kept.count {
      return csv_error(&parser) == CSV_EPARSE ? .strayQuote(offset: base + parsed) : .outOfMemory
    }
    return fault?.stop
  }

  /// How far a block is parsed, each field with the blanks at its ends.
  ///
  /// - Returns: The number of bytes; fewer than there are where libcsv stopped.
  private func parse(_ block: UnsafeBufferPointer<UInt8>, into batch: inout RowBatch) -> Int {
    // Where tabs are the delimiter, libcsv would take every one for a blank.
    guard delimiter != Self.tab else { return parse(block[...], trims: false, into: &batch) }
    let blanks = EdgeBlanks(block: block, delimiter: delimiter)
    var place = 0
    while place < block.count {
      let blank = blanks.first(from: place)
      let end = min(blank + Self.untrimmed, block.count)
      place += parse(block[place..<blank], trims: true, into: &batch)
      guard place == blank else { return place }
      place += parse(block[blank..<end], trims: false, into: &batch)
      guard place == end else { return place }
    }
    return place
  }

  private func parse(
    _ part: Slice<UnsafeBufferPointer<UInt8>>, trims: Bool, into batch: inout RowBatch
  ) -> Int {
    csv_set_space_func(&parser, trims ? nil : isNeverSpace)
    let bytes = UnsafeBufferPointer(rebasing: part)
    return withUnsafeMutablePointer(to: &batch) {
      csv_parse(&parser, bytes.baseAddress, bytes.count, fieldEnded, rowEnded, $0)
    }
  }

  /// Adds the record that the end of the file ends.
  ///
  /// - Returns: Why the file is not whole; `nil` where it is.
  func finish(into batch: inout RowBatch) -> CSVReader.Stop? {
    if let fault = validator.faultAtEnd { return fault.stop }
    batch.reserve(block: 1, held: parser.entry_pos)
    let ended = withUnsafeMutablePointer(to: &batch) {
      csv_fini(&parser, fieldEnded, rowEnded, $0)
    }
    return ended == 0 ? limitPassed(batch) : .unclosedQuote
  }

  /// The limit that the fields read so far, or those under way, have passed.
  private func limitPassed(_ batch: RowBatch) -> CSVReader.Stop? {
    records += batch.rowCount
    // While libcsv waits for what follows a closing quotation mark, it counts the mark as well.
    if batch.hasLongField || parser.entry_pos > CSVReader.fieldLimit + 1 { return .fieldTooLong }
    return batch.openFieldCount > CSVReader.columnLimit
      ? .tooManyColumns(record: records + 1) : nil
  }
}
