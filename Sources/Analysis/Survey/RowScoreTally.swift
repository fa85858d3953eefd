import Instruments
import Statistics

/// Scores that take a person's answers one by one: labels, and sums of scores that each have their
/// own rule for missing answers.
struct RowScoreTally {
  private let key: ScoreKey
  /// The persons of each group by the value of a sum of scores.
  private var values: [[Double: Int]]
  /// The persons of each group by the place of their label.
  private var counts: [[Int]]
  private var unscored: [Int]
  private let isLabel: Bool

  /// Makes a tally; `nil` for a score that the sum of the answers gives.
  init?(key: ScoreKey, groupCount: Int) {
    isLabel = key.score.method == .label
    guard isLabel || key.isComposite else { return nil }
    self.key = key
    values = Array(repeating: [:], count: groupCount)
    counts = Array(
      repeating: Array(repeating: 0, count: key.score.labels.count), count: groupCount)
    unscored = Array(repeating: 0, count: groupCount)
  }

  /// Adds the rows of a block; `columns` holds the gathered values of each item.
  mutating func add(_ block: AnswerBlock, _ columns: [[UInt8]]) {
    var row = [UInt8](repeating: 0, count: key.items.count)
    for segment in block.segments {
      for place in segment.rows {
        for item in row.indices { row[item] = columns[item][place] }
        add(row, toGroup: segment.group)
      }
    }
  }

  private mutating func add(_ row: [UInt8], toGroup group: Int) {
    if isLabel {
      if let label = key.label(of: row) {
        counts[group][label] += 1
      } else {
        unscored[group] += 1
      }
    } else if let value = key.value(of: row) {
      values[group][value, default: 0] += 1
    } else {
      unscored[group] += 1
    }
  }

  /// The scores of the persons of a group, and how many persons have none.
  func scores(ofGroup group: Int) -> (scores: Frequencies, unscored: Int) {
    let entries = values[group].map { (value: $0.key, count: $0.value) }
    return (Frequencies(counts: entries), unscored[group])
  }

  /// How many persons of a group have each label; `nil` where the score is a number.
  func labels(ofGroup group: Int) -> [Int]? { isLabel ? counts[group] : nil }

  /// Adds up the groups of a tally into one group.
  func merged() -> RowScoreTally {
    var whole = self
    whole.values = [values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }]
    whole.counts = [
      counts.reduce(Array(repeating: 0, count: key.score.labels.count)) { sum, group in
        zip(sum, group).map(+)
      }
    ]
    whole.unscored = [unscored.reduce(0, +)]
    return whole
  }
}
