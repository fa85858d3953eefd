public import Instruments

/// Reads responses back from the bytes that `ResponsePacker` wrote, into a table.
public struct ResponseUnpacker {
  private let instrument: Instrument
  private var columns: [ItemColumn]
  private var rowCount = 0

  /// Prepares the columns of an instrument: the definition under which the bytes were written.
  public init(_ instrument: Instrument) {
    self.instrument = instrument
    columns = instrument.items.map { ItemColumn.blank($0, rowCount: 0) }
  }

  /// Appends a response.
  ///
  /// - Returns: Whether the bytes are a response to the instrument; a table of which one is not
  ///   must not be used.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = ByteCursor(bytes)
    let reasons = instrument.missing.count
    for index in columns.indices
    where !columns[index].append(from: &cursor, reasons: reasons) { return false }
    rowCount += 1
    return cursor.isAtEnd
  }

  /// The responses in the order in which they were appended.
  public func table() -> ResponseTable {
    var table = ResponseTable(instrument: instrument)
    table.rowCount = rowCount
    for (item, column) in zip(instrument.items, columns) { table.items[item.id] = column }
    return table
  }
}

extension ItemColumn {
  /// Appends the answer that comes next; `false` where the bytes are none.
  fileprivate mutating func append(from cursor: inout ByteCursor, reasons: Int) -> Bool {
    // While a column grows nothing else may hold it, or it would be copied for every answer.
    let empty = ItemColumn.dates(DateColumn())
    switch self {
    case .codes(var own):
      self = empty
      defer { self = .codes(own) }
      return own.append(from: &cursor, reasons: reasons)
    case .options(var own):
      self = empty
      defer { self = .options(own) }
      return own.append(from: &cursor)
    case .numbers(var own):
      self = empty
      defer { self = .numbers(own) }
      return own.append(from: &cursor)
    case .dates(var own):
      self = empty
      defer { self = .dates(own) }
      return own.append(from: &cursor)
    case .texts(var own):
      self = empty
      defer { self = .texts(own) }
      guard let text = cursor.text() else { return false }
      own.append(text)
    }
    return true
  }
}

extension CodeColumn {
  fileprivate mutating func append(from cursor: inout ByteCursor, reasons: Int) -> Bool {
    guard let code = cursor.byte(), holds(code, reasons) else { return false }
    cells.append(code)
    return true
  }

  private func holds(_ code: UInt8, _ reasons: Int) -> Bool {
    if CellCode.isAnswer(code) { return Int(code) < points.count }
    return code >= CellCode.unreadable || Int(code - CellCode.firstDeclared) < reasons
  }
}

extension OptionColumn {
  fileprivate mutating func append(from cursor: inout ByteCursor) -> Bool {
    let known = Self.answered | Self.unreadable | (1 << UInt64(points.count) - 1)
    guard let choices = cursor.word(), choices & ~known == 0 else { return false }
    cells.append(choices)
    return true
  }
}

extension NumberColumn {
  fileprivate mutating func append(from cursor: inout ByteCursor) -> Bool {
    switch cursor.byte() {
    case 0: cells.append(nil)
    case 1:
      guard let number = cursor.word().map(Double.init(bitPattern:)), number.isFinite else {
        return false
      }
      cells.append(number)
    default: return false
    }
    return true
  }
}

extension DateColumn {
  fileprivate mutating func append(from cursor: inout ByteCursor) -> Bool {
    guard let low = cursor.byte(), let high = cursor.byte(), let month = cursor.byte(),
      let day = cursor.byte()
    else { return false }
    let year = Int(high) << 8 | Int(low)
    let date = CalendarDay(year: year, month: Int(month), day: Int(day))
    guard date != nil || (year, month, day) == (0, 0, 0) else { return false }
    cells.append(date)
    return true
  }
}

/// A place in bytes that somebody else wrote.
private struct ByteCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func byte() -> UInt8? {
    guard offset < bytes.count else { return nil }
    offset += 1
    return bytes[offset - 1]
  }

  mutating func word() -> UInt64? {
    guard bytes.count - offset >= 8 else { return nil }
    var word: UInt64 = 0
    for place in 0..<8 { word |= UInt64(bytes[offset + place]) << UInt64(8 * place) }
    offset += 8
    return word
  }

  /// A length and as many bytes of UTF-8.
  mutating func text() -> UnsafeBufferPointer<UInt8>? {
    var length = 0
    var shift = 0
    while true {
      guard let group = byte(), shift < 35 else { return nil }
      length |= Int(group & 0x7F) << shift
      if group < 0x80 { break }
      shift += 7
    }
    guard bytes.count - offset >= length else { return nil }
    let text = UnsafeBufferPointer(rebasing: bytes[offset..<offset + length])
    offset += length
    return text
  }
}
