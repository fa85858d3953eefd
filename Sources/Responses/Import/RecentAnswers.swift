/// What short cells of 2 bytes and more were read as the last time, found by their bytes alone.
///
/// A cell of up to 32 bytes is four words, compared exactly; each place remembers one cell, so that
/// a new one costs a comparison and nothing grows.
struct RecentAnswers<Code: FixedWidthInteger & Sendable>: Sendable {
  private struct Key: Equatable, Sendable {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var length = 0

    static func == (a: Key, b: Key) -> Bool { a.words == b.words && a.length == b.length }
  }

  private static var longest: Int { 32 }

  private var keys: [Key]
  private var codes: [Code]
  private let shift: UInt64

  /// Makes room for two to the power of `bits` cells.
  init(bits: Int = 6) {
    keys = Array(repeating: Key(), count: 1 << bits)
    codes = Array(repeating: 0, count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// The code that was remembered for a cell; `nil` where there is none.
  func code(of cell: UnsafeBufferPointer<UInt8>) -> Code? {
    guard cell.count >= 2, cell.count <= Self.longest else { return nil }
    let key = Self.key(cell)
    let place = place(of: key)
    return keys[place] == key ? codes[place] : nil
  }

  mutating func remember(_ cell: UnsafeBufferPointer<UInt8>, _ code: Code) {
    guard cell.count >= 2, cell.count <= Self.longest else { return }
    let key = Self.key(cell)
    let place = place(of: key)
    keys[place] = key
    codes[place] = code
  }

  private func place(of key: Key) -> Int {
    let mixed = (key.words.0 ^ key.words.3 &* 31 ^ UInt64(key.length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> shift)
  }

  /// The bytes as overlapping words: equal keys have equal bytes.
  private static func key(_ cell: UnsafeBufferPointer<UInt8>) -> Key {
    let bytes = UnsafeRawBufferPointer(cell)
    let count = cell.count
    func word(_ offset: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    if count >= 16 {
      return Key(words: (word(0), word(8), word(count - 16), word(count - 8)), length: count)
    }
    if count >= 8 { return Key(words: (word(0), 0, 0, word(count - 8)), length: count) }
    var packed: UInt64 = 0
    for byte in bytes { packed = packed << 8 | UInt64(byte) }
    return Key(words: (packed, 0, 0, 0), length: count)
  }
}
