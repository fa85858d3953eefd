extension ItemColumn {
  /// How many entries are answers, blank, declared missing and unreadable.
  ///
  /// - Complexity: O(entries), without memory of its own.
  var tally: [CellLedger.Fate: Int] {
    switch self {
    case .codes(let column): return Self.tally(of: column.cells)
    case .options(let column):
      let unreadable = column.cells.count { $0 & OptionColumn.unreadable != 0 }
      return Self.tally(
        column.cells.count, blank: column.cells.count { $0 == 0 }, unreadable: unreadable)
    case .numbers(let column):
      return Self.tally(column.cells.count, blank: column.cells.count { $0 == nil })
    case .dates(let column):
      return Self.tally(column.cells.count, blank: column.cells.count { $0 == nil })
    case .texts(let column): return Self.tally(column.count, blank: column.blankCount)
    }
  }

  private static func tally(
    _ entries: Int, blank: Int, declared: Int = 0, unreadable: Int = 0
  ) -> [CellLedger.Fate: Int] {
    [
      .answer: entries - blank - declared - unreadable, .blank: blank, .declared: declared,
      .unreadable: unreadable,
    ]
  }

  private static func tally(of codes: [UInt8]) -> [CellLedger.Fate: Int] {
    var counter = OpenCodeCounter()
    codes.withUnsafeBytes { counter.count($0) }
    return tally(
      codes.count, blank: counter.blank, declared: counter.declared,
      unreadable: counter.unreadable)
  }
}

extension TextColumn {
  /// How many texts are empty.
  fileprivate var blankCount: Int {
    withAllBytes { _, ends in
      ends.indices.count { ends[$0] == ($0 == 0 ? 0 : ends[$0 - 1]) }
    }
  }
}
