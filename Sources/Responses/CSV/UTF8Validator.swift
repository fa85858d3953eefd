/// Checks block by block that bytes are strict UTF-8 without NUL, and remembers where they are not.
///
/// Overlong forms, surrogates and values past U+10FFFF are refused (Unicode 15, table 3-7).
struct UTF8Validator {
  /// A byte that cannot stand where it does, or the first of those that should be a character.
  struct Fault: Equatable {
    let offset: Int
    /// Where it shows: at a byte that cannot come next, or at the end.
    let found: Int
    let isNUL: Bool

    var stop: CSVReader.Stop { isNUL ? .nul(offset: offset) : .notUTF8(offset: offset) }
  }

  /// The bytes of a character that are still to come, perhaps in the next block.
  private var pending = 0
  /// Where that character begins.
  private var start = 0
  /// The lowest and highest byte that may come next inside a character.
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF

  /// The first fault in a block that begins at `base` of the file; `nil` when it is sound.
  mutating func firstFault(in block: UnsafeBufferPointer<UInt8>, at base: Int) -> Fault? {
    guard let bytes = block.baseAddress else { return nil }
    let count = block.count
    var i = 0
    while i < count {
      if pending == 0 {
        i = Self.endOfPlainText(bytes, from: i, to: count)
        guard i < count else { break }
      }
      let byte = bytes[i]
      if byte == 0 { return Fault(offset: base + i, found: base + i, isNUL: true) }
      if pending == 0 { start = base + i }
      guard accept(byte) else {
        return Fault(offset: start, found: base + i, isNUL: false)
      }
      i += 1
    }
    return nil
  }

  /// The fault of a file that ends inside a character; `nil` when it does not.
  var faultAtEnd: Fault? {
    pending > 0 ? Fault(offset: start, found: start, isNUL: false) : nil
  }

  /// The first byte from `start` on that is neither ASCII nor NUL, eight at a time.
  private static func endOfPlainText(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int)
    -> Int
  {
    var i = start
    let raw = UnsafeRawPointer(bytes)
    while i &+ 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let hasZero = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if (word & 0x8080_8080_8080_8080) | hasZero != 0 { break }
      i &+= 8
    }
    while i < end, bytes[i] != 0, bytes[i] < 0x80 { i &+= 1 }
    return i
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    if pending > 0 {
      guard byte >= low, byte <= high else { return false }
      pending -= 1
      (low, high) = (0x80, 0xBF)
      return true
    }
    switch byte {
    case 0..<0x80: break
    case 0xC2...0xDF: pending = 1
    case 0xE0: (pending, low) = (2, 0xA0)
    case 0xE1...0xEC, 0xEE, 0xEF: pending = 2
    case 0xED: (pending, high) = (2, 0x9F)
    case 0xF0: (pending, low) = (3, 0x90)
    case 0xF1...0xF3: pending = 3
    case 0xF4: (pending, high) = (3, 0x8F)
    default: return false
    }
    return true
  }
}
