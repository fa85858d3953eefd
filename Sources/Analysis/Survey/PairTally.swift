import Instruments
import Responses
import Statistics

/// The moments of pairs of items over the rows that answer both.
enum PairTally {
  /// The moments of the items of a score, as the score turns them.
  static func moments(
    of key: ScoreKey, in table: ResponseTable, where isIn: (Int) -> Bool
  ) -> PairwiseMoments {
    let columns = key.items.compactMap { table.codes($0.id)?.cells }
    let maps = key.items.indices.map(key.values(ofUse:))
    return moments(columns, maps, rows: (0..<table.rowCount).filter(isIn))
  }

  /// The moments of code columns, each through its map of values.
  ///
  /// - Complexity: O(rows × items²).
  static func moments(
    _ columns: [[UInt8]], _ maps: [[UInt8]], rows: [Int]
  ) -> PairwiseMoments {
    var moments = PairwiseMoments(items: columns.count)
    var row = [Int?](repeating: nil, count: columns.count)
    for index in rows {
      for item in columns.indices {
        let value = maps[item][Int(columns[item][index])]
        row[item] = value == ScoreKey.missing ? nil : Int(value)
      }
      moments.add(row)
    }
    return moments
  }
}
