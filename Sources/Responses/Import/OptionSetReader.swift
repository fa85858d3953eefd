import Instruments

/// Reads cells that hold several choices, whatever parts them.
///
/// A choice may itself hold the separator ("Journey home, after school"), so a cell is cut in every
/// way into known labels, longest first; a cell that can be cut in two ways with different results
/// is set aside as unreadable rather than guessed.
struct OptionSetReader {
  /// How many readings of a cell are followed; with more it is unreadable.
  private static let readingLimit = 64
  private static let separators: Set<Character> = [",", ";", "|", "\n"]

  /// The words of each choice as characters, with the choice, longest first.
  private let wordings: [(characters: [Character], option: Int)]
  private let missing: Set<String>
  private var cache = AnswerCache<UInt64?>()

  init(
    points: [Point], missing: [Instrument.MissingReason], recoded: [String: String] = [:]
  ) {
    var wordings: [(characters: [Character], option: Int)] = []
    for (word, code) in recoded {
      if let option = points.firstIndex(where: { $0.code == code }) {
        wordings.append((Array(word), option))
      }
    }
    for (option, point) in points.enumerated() {
      for word in Set(point.words.map(\.folded))
      where !word.isEmpty && recoded[word.matchingKey] == nil {
        wordings.append((Array(word), option))
      }
    }
    self.wordings = wordings.sorted {
      ($1.characters.count, $0.option) < ($0.characters.count, $1.option)
    }
    self.missing = Set(missing.flatMap(AnswerReader.words)).union(
      recoded.filter(\.value.isEmpty).map(\.key))
  }

  /// The choices of a cell with `OptionColumn.answered`, 0 for a blank cell; `nil` for a fault.
  mutating func choices(in cell: UnsafeBufferPointer<UInt8>) -> UInt64? {
    if cell.isEmpty { return 0 }
    if let choices = cache.value(of: cell) { return choices }
    let choices = read(String(decoding: cell, as: UTF8.self))
    cache.remember(cell, choices)
    return choices
  }

  /// The choices of a text, as `choices(in:)` gives them.
  func read(_ text: String) -> UInt64? {
    let folded = text.folded
    if folded.isEmpty || missing.contains(text.matchingKey) { return 0 }
    let characters = Array(folded)
    var reachable = [Set<UInt64>](repeating: [], count: characters.count + 1)
    reachable[0] = [0]
    var hasMany = false
    for start in characters.indices where !reachable[start].isEmpty {
      if isSeparator(characters[start]) {
        reachable[start + 1].formUnion(reachable[start])
        continue
      }
      guard start == 0 || isSeparator(characters[start - 1]) else { continue }
      for (word, option) in wordings where matches(word, in: characters, at: start) {
        let extended = reachable[start].map { $0 | 1 << UInt64(option) }
        reachable[start + word.count].formUnion(extended)
        guard reachable[start + word.count].count > Self.readingLimit else { continue }
        hasMany = true
        reachable[start + word.count] = Set(reachable[start + word.count].sorted().prefix(2))
      }
    }
    let readings = reachable[characters.count].filter { $0 != 0 }
    guard let only = readings.first else { return nil }
    return readings.count == 1 && !hasMany ? only | OptionColumn.answered : OptionColumn.unreadable
  }

  private func isSeparator(_ character: Character) -> Bool {
    character == " " || Self.separators.contains(character)
  }

  /// Whether a wording stands at a place and ends where the cell or a separator does.
  private func matches(_ word: [Character], in text: [Character], at start: Int) -> Bool {
    let end = start + word.count
    guard end <= text.count, text[start..<end].elementsEqual(word) else { return false }
    return end == text.count || Self.separators.contains(text[end]) || text[end] == " "
  }
}
