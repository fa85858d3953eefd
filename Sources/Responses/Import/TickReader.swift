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

  init(points: [Point]) {
    words = points.map { Set($0.words.map(\.matchingKey)) }
  }

  /// What a cell in the column of a choice says; `nil` where it is neither a tick nor none.
  func tick(_ cell: UnsafeBufferPointer<UInt8>, option: Int) -> Tick? {
    if cell.isEmpty { return .blank }
    let text = String(decoding: cell, as: UTF8.self).matchingKey
    switch text {
    case "": return .blank
    case "1", "y", "yes", "x", "true", "checked", "✓": return .ticked
    case "0", "-", "false", "unchecked": return .clear
    case "n", "no": return words[option].contains(text) ? .unreadable : .clear
    default: return words[option].contains(text) ? .ticked : nil
    }
  }
}
