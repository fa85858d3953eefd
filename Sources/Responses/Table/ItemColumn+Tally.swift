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

  /// So many codes are counted in bytes before the bytes are full, so that many are counted at once.
  private static var stride: Int { 255 }

  private static func tally(of codes: [UInt8]) -> [CellLedger.Fate: Int] {
    var (blank, unreadable, declared) = (0, 0, 0)
    codes.withUnsafeBufferPointer { codes in
      var start = 0
      while start < codes.count {
        let end = min(start + stride, codes.count)
        let (blanks, doubtful, others) = counts(codes, start, end)
        blank += Int(blanks)
        unreadable += Int(doubtful)
        declared += Int(others) - Int(blanks) - Int(doubtful)
        start = end
      }
    }
    return tally(codes.count, blank: blank, declared: declared, unreadable: unreadable)
  }
}

extension ItemColumn {
  /// How many of some codes are blank, unreadable, and no answer at all: a loop for each, which the
  /// compiler turns into one over many bytes at once.
  private static func counts(
    _ codes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (UInt8, UInt8, UInt8) {
    var blank: UInt8 = 0
    for place in start..<end { blank &+= codes[place] == CellCode.blank ? 1 : 0 }
    var unreadable: UInt8 = 0
    for place in start..<end { unreadable &+= codes[place] == CellCode.unreadable ? 1 : 0 }
    var open: UInt8 = 0
    for place in start..<end { open &+= codes[place] >= CellCode.firstDeclared ? 1 : 0 }
    return (blank, unreadable, open)
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
