/// The text of a cell or of a shared string: its runs joined, reading aids left out.
struct CellText {
  /// More than any cell holds, its escapes of seven bytes unread; the rest of longer texts is not
  /// kept, since they are refused.
  private static let limit = 8 * CSVReader.fieldLimit

  private var bytes: [UInt8] = []
  private var isOpen = false
  /// Whether the runs under way say how the text is read aloud, as Japanese workbooks do.
  private var isPhonetic = false

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    (isOpen, isPhonetic) = (false, false)
  }

  mutating func begin(_ element: String) {
    switch element {
    case "t": isOpen = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  mutating func end(_ element: String) {
    switch element {
    case "t": isOpen = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  mutating func take(_ text: String) {
    guard isOpen, bytes.count <= Self.limit else { return }
    bytes.append(contentsOf: text.utf8)
  }

  /// The text, its escapes read and its line breaks as one line feed each.
  func finished() -> [UInt8] {
    let isPlain = !bytes.contains(0x5F) && !bytes.contains(0x0D)
    if isPlain || bytes.count > Self.limit { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if let escaped = Self.escaped(bytes, at: place) {
        text.append(escaped)
        place += 7
      } else {
        text.append(bytes[place])
        place += 1
      }
      if text.last == 0x0A, text.dropLast().last == 0x0D { text.remove(at: text.count - 2) }
    }
    return text
  }

  /// The character that `_x000D_` stands for: a tab, the ends of lines, and the underscore itself.
  private static func escaped(_ bytes: [UInt8], at place: Int) -> UInt8? {
    guard bytes[place] == 0x5F, place + 7 <= bytes.count else { return nil }
    switch String(decoding: bytes[place..<place + 7], as: UTF8.self).lowercased() {
    case "_x0009_": return 0x09
    case "_x000a_": return 0x0A
    case "_x000d_": return 0x0D
    case "_x005f_": return 0x5F
    default: return nil
    }
  }
}
