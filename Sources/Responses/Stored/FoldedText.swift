import Foundation

/// A text as names are looked for in it: without case and accents, blanks as one, apostrophes and
/// hyphens alike, nothing beside a comma; each byte with the character that it came from.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  private var starts: [String.Index] = []
  private var ends: [String.Index] = []

  init(_ text: String) {
    var place = text.startIndex
    while place < text.endIndex {
      let next = text.index(after: place)
      append(text[place], place..<next)
      place = next
    }
  }

  private mutating func append(_ character: Character, _ range: Range<String.Index>) {
    if character.isWhitespace {
      if let last = bytes.last, last != Self.blank, last != Self.comma { put(Self.blank, range) }
    } else if character == "," {
      if bytes.last == Self.blank { removeLast() }
      put(Self.comma, range)
    } else if Self.apostrophes.contains(character) {
      put(0x27, range)
    } else if Self.hyphens.contains(character) {
      put(0x2D, range)
    } else if let letter = character.asciiValue {
      put((0x41...0x5A).contains(letter) ? letter | 0x20 : letter, range)
    } else if !Self.invisible.contains(character) {
      let folded = String(character).folding(
        options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      for byte in folded.utf8 { put(byte, range) }
    }
  }

  private mutating func put(_ byte: UInt8, _ range: Range<String.Index>) {
    bytes.append(byte)
    starts.append(range.lowerBound)
    ends.append(range.upperBound)
  }

  private mutating func removeLast() {
    bytes.removeLast()
    starts.removeLast()
    ends.removeLast()
  }

  /// Where a folded name stands among the bytes.
  func places(of name: [UInt8]) -> [Range<Int>] {
    guard let first = name.first, bytes.count >= name.count else { return [] }
    return (0...bytes.count - name.count).lazy.filter { start in
      bytes[start] == first && bytes[start..<start + name.count].elementsEqual(name)
    }.map { $0..<$0 + name.count }
  }

  /// The characters that bytes came from.
  func range(of place: Range<Int>) -> Range<String.Index> {
    starts[place.lowerBound]..<ends[place.upperBound - 1]
  }

  private static let blank: UInt8 = 0x20
  private static let comma: UInt8 = 0x2C
  private static let apostrophes: Set<Character> = [
    "'", "\u{2019}", "\u{2018}", "\u{2BC}", "`", "\u{B4}",
  ]
  private static let hyphens: Set<Character> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}",
  ]
  private static let invisible: Set<Character> = ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}"]
}
