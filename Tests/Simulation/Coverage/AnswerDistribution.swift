/// How likely each answer is: what people think in a school that is planted.
struct AnswerDistribution: Sendable {
  let words: String
  /// The possible values, ascending.
  let values: [Double]
  let chances: [Double]

  /// Answers from 1 up, with the chance of each in hundredths.
  init(_ words: String, hundredths: [Int]) {
    self.words = words
    values = hundredths.indices.map { Double($0 + 1) }
    chances = hundredths.map { Double($0) / 100 }
  }

  private init(_ words: String, values: [Double], chances: [Double]) {
    self.words = words
    self.values = values
    self.chances = chances
  }

  static let even = AnswerDistribution("near-symmetric item", hundredths: [8, 22, 38, 22, 10])
  static let camps = AnswerDistribution("two camps", hundredths: [35, 12, 6, 12, 35])
  static let ceiling = AnswerDistribution("65 % at the top", hundredths: [2, 3, 8, 22, 65])
  static let score = AnswerDistribution.scale("skewed score of 4 items", items: 4)
  static let all = [even, camps, ceiling, score]

  /// The mean of items that go together because people are content, in between or unhappy.
  private static func scale(_ words: String, items: Int) -> AnswerDistribution {
    var sums = [Double](repeating: 0, count: items * 4 + 1)
    for (share, item) in LatentItems.skewed.classes.map({ ($0.share, $0.chances[0]) }) {
      var own = [1.0]
      for _ in 0..<items {
        var next = [Double](repeating: 0, count: own.count + 4)
        for (sum, chance) in own.enumerated() {
          for (code, more) in item.enumerated() { next[sum + code] += chance * more }
        }
        own = next
      }
      for (sum, chance) in own.enumerated() { sums[sum] += share * chance }
    }
    return AnswerDistribution(
      words, values: sums.indices.map { 1 + Double($0) / Double(items) }, chances: sums)
  }

  /// A distribution on the way from this one to another: 0 is this one, 1 the other.
  func mixed(_ part: Double, with other: AnswerDistribution) -> AnswerDistribution {
    AnswerDistribution(
      words, values: values,
      chances: zip(chances, other.chances).map { $0 * (1 - part) + $1 * part })
  }

  var mean: Double { zip(values, chances).reduce(0) { $0 + $1.0 * $1.1 } }

  /// One answer, as a place among the values.
  func draw(_ lot: inout Lot) -> Int { place(at: lot.share()) }

  /// Independent answers, as counts of the values.
  func counts(_ n: Int, _ lot: inout Lot) -> [Int] {
    var counts = [Int](repeating: 0, count: values.count)
    for _ in 0..<n { counts[draw(&lot)] += 1 }
    return counts
  }

  /// Everybody in a school of `size`, as places among the values: as close to the chances as whole
  /// people can be.
  func people(_ size: Int) -> [Int] {
    (0..<size).map { place(at: (Double($0) + 0.5) / Double(size)) }
  }

  private func place(at share: Double) -> Int {
    var below = 0.0
    for (place, chance) in chances.enumerated() {
      below += chance
      if share < below { return place }
    }
    return chances.count - 1
  }

  /// The probability that a value of this one is above one of the other, and that it is below.
  func dominance(over other: AnswerDistribution) -> (above: Double, below: Double) {
    var (above, below) = (0.0, 0.0)
    for (value, chance) in zip(values, chances) {
      for (against, weight) in zip(other.values, other.chances) {
        if value > against { above += chance * weight }
        if value < against { below += chance * weight }
      }
    }
    return (above, below)
  }
}
