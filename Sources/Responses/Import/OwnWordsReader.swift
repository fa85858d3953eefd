import Instruments

/// Tells what somebody wrote in their own words from the known answers of a cell.
struct OwnWordsReader {
  private enum Kind {
    /// The column holds nothing else.
    case column
    /// The column of a choice, which also holds ticks.
    case tick(TickReader)
    /// The cell of a single choice.
    case single(AnswerReader)
    /// The cell of several choices, with the words at its end.
    case several(OptionSetReader)
  }

  private static let separators: Set<Character> = [",", ";", "|", "\n"]

  private let kind: Kind
  /// The place of the choice for everything else.
  private let choice: Int
  private let known: [String]

  /// The words in a column of their own.
  init() {
    kind = .column
    choice = 0
    known = []
  }

  /// The words in the cells of an item, or in the column of its choice for everything else; `nil`
  /// where it has no such choice.
  init?(
    _ item: Item, isTick: Bool, missing: [Instrument.MissingReason], recipe: ImportRecipe?
  ) {
    guard let choice = OwnWords.choice(of: item) else { return nil }
    self.choice = choice
    known = item.format.points.map(\.title)
    let recoded = recipe?.codes(of: item) ?? [:]
    switch item.format {
    case .single(let points) where !isTick:
      kind = .single(AnswerReader(points: points, missing: missing, recoded: recoded))
    case .multiple(let points) where !isTick:
      kind = .several(OptionSetReader(points: points, missing: missing, recoded: recoded))
    case .single(let points), .multiple(let points): kind = .tick(TickReader(points: points))
    default: return nil
    }
  }

  /// The words of a cell; `nil` where it has none.
  func words(in cell: UnsafeBufferPointer<UInt8>) -> String? {
    guard !cell.isEmpty else { return nil }
    let text = String(decoding: cell, as: UTF8.self).trimmingBlanks
    switch kind {
    case .column: return text.isEmpty ? nil : text
    case .tick(let reader): return reader.isOwnWords(text, option: choice) ? text : nil
    case .single(var reader):
      return reader.code(of: cell) == CellCode.fault && OwnWords.isOwn(text, besides: known)
        ? text : nil
    case .several(let reader):
      return reader.read(text) == nil ? split(text, reader)?.words : nil
    }
  }

  /// The code of a cell of a single choice with words in it; a fault where there are none.
  func code(in cell: UnsafeBufferPointer<UInt8>) -> UInt8 {
    words(in: cell) == nil ? CellCode.fault : UInt8(choice)
  }

  /// The choices of a cell of several with words in it; `nil` where there are none.
  func choices(in cell: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard case .several(let reader) = kind else { return nil }
    return split(String(decoding: cell, as: UTF8.self).trimmingBlanks, reader)?.choices
  }

  /// The known choices at the beginning of a text, as many as there are, and the words after them.
  ///
  /// Where a part of the words is a known choice, or nearly one, nothing is certain.
  private func split(
    _ text: String, _ reader: OptionSetReader
  ) -> (choices: UInt64, words: String)? {
    var text = text[...]
    while let last = text.last, Self.separators.contains(last) || last == " " { text.removeLast() }
    let cuts = text.indices.filter { Self.separators.contains(text[$0]) }
    let other = OptionColumn.answered | 1 << UInt64(choice)
    for cut in cuts.reversed() {
      guard let before = reader.read(String(text[..<cut])) else { continue }
      guard before != 0, before != OptionColumn.unreadable else { return nil }
      let words = text[text.index(after: cut)...]
      return areOwn(words, reader) ? (before | other, String(words).trimmingBlanks) : nil
    }
    return areOwn(text, reader) ? (other, String(text)) : nil
  }

  private func areOwn(_ words: Substring, _ reader: OptionSetReader) -> Bool {
    OwnWords.isOwn(words, besides: known)
      && words.split(whereSeparator: Self.separators.contains).allSatisfy { part in
        reader.read(String(part)) == nil && OwnWords.isNotNear(part, known)
      }
  }
}
