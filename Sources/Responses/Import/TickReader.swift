import Instruments

/// Reads the cells of columns that stand for one choice each: a tick, none, or the choice itself.
struct TickReader {
  enum Tick {
    case blank, ticked, clear
    /// The words of a choice that also say "no".
    case unreadable
  }

  /// The words of each choice.
  private let words: [Set<String>]
  /// The choice for everything else, in whose column people's own words are a tick.
  private let other: Int?
  /// Cells that say that nothing was answered, beside the blank one.
  private let blanks: Set<String>

  init(points: [Point], blanks: Set<String> = []) {
    words = points.map { Set($0.words.map(\.matchingKey)) }
    other = points.firstIndex(where: OwnWords.isMeant)
    self.blanks = blanks
  }

  private static let ticks: Set<String> = ["1", "y", "yes", "x", "true", "checked", "✓"]
  private static let clears: Set<String> = ["0", "-", "false", "unchecked"]
  private static let noes: Set<String> = ["n", "no"]

  /// What a cell in the column of a choice says; `nil` where it is neither a tick nor none.
  func tick(_ cell: UnsafeBufferPointer<UInt8>, option: Int) -> Tick? {
    if cell.isEmpty { return .blank }
    let text = String(decoding: cell, as: UTF8.self).matchingKey
    if text.isEmpty || blanks.contains(text) { return .blank }
    if Self.ticks.contains(text) { return .ticked }
    if Self.clears.contains(text) { return .clear }
    let isNamed = words[option].contains(text)
    if Self.noes.contains(text) { return isNamed ? .unreadable : .clear }
    return isNamed || option == other ? .ticked : nil
  }

  /// Whether a cell in the column of a choice is neither a tick nor none, but somebody's words.
  func isOwnWords(_ text: String, option: Int) -> Bool {
    let key = text.matchingKey
    let marks = [Self.ticks, Self.clears, Self.noes, blanks, words[option]]
    return option == other && !key.isEmpty && !marks.contains { $0.contains(key) }
  }
}
