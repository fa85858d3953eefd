import Responses

/// What makes a response worth a second look.
public struct PersonFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// One answer to every item of a long scale with items turned round.
  public static let straightLined = PersonFlags(rawValue: 1)
  /// A cell could be read in two ways, and counts as missing.
  public static let unreadableCells = PersonFlags(rawValue: 2)
  /// At least one score has too few answers to be computed; those that refuse do not count.
  public static let unscored = PersonFlags(rawValue: 4)

  /// The flags with the words that files carry, in the order in which they are written.
  public static let words: [(flag: PersonFlags, word: String)] = [
    (.straightLined, "straight_lined"), (.unreadableCells, "unreadable_cells"),
    (.unscored, "unscored"),
  ]

  /// The words of the flags that are set.
  public var words: [String] { Self.words.filter { contains($0.flag) }.map(\.word) }

  /// The flags of each row of a table that its answers alone decide.
  ///
  /// - Complexity: O(rows × items).
  static func ofRows(in table: ResponseTable) -> [PersonFlags] {
    var flags = StraightLining(table).marks.map {
      $0 ? PersonFlags.straightLined : []
    }
    for column in table.items.values {
      switch column {
      case .codes(let column):
        guard column.cells.contains(CellCode.unreadable) else { continue }
        for (row, cell) in column.cells.enumerated() where cell == CellCode.unreadable {
          flags[row].insert(.unreadableCells)
        }
      case .options(let column):
        for (row, cell) in column.cells.enumerated() where cell & OptionColumn.unreadable != 0 {
          flags[row].insert(.unreadableCells)
        }
      case .numbers, .dates, .texts: continue
      }
    }
    return flags
  }
}
