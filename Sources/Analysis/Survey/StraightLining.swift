import Instruments
import Responses
import Statistics

/// Rows that give the same answer to every item of a scale, items turned the other way included.
struct StraightLining {
  static let fewestAnswers = AnswerPattern.fewestStraight

  /// Whether each row does so.
  let marks: [Bool]
  /// How many rows could.
  let checked: Int

  /// How many rows do so.
  var count: Int { marks.count { $0 } }

  /// Looks at the rows of a table.
  ///
  /// A scale counts where it has at least ten items and one of them is reversed.
  /// - Complexity: O(rows × items).
  init(_ table: ResponseTable) {
    var isStraight = [Bool](repeating: false, count: table.rowCount)
    var isChecked = isStraight
    for columns in Self.blocks(of: table) {
      for start in stride(from: 0, to: table.rowCount, by: AnswerBlock.rows) {
        let rows = start..<min(start + AnswerBlock.rows, table.rowCount)
        Self.check(columns, rows, &isStraight, &isChecked)
      }
    }
    marks = isStraight
    checked = isChecked.count { $0 }
  }

  private static func blocks(of table: ResponseTable) -> [[[UInt8]]] {
    table.instrument.scales.compactMap { scale in
      let items = table.instrument.items.filter { $0.format == .scale(scale) }
      let columns = items.compactMap { table.codes($0.id)?.cells }
      return columns.count >= fewestAnswers && items.contains(where: \.isReversed) ? columns : nil
    }
  }

  private static func check(
    _ columns: [[UInt8]], _ rows: Range<Int>, _ isStraight: inout [Bool], _ isChecked: inout [Bool]
  ) {
    var lowest = [UInt8](repeating: 255, count: rows.count)
    var highest = [UInt8](repeating: 0, count: rows.count)
    var answered = [UInt8](repeating: 0, count: rows.count)
    for column in columns {
      column.withUnsafeBufferPointer { cells in
        for place in 0..<rows.count {
          let code = cells[rows.lowerBound &+ place]
          let mask: UInt8 = code < CellCode.firstDeclared ? 0xFF : 0
          lowest[place] = min(lowest[place], code | ~mask)
          highest[place] = max(highest[place], code & mask)
          answered[place] &+= mask & 1
        }
      }
    }
    for (place, row) in rows.enumerated() where answered[place] >= fewestAnswers {
      isChecked[row] = true
      if lowest[place] == highest[place] { isStraight[row] = true }
    }
  }
}
