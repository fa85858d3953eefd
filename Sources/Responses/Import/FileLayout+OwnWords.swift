import Diagnostics
import Instruments

extension FileLayout {
  /// What tells people's own words from the answers to an item, where they may stand among them;
  /// of a text item that takes them, from the answers beside which they stand.
  func ownWords(in item: Item, at place: HeadingMatcher.Place) -> OwnWordsReader? {
    switch place {
    case .column: return dialect.traits.writesOwnWordsInCells ? reader(of: item, false) : nil
    case .ownWords(let other, _):
      return instrument.item(other).flatMap { reader(of: $0, matcher.isTicked(other)) }
    case .optionColumns, .nameColumns: return nil
    }
  }

  /// The columns with words that no item takes, and what tells them from the answers there.
  var unkeptWords: [(column: Int, item: String, reader: OwnWordsReader)] {
    matcher.ownWords.sorted { $0.key < $1.key }.compactMap { column, id in
      guard let item = instrument.item(id) else { return nil }
      var reader: OwnWordsReader? = OwnWordsReader()
      if matcher.holdsWordsAmongAnswers(column) {
        reader = self.reader(of: item, matcher.isTicked(id))
      }
      return reader.map { (column, id, $0) }
    }
  }

  private func reader(of item: Item, _ isTick: Bool) -> OwnWordsReader? {
    OwnWordsReader(item, isTick: isTick, missing: instrument.missing, recipe: recipe)
  }
}

extension Diagnostic.Message {
  static func ownWordsNotKept(_ heading: String, of item: String, rows: Int) -> Self {
    Self(
      id: "own-words-not-kept",
      "column '\(heading.clipped)': \(rows) \(rows == 1 ? "row has" : "rows have") words beside the "
        + "choices of '\(item)', and they are not kept; to keep them, give the instrument a text item "
        + "'\(item)_other'")
  }
}
