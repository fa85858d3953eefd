import Instruments

/// The scale and single-choice cells of the rows being read: the fast path of an import.
///
/// Codes are written to a block of rows that lies column by column in one buffer, and the block is
/// appended to the columns when it is full. A cell of one byte costs one table look-up.
struct CodedCells {
  private static let blockRows = 4_096
  /// How far the columns of a block lie apart: at a power of two they would push one another out of
  /// the cache.
  private static let stride = blockRows + 64

  let items: [String]
  private let fields: [Int]
  private let readerOfSlot: [Int]
  private var readers: [AnswerReader]
  /// 256 results for each reader, end to end.
  private let byteCodes: [UInt8]
  private var block: [UInt8]
  private var cursor = 0
  private(set) var columns: [CodeColumn]
  /// The slots of the current row that one byte does not settle.
  private var openSlots: [Int]
  private var openCount = 0
  /// The slots of the current row whose cells are no answers.
  private(set) var faultySlots: [Int] = []

  /// Makes the cells of some columns; answers in other words than the instrument's follow `recipe`.
  init(
    _ slots: [(item: Item, column: Int)], missing: [Instrument.MissingReason],
    recipe: ImportRecipe? = nil, blankMark: String? = nil, expecting expected: Int = 0
  ) {
    items = slots.map(\.item.id)
    fields = slots.map(\.column)
    var readers: [AnswerReader] = []
    var known: [ReaderKey: Int] = [:]
    readerOfSlot = slots.map { slot in
      let key = ReaderKey(
        points: slot.item.format.points, recoded: recipe?.codes(of: slot.item) ?? [:])
      if let index = known[key] { return index }
      readers.append(
        AnswerReader(
          points: key.points, missing: missing, recoded: key.recoded, blankMark: blankMark))
      known[key] = readers.count - 1
      return readers.count - 1
    }
    self.readers = readers
    byteCodes = readers.flatMap(\.byteCodes)
    block = [UInt8](repeating: 0, count: Self.stride * max(1, slots.count))
    openSlots = [Int](repeating: 0, count: slots.count + 1)
    columns = slots.map { slot in
      var column = CodeColumn(points: slot.item.format.points)
      column.cells.reserveCapacity(expected)
      return column
    }
  }

  /// What one reader serves.
  private struct ReaderKey: Hashable {
    let points: [Point]
    let recoded: [String: String]
  }

  func column(ofSlot slot: Int) -> Int { fields[slot] }

  /// Each item with its column of the file.
  var spans: [(item: String, columns: [Int])] { zip(items, fields).map { ($0, [$1]) } }

  /// Decodes the cells of a row into the block; `keep()` makes them count.
  ///
  /// - Returns: Whether all of them are answers; `faultySlots` names the others.
  mutating func decode(_ row: CSVRow) -> Bool {
    if !faultySlots.isEmpty { faultySlots.removeAll(keepingCapacity: true) }
    openCount = decodeBytes(row)
    if openCount > 0 { decodeWords(row) }
    return faultySlots.isEmpty
  }

  /// Decodes the cells that are blank or one byte long.
  ///
  /// - Returns: How many others there are; `openSlots` names them.
  private mutating func decodeBytes(_ row: CSVRow) -> Int {
    let cursor = cursor
    let slots = fields.count
    return block.withUnsafeMutableBufferPointer { block in
      openSlots.withUnsafeMutableBufferPointer { openSlots in
        byteCodes.withUnsafeBufferPointer { byteCodes in
          fields.withUnsafeBufferPointer { fields in
            readerOfSlot.withUnsafeBufferPointer { readerOfSlot in
              var target = cursor
              var open = 0
              for slot in 0..<slots {
                let field = fields[slot]
                let begin = field == 0 ? row.start : Int(row.ends[field &- 1])
                let length = Int(row.ends[field]) &- begin
                // Without branches: which cells are blank cannot be foreseen.
                let one = byteCodes[readerOfSlot[slot] &* 256 &+ Int(row.bytes[begin])]
                let other = length == 0 ? CellCode.blank : CellCode.fault
                let code = length == 1 ? one : other
                block[target] = code
                openSlots[open] = slot
                open &+= code == CellCode.fault ? 1 : 0
                target &+= Self.stride
              }
              return open
            }
          }
        }
      }
    }
  }

  /// Keeps the row that was decoded last.
  mutating func keep() {
    cursor += 1
    if cursor == Self.blockRows { flush() }
  }

  /// Appends the rows of the block to the columns.
  mutating func flush() {
    block.withUnsafeBufferPointer { block in
      for slot in columns.indices {
        let start = slot * Self.stride
        columns[slot].cells.append(contentsOf: block[start..<start + cursor])
      }
    }
    cursor = 0
  }

  /// Reads the cells that one byte does not settle.
  private mutating func decodeWords(_ row: CSVRow) {
    for place in 0..<openCount {
      let slot = openSlots[place]
      let target = slot * Self.stride + cursor
      if block[target] == CellCode.fault {
        block[target] = readers[readerOfSlot[slot]].code(of: row[fields[slot]])
      }
      if block[target] == CellCode.fault { faultySlots.append(slot) }
    }
  }

  /// The words that the cells of a slot may hold, for a message.
  func knownWords(ofSlot slot: Int) -> [String] { readers[readerOfSlot[slot]].knownWords }
}
