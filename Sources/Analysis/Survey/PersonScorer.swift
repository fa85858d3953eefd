import Instruments
import Responses

/// One score of neighbouring rows: the answers are added up by column, and a row ends as a place
/// among the values that the score can take.
struct PersonScorer {
  /// The values that have occurred, or all that can.
  private(set) var values: [PersonValue] = []
  /// The place of each row's value of the block; -1 for none.
  private(set) var places: [Int32]

  private let key: ScoreKey?
  private let columns: [[UInt8]]
  private let maps: [[UInt8]]
  private var gathered: [[UInt8]]
  private var sum: [UInt16]
  private var answered: [UInt8]
  /// Of a score that a sum of answers gives: the place by number of answers and sum.
  private var placeOfSum: [Int32] = []
  /// Of a sum of scores: the place of each value that has occurred.
  private var placeOfValue: [Double: Int32] = [:]

  /// Makes a scorer; `key` is `nil` for a score that refuses, which nobody has.
  init(_ key: ScoreKey?, in table: ResponseTable) {
    self.key = key
    places = [Int32](repeating: -1, count: AnswerBlock.rows)
    let items = key?.items ?? []
    columns = items.map { table.codes($0.id)?.cells ?? [] }
    maps = items.indices.map { key?.values(ofUse: $0) ?? [] }
    gathered = items.map { _ in [UInt8](repeating: ScoreKey.missing, count: AnswerBlock.rows) }
    sum = [UInt16](repeating: 0, count: AnswerBlock.rows)
    answered = [UInt8](repeating: 0, count: AnswerBlock.rows)
    guard let key else { return }
    if key.score.method == .label {
      values = key.score.labels.map { .label($0.label) }
    } else if !key.isComposite {
      tabulate(key)
    }
  }

  /// Every number of answers with every sum that they can have.
  private mutating func tabulate(_ key: ScoreKey) {
    for answered in 0...key.items.count {
      for sum in 0...(key.items.count * key.width) {
        guard sum <= answered * key.width, let value = key.value(sum: sum, answered: answered)
        else {
          placeOfSum.append(-1)
          continue
        }
        placeOfSum.append(place(of: value))
      }
    }
  }

  private mutating func place(of value: Double) -> Int32 {
    if let known = placeOfValue[value] { return known }
    let place = Int32(truncatingIfNeeded: values.count)
    placeOfValue[value] = place
    values.append(.number(value, band: key?.score.bands?.label(of: value)))
    return place
  }

  /// Scores the rows of a block that is not split into groups.
  mutating func score(_ block: AnswerBlock) {
    guard let key else { return }
    for item in columns.indices where !columns[item].isEmpty {
      block.gather(columns[item], into: &gathered[item])
      block.translate(&gathered[item], through: maps[item])
    }
    if key.score.method == .label || key.isComposite {
      scoreByRow(key, block.count)
    } else {
      ScoreTally.addUp(gathered[...], count: block.count, sum: &sum, answered: &answered)
      let sums = key.items.count * key.width + 1
      for row in 0..<block.count {
        places[row] = placeOfSum[Int(answered[row]) * sums + Int(sum[row])]
      }
    }
  }

  private mutating func scoreByRow(_ key: ScoreKey, _ count: Int) {
    var row = [UInt8](repeating: 0, count: gathered.count)
    for place in 0..<count {
      for item in row.indices { row[item] = gathered[item][place] }
      if key.score.method == .label {
        places[place] = key.label(of: row).map { Int32(truncatingIfNeeded: $0) } ?? -1
      } else if let value = key.value(of: row) {
        places[place] = self.place(of: value)
      } else {
        places[place] = -1
      }
    }
  }

  /// The score of every response in the order of the rows; `nil` for one who has none, or a label.
  ///
  /// - Complexity: O(rows × items of the score).
  static func numbers(_ key: ScoreKey, in table: ResponseTable) -> [Double?] {
    var scorer = PersonScorer(key, in: table)
    var block = AnswerBlock(groupCount: 0)
    var numbers: [Double?] = []
    numbers.reserveCapacity(table.rowCount)
    while numbers.count < table.rowCount {
      block.load(from: numbers.count, of: table.rowCount, groups: [])
      scorer.score(block)
      numbers += scorer.places[..<block.count].map { place in
        place < 0 ? nil : scorer.values[Int(place)].number
      }
    }
    return numbers
  }
}
