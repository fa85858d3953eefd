import Instruments

/// Writes each response of a table as one short string of bytes.
///
/// Item by item in the order of the instrument: one byte for a scale or a single choice, as
/// `CellCode` describes; eight for any number of choices, as `OptionColumn` describes, lowest byte
/// first; for a number a byte that says whether there is one and its eight bytes as a binary64; for a
/// day year (two bytes), month and day, all zero for none; for text its length in seven-bit groups,
/// lowest first, and its UTF-8 bytes. `docs/database.md` draws it.
public struct ResponsePacker {
  private let columns: [ItemColumn]

  /// Prepares a table; an item that it has no column for counts as blank.
  public init(_ table: ResponseTable) {
    columns = table.instrument.items.map { item in
      table.items[item.id] ?? ItemColumn.blank(item, rowCount: table.rowCount)
    }
  }

  /// Appends the bytes of a response.
  ///
  /// - Complexity: O(items); nothing is allocated beyond the buffer.
  public func pack(row: Int, into buffer: inout [UInt8]) {
    for column in columns {
      switch column {
      case .codes(let column): buffer.append(column.cells[row])
      case .options(let column): Self.append(column.cells[row], to: &buffer)
      case .numbers(let column):
        guard let number = column.cells[row] else {
          buffer.append(0)
          continue
        }
        buffer.append(1)
        Self.append(number.bitPattern, to: &buffer)
      case .dates(let column):
        let day = column.cells[row]
        let year = day?.year ?? 0
        buffer.append(UInt8(truncatingIfNeeded: year))
        buffer.append(UInt8(truncatingIfNeeded: year >> 8))
        buffer.append(UInt8(truncatingIfNeeded: day?.month ?? 0))
        buffer.append(UInt8(truncatingIfNeeded: day?.day ?? 0))
      case .texts(let column): column.pack(row: row, into: &buffer)
      }
    }
  }

  private static func append(_ word: UInt64, to buffer: inout [UInt8]) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      buffer.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}

extension ItemColumn {
  /// A column for an item in which nobody answered.
  static func blank(_ item: Item, rowCount: Int) -> ItemColumn {
    switch item.format {
    case .scale, .single:
      .codes(
        CodeColumn(
          points: item.format.points, cells: [UInt8](repeating: CellCode.blank, count: rowCount)))
    case .multiple(let points):
      .options(OptionColumn(points: points, cells: [UInt64](repeating: 0, count: rowCount)))
    case .number: .numbers(NumberColumn(cells: [Double?](repeating: nil, count: rowCount)))
    case .date: .dates(DateColumn(cells: [CalendarDay?](repeating: nil, count: rowCount)))
    case .text, .list, .nominate: .texts(TextColumn(blanks: rowCount))
    }
  }
}

extension TextColumn {
  /// A column of blank texts.
  init(blanks count: Int) {
    self.init()
    for _ in 0..<count { append("") }
  }

  /// Appends the length and the bytes of a text.
  fileprivate func pack(row: Int, into buffer: inout [UInt8]) {
    withAllBytes { bytes, ends in
      let text = bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
      var length = text.count
      while length >= 0x80 {
        buffer.append(UInt8(truncatingIfNeeded: length) | 0x80)
        length >>= 7
      }
      buffer.append(UInt8(truncatingIfNeeded: length))
      buffer.append(contentsOf: text)
    }
  }
}
