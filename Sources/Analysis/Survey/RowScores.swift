import Instruments
import Responses

/// The score of each response, one at a time.
struct RowScores {
  private let key: ScoreKey
  private let columns: [(cells: [UInt8], values: [UInt8])?]

  init(_ key: ScoreKey, in table: ResponseTable) {
    self.key = key
    columns = key.items.enumerated().map { use, item in
      table.codes(item.id).map { ($0.cells, key.values(ofUse: use)) }
    }
  }

  /// The score of a row; `nil` where it has none, and for a label.
  func value(ofRow row: Int) -> Double? {
    key.value(
      of: columns.map { column in
        column.map { $0.values[Int($0.cells[row])] } ?? ScoreKey.missing
      })
  }
}
