import Instruments
import Responses
import Statistics

/// Rows that give the same answer to every item of a scale, items turned the other way included.
enum StraightLining {
  static let fewestAnswers = AnswerPattern.fewestStraight

  /// Counts the rows of a table that do so, and those that could.
  ///
  /// A scale counts where it has at least ten items and one of them is reversed.
  /// - Complexity: O(rows × items).
  static func count(in table: ResponseTable) -> (straight: Int, checked: Int) {
    let rows = rows(in: table)
    return (rows.straight.count { $0 }, rows.checked.count { $0 })
  }

  /// Which rows of a table do so, and which could.
  static func rows(in table: ResponseTable) -> (straight: [Bool], checked: [Bool]) {
    var isStraight = [Bool](repeating: false, count: table.rowCount)
    var isChecked = isStraight
    for columns in blocks(of: table) {
      for start in stride(from: 0, to: table.rowCount, by: AnswerBlock.rows) {
        let rows = start..<min(start + AnswerBlock.rows, table.rowCount)
        check(columns, rows, &isStraight, &isChecked)
      }
    }
    return (isStraight, isChecked)
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
