/// The rows that libcsv has finished since the batch was last emptied, in flat buffers.
///
/// The callbacks below are file-private functions without isolation: formed anywhere else they
/// would check their actor on every field.
struct RowBatch {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  /// How many bytes there is room for, and one beyond them.
  private var byteCapacity: Int
  /// The end of each field in `bytes`, of which a batch never has four thousand million.
  private var ends: UnsafeMutablePointer<UInt32>
  private var fieldCount = 0
  private var fieldCapacity: Int
  /// The number of fields when each finished row ended, one entry a row.
  private var rowEnds: UnsafeMutablePointer<Int>
  private(set) var rowCount = 0
  private var rowCapacity: Int
  /// Whether a field was longer than `CSVReader.fieldLimit`.
  private(set) var hasLongField = false
  /// The first finished row of more fields than `CSVReader.columnLimit`, as a record number.
  private(set) var wideRecord: Int?

  init() {
    byteCapacity = 1 << 17
    bytes = .allocate(capacity: byteCapacity + 1)
    fieldCapacity = 1 << 15
    ends = .allocate(capacity: fieldCapacity)
    rowCapacity = 1 << 12
    rowEnds = .allocate(capacity: rowCapacity)
  }

  func deallocate() {
    bytes.deallocate()
    ends.deallocate()
    rowEnds.deallocate()
  }

  /// The number of fields of the row that has begun and not ended.
  var openFieldCount: Int { fieldCount - (rowCount == 0 ? 0 : rowEnds[rowCount - 1]) }

  /// Makes room for what a block can finish: no more fields and rows than it has bytes, and one of
  /// each at its end; no more bytes than it has and libcsv holds back.
  mutating func reserve(block: Int, held: Int) {
    if byteCount + block + held > byteCapacity {
      let capacity = max(byteCapacity * 2, byteCount + block + held)
      bytes = Self.grown(bytes, used: byteCount, to: capacity + 1)
      byteCapacity = capacity
    }
    if fieldCount + block + 1 > fieldCapacity {
      let capacity = max(fieldCapacity * 2, fieldCount + block + 1)
      ends = Self.grown(ends, used: fieldCount, to: capacity)
      fieldCapacity = capacity
    }
    if rowCount + block + 1 > rowCapacity {
      let capacity = max(rowCapacity * 2, rowCount + block + 1)
      rowEnds = Self.grown(rowEnds, used: rowCount, to: capacity)
      rowCapacity = capacity
    }
  }

  /// Appends a field, for which `reserve` has made room.
  @inline(__always)
  fileprivate mutating func appendField(_ source: UnsafeMutableRawPointer?, _ count: Int) {
    // Most cells are one byte or none, and which cannot be foreseen: one is copied whatever their
    // number. No more at once: libcsv has only just written them one by one, and the processor would
    // wait for a word that is still being put together.
    let from = (source ?? UnsafeMutableRawPointer(bytes)).assumingMemoryBound(to: UInt8.self)
    let target = bytes + byteCount
    target[0] = from[0]
    if count > 1 {
      (target + 1).update(from: from + 1, count: count &- 1)
      if count > CSVReader.fieldLimit { hasLongField = true }
    }
    byteCount &+= count
    ends[fieldCount] = UInt32(truncatingIfNeeded: byteCount)
    fieldCount &+= 1
  }

  /// Ends a row; a line without any field, such as the LF of a CR LF pair, ends nothing.
  @inline(__always)
  fileprivate mutating func endRow() {
    if openFieldCount == 0 { return }
    rowEnds[rowCount] = fieldCount
    rowCount &+= 1
  }

  /// Moves the row that has begun and not ended to an empty batch.
  mutating func moveOpenRow(to next: inout RowBatch) {
    let first = fieldCount - openFieldCount
    let start = first == 0 ? 0 : Int(ends[first - 1])
    next.reserve(block: max(byteCount - start, openFieldCount), held: 0)
    next.bytes.update(from: bytes + start, count: byteCount - start)
    for field in first..<fieldCount { next.ends[field - first] = ends[field] - UInt32(start) }
    (next.byteCount, next.fieldCount) = (byteCount - start, fieldCount - first)
    (byteCount, fieldCount) = (start, first)
  }

  /// Hands each finished row to `body` until it answers `false` or a row is too wide, and empties
  /// the batch; the row that has begun and not ended stays.
  ///
  /// - Returns: Whether `body` wants more.
  mutating func drain(record: inout Int, _ body: (CSVRow) -> Bool) -> Bool {
    var first = 0
    var start = 0
    for row in 0..<rowCount {
      let last = rowEnds[row]
      record += 1
      guard last - first <= CSVReader.columnLimit else {
        wideRecord = record
        return false
      }
      let view = CSVRow(
        bytes: UnsafePointer(bytes), ends: UnsafePointer(ends + first), start: start,
        count: last - first, record: record)
      if !body(view) { return false }
      first = last
      start = Int(ends[last - 1])
    }
    let open = fieldCount - first
    for field in 0..<open { ends[field] = ends[first + field] - UInt32(start) }
    bytes.update(from: bytes + start, count: byteCount - start)
    byteCount -= start
    fieldCount = open
    rowCount = 0
    return true
  }

  private static func grown<Element>(
    _ old: UnsafeMutablePointer<Element>, used: Int, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    new.update(from: old, count: used)
    old.deallocate()
    return new
  }
}

/// The callback for a finished field; `bytes` is `nil` for an empty field without quotes.
@inline(__always)
func fieldEnded(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  context?.assumingMemoryBound(to: RowBatch.self).pointee.appendField(bytes, count)
}

/// The callback for a finished row; the line end, or -1 at the end of the file, makes no difference.
func rowEnded(_: Int32, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: RowBatch.self).pointee.endRow()
}

/// Answers that no byte is white space to be trimmed, so that fields keep their blanks.
func isNeverSpace(_ byte: UInt8) -> Int32 { 0 }
