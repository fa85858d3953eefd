/// Counts the codes of a column that are no answers, eight at a time.
///
/// Every such code is 240 or more, so that its upper four bits are set; the lower four tell which it
/// is. A mask has the highest bit of each byte that is meant.
struct OpenCodeCounter {
  private(set) var blank = 0
  private(set) var unreadable = 0
  private(set) var declared = 0

  private static let highest: UInt64 = 0x8080_8080_8080_8080
  /// So many words are counted before a byte of a sum is full.
  private static let stride = 255

  /// Adds the codes of a column.
  ///
  /// - Complexity: O(codes).
  mutating func count(_ codes: UnsafeRawBufferPointer) {
    let words = codes.count / 8
    var start = 0
    while start < words {
      let end = min(start + Self.stride, words)
      count(codes, words: start..<end)
      start = end
    }
    for code in codes.dropFirst(words * 8) {
      switch code {
      case CellCode.blank: blank += 1
      case CellCode.unreadable: unreadable += 1
      default: declared += code >= CellCode.firstDeclared ? 1 : 0
      }
    }
  }

  private mutating func count(_ codes: UnsafeRawBufferPointer, words: Range<Int>) {
    var (blanks, doubtful, open): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for place in words {
      let word = codes.loadUnaligned(fromByteOffset: place &* 8, as: UInt64.self)
      let two = word & word << 1
      let four = two & two << 2
      let isOpen = four & Self.highest
      // The lower four bits are 1111 in a blank and 1110 in what can be read in two ways.
      let isBlank = isOpen & two << 4 & two << 6
      let isDoubtful = isOpen & two << 4 & word << 6 & ~(word << 7)
      open &+= isOpen >> 7
      blanks &+= isBlank >> 7
      doubtful &+= isDoubtful >> 7
    }
    let counted = Self.sum(blanks) + Self.sum(doubtful)
    blank += Self.sum(blanks)
    unreadable += Self.sum(doubtful)
    declared += Self.sum(open) - counted
  }

  /// The sum of the bytes of a word.
  private static func sum(_ word: UInt64) -> Int {
    let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ (word >> 8 & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
  }
}
