import Instruments
import Statistics

/// Whole-number sums for one score, for each group: everything its figures are computed from.
///
/// Adding rows in any order or in parts gives the same sums, so the figures have the same digits.
struct ScoreTally {
  let key: ScoreKey
  private let itemCount: Int
  private let sumCount: Int
  /// The number of persons by group, number of answered items, and sum of their values.
  private var persons: [Int]
  /// For complete rows: the number, the sum of each item, the products of each pair, by group.
  private var complete: [Int]
  private var sums: [Int]
  private var products: [Int]
  private let pairCount: Int
  /// For labels and sums of scores, which the sum of the answers does not give: the persons of each
  /// group by label, or by value.
  private var rowScores: RowScoreTally?

  init(key: ScoreKey, groupCount: Int) {
    self.key = key
    itemCount = key.items.count
    sumCount = itemCount * key.width + 1
    pairCount = itemCount * (itemCount + 1) / 2
    rowScores = RowScoreTally(key: key, groupCount: groupCount)
    let cells = rowScores == nil ? (itemCount + 1) * sumCount : 0
    persons = [Int](repeating: 0, count: groupCount * cells)
    complete = [Int](repeating: 0, count: groupCount)
    sums = [Int](repeating: 0, count: groupCount * itemCount)
    products = [Int](repeating: 0, count: groupCount * pairCount)
  }

  /// Adds the rows of a block; `values` holds the gathered values of each item.
  mutating func add(
    _ block: AnswerBlock, values: inout [[UInt8]], sum: inout [UInt16], answered: inout [UInt8]
  ) {
    rowScores?.add(block, values)
    Self.addUp(values[..<itemCount], count: block.count, sum: &sum, answered: &answered)
    if rowScores == nil { addPersons(block, sum, answered) }
    for item in 0..<itemCount {
      Self.clearIncomplete(&values[item], answered, itemCount, block.count)
    }
    for segment in block.segments { addProducts(segment, values, answered) }
  }

  private mutating func addPersons(_ block: AnswerBlock, _ sum: [UInt16], _ answered: [UInt8]) {
    for segment in block.segments {
      let base = segment.group * (itemCount + 1) * sumCount
      for row in segment.rows {
        persons[base + Int(answered[row]) * sumCount + Int(sum[row])] += 1
      }
    }
  }

  /// Adds up the values of each row, one column for each item, and counts its answers.
  static func addUp(
    _ values: ArraySlice<[UInt8]>, count: Int, sum: inout [UInt16], answered: inout [UInt8]
  ) {
    sum.withUnsafeMutableBufferPointer { sum in
      answered.withUnsafeMutableBufferPointer { answered in
        for row in 0..<count {
          sum[row] = 0
          answered[row] = 0
        }
        for column in values {
          column.withUnsafeBufferPointer { values in
            for row in 0..<count {
              let value = values[row]
              let mask: UInt8 = value == ScoreKey.missing ? 0 : 0xFF
              sum[row] &+= UInt16(value & mask)
              answered[row] &+= mask & 1
            }
          }
        }
      }
    }
  }

  /// Sets the values of rows that miss an item to zero, so that they add nothing below.
  private static func clearIncomplete(
    _ values: inout [UInt8], _ answered: [UInt8], _ itemCount: Int, _ count: Int
  ) {
    let full = UInt8(itemCount)
    values.withUnsafeMutableBufferPointer { values in
      answered.withUnsafeBufferPointer { answered in
        for row in 0..<count { values[row] &= answered[row] == full ? 0xFF : 0 }
      }
    }
  }

  private mutating func addProducts(
    _ segment: (group: Int, rows: Range<Int>), _ values: [[UInt8]], _ answered: [UInt8]
  ) {
    let full = UInt8(itemCount)
    complete[segment.group] += answered[segment.rows].count { $0 == full }
    var pair = segment.group * pairCount
    for first in 0..<itemCount {
      sums[segment.group * itemCount + first] += Self.total(values[first], segment.rows)
      for second in first..<itemCount {
        products[pair] += Self.product(values[first], values[second], segment.rows)
        pair += 1
      }
    }
  }

  private static func total(_ values: [UInt8], _ rows: Range<Int>) -> Int {
    values.withUnsafeBufferPointer { values in
      var total: UInt32 = 0
      for row in rows { total &+= UInt32(values[row]) }
      return Int(total)
    }
  }

  /// The sum of products; a block of 32,768 rows of values up to 239 stays within 32 bits.
  private static func product(_ first: [UInt8], _ second: [UInt8], _ rows: Range<Int>) -> Int {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        var total: UInt32 = 0
        for row in rows { total &+= UInt32(UInt16(first[row]) &* UInt16(second[row])) }
        return Int(total)
      }
    }
  }

  /// Adds up the groups of a tally into one group.
  func merged() -> ScoreTally {
    var whole = ScoreTally(key: key, groupCount: 1)
    whole.rowScores = rowScores?.merged()
    for group in complete.indices {
      for place in whole.persons.indices {
        whole.persons[place] += persons[group * whole.persons.count + place]
      }
      whole.complete[0] += complete[group]
      for item in 0..<itemCount { whole.sums[item] += sums[group * itemCount + item] }
      for pair in 0..<pairCount { whole.products[pair] += products[group * pairCount + pair] }
    }
    return whole
  }
}

extension ScoreTally {
  /// The scores of the persons of a group, and how many persons have none.
  ///
  /// Labels are no numbers: `labels(ofGroup:)` has them.
  func scores(ofGroup group: Int) -> (scores: Frequencies, unscored: Int) {
    if let rowScores { return rowScores.scores(ofGroup: group) }
    var entries: [(value: Double, count: Int)] = []
    var unscored = 0
    for answered in 0...itemCount {
      let base = (group * (itemCount + 1) + answered) * sumCount
      for sum in 0..<sumCount where persons[base + sum] > 0 {
        if let value = key.value(sum: sum, answered: answered) {
          entries.append((value, persons[base + sum]))
        } else {
          unscored += persons[base + sum]
        }
      }
    }
    return (Frequencies(counts: entries), unscored)
  }

  /// How many persons of a group have each label; `nil` for a score that is a number.
  func labels(ofGroup group: Int) -> [Int]? { rowScores?.labels(ofGroup: group) }

  /// The co-moments of a group's complete rows, for reliability.
  func moments(ofGroup group: Int) -> ItemMoments {
    ItemMoments(
      n: complete[group],
      sums: Array(sums[group * itemCount..<(group + 1) * itemCount]),
      products: Array(products[group * pairCount..<(group + 1) * pairCount]))
  }
}
