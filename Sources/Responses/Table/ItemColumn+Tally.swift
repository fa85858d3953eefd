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
        var part: (blank: UInt8, unreadable: UInt8, open: UInt8) = (0, 0, 0)
        for place in start..<end {
          let code = codes[place]
          part.blank &+= code == CellCode.blank ? 1 : 0
          part.unreadable &+= code == CellCode.unreadable ? 1 : 0
          part.open &+= code >= CellCode.firstDeclared ? 1 : 0
        }
        blank += Int(part.blank)
        unreadable += Int(part.unreadable)
        declared += Int(part.open) - Int(part.blank) - Int(part.unreadable)
        start = end
      }
    }
    return tally(codes.count, blank: blank, declared: declared, unreadable: unreadable)
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
