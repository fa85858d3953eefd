import Instruments
import Responses

/// One pass over a response table: the counts of every item and the sums of every score, by group.
struct SurveyTally {
  let items: [CodeTally]
  let scores: [ScoreTally]
  /// How many rows there are in each group.
  let rows: [Int]

  private init(items: [CodeTally], scores: [ScoreTally], rows: [Int]) {
    self.items = items
    self.scores = scores
    self.rows = rows
  }

  /// Counts a table.
  ///
  /// - Parameters:
  ///   - table: The responses.
  ///   - keys: The scores to add up.
  ///   - groups: The group of each row, -1 for none; empty where nothing is split. Rows of no
  ///     group are counted in a last group of their own.
  ///   - groupCount: The number of groups, that last one aside.
  /// - Complexity: O(rows × items).
  init(_ table: ResponseTable, keys: [ScoreKey], groups: [Int32] = [], groupCount: Int = 0) {
    let buckets = groupCount + 1
    let declared = table.instrument.missing.count
    var items = table.instrument.items.compactMap { item in
      table.codes(item.id).map { column in
        (CodeTally(item: item, column: column, declared: declared, groupCount: buckets), column)
      }
    }
    var scores = keys.map { ScoreTally(key: $0, groupCount: buckets) }
    let columns = keys.map { key in key.items.map { table.codes($0.id)?.cells ?? [] } }
    let maps = keys.map { key in key.items.indices.map(key.values(ofUse:)) }
    var rows = [Int](repeating: 0, count: buckets)
    var block = AnswerBlock(groupCount: groups.isEmpty ? 0 : groupCount)
    let widest = max(1, keys.map(\.items.count).max() ?? 1)
    var values = [[UInt8]](
      repeating: [UInt8](repeating: 0, count: AnswerBlock.rows), count: widest)
    var sum = [UInt16](repeating: 0, count: AnswerBlock.rows)
    var answered = [UInt8](repeating: 0, count: AnswerBlock.rows)
    var histogram = ByteHistogram()
    // An item is counted where the first score has its cells at hand.
    let place = Dictionary(
      uniqueKeysWithValues: items.enumerated().map { ($1.0.item.id, $0) })
    let tallied = Self.firstUses(of: place, in: keys)
    let unused = Set(items.indices).subtracting(tallied.joined().compactMap(\.self)).sorted()
    var start = 0
    while start < table.rowCount {
      block.load(from: start, of: table.rowCount, groups: groups)
      for segment in block.segments { rows[segment.group] += segment.rows.count }
      for index in unused {
        block.gather(items[index].1.cells, into: &values[0])
        items[index].0.add(block, cells: values[0], &histogram)
      }
      for (index, key) in keys.enumerated() {
        for use in key.items.indices {
          block.gather(columns[index][use], into: &values[use])
          if let item = tallied[index][use] {
            items[item].0.add(block, cells: values[use], &histogram)
          }
          block.translate(&values[use], through: maps[index][use])
        }
        scores[index].add(block, values: &values, sum: &sum, answered: &answered)
      }
      start += block.count
    }
    self.init(items: items.map(\.0), scores: scores, rows: rows)
  }

  /// For each use of each key, the item that no use before it has; `nil` for the others.
  private static func firstUses(of places: [String: Int], in keys: [ScoreKey]) -> [[Int?]] {
    var seen: Set<Int> = []
    return keys.map { key in
      key.items.map { item in
        places[item.id].flatMap { seen.insert($0).inserted ? $0 : nil }
      }
    }
  }

  /// The tally of all rows together.
  func merged() -> SurveyTally {
    SurveyTally(
      items: items.map { $0.merged() }, scores: scores.map { $0.merged() },
      rows: [rows.reduce(0, +)])
  }
}
