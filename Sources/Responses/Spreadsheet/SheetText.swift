/// The cells of a sheet as CSV bytes, row 14 of the sheet on line 14, all rows as wide as the widest.
///
/// Rows without any content become blank lines, which are no records; a line break inside a cell is
/// quoted, and `RecordLocator` does not count it.
struct SheetText {
  private static let blockSize = 1 << 20
  private static let comma: UInt8 = 0x2C
  private static let quote: UInt8 = 0x22
  private static let lineFeed: UInt8 = 0x0A

  /// Why a cell cannot be taken in.
  enum Trouble: Error {
    case tooLargeToHold(Int)
  }

  private var blocks: [[UInt8]] = []
  private var block: [UInt8] = []
  private var total = 0
  private let limit: Int
  /// The rows that have been written.
  private var rows = 0
  /// The width of the widest row so far, which the rows after it are filled up to.
  private var widest = 0
  /// The first row of each new width.
  private var widenings: [(row: Int, width: Int)] = []
  /// The row under way, from its first cell to the last one with content.
  private var line: [UInt8] = []
  private var width = 0

  /// - Parameter limit: The most bytes that are held.
  init(limit: Int) { self.limit = limit }

  /// Adds a cell with content, right of the ones before it in the row.
  mutating func append(_ field: some Collection<UInt8>, column: Int) {
    // One comma before each column but the first.
    line.append(contentsOf: repeatElement(Self.comma, count: column - max(0, width - 1)))
    line.append(contentsOf: field)
    width = column + 1
  }

  /// Ends a row; rows that were passed over and rows without content are blank lines.
  mutating func endRow(_ row: Int) throws {
    guard width > 0 else { return }
    if width > widest {
      widest = width
      widenings.append((row, width))
    }
    let blankLines = row - rows - 1
    try reserve(blankLines + line.count + widest - width + 1)
    for _ in 0..<blankLines { block.append(Self.lineFeed) }
    block.append(contentsOf: line)
    for _ in width..<widest { block.append(Self.comma) }
    block.append(Self.lineFeed)
    line.removeAll(keepingCapacity: true)
    width = 0
    rows = row
  }

  /// All rows.
  mutating func finished() throws -> [[UInt8]] {
    blocks.append(block)
    block = []
    return widenings.count > 1 ? try evenBlocks() : blocks
  }

  /// A text as a field of CSV.
  static func field(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == comma || $0 == quote || $0 == 0x0A || $0 == 0x0D }) else {
      return text
    }
    var field: [UInt8] = [quote]
    for byte in text {
      if byte == quote { field.append(quote) }
      field.append(byte)
    }
    field.append(quote)
    return field
  }

  private mutating func reserve(_ count: Int) throws {
    total += count
    guard total <= limit else { throw Trouble.tooLargeToHold(limit) }
    if block.count + count > Self.blockSize {
      blocks.append(block)
      block = []
    }
    if block.capacity < Self.blockSize { block.reserveCapacity(max(Self.blockSize, count)) }
  }

  /// The blocks with the rows above the widest one filled up, as a title line above a table is.
  private func evenBlocks() throws -> [[UInt8]] {
    var even: [[UInt8]] = []
    var (row, step, size) = (1, -1, 0)
    var (isQuoted, isBlank) = (false, true)
    for old in blocks {
      var new: [UInt8] = []
      new.reserveCapacity(old.count)
      for byte in old {
        if byte == Self.quote { isQuoted.toggle() }
        guard byte == Self.lineFeed, !isQuoted else {
          isBlank = false
          new.append(byte)
          continue
        }
        if step + 1 < widenings.count, widenings[step + 1].row == row { step += 1 }
        if !isBlank, step >= 0 {
          let missing = widest - widenings[step].width
          new.append(contentsOf: repeatElement(Self.comma, count: missing))
        }
        new.append(byte)
        row += 1
        isBlank = true
        guard size + new.count <= limit else { throw Trouble.tooLargeToHold(limit) }
      }
      size += new.count
      even.append(new)
    }
    return even
  }
}
