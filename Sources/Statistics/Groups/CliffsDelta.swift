/// Cliff's delta: how much more often a value of the first group is the larger one.
///
/// Convention G4.
public struct CliffsDelta: Sendable, Hashable {
  /// How much more often the first is larger than smaller, as a share of all pairs, −1 to 1.
  public let delta: Double
  /// The interval of delta, method `Cliff`; `nil` if |delta| = 1 or a group has fewer than two.
  public let interval: Interval?

  /// The probability that a value of the first group is larger, ties counted half; 0 to 1.
  public var probabilityOfSuperiority: Double { (delta + 1) / 2 }

  /// Compares two groups in time proportional to their numbers of distinct values.
  ///
  /// N. Cliff, Psychological Bulletin 114 (1993) 494–509; asymmetric interval with t on
  /// n1 + n2 − 2 degrees of freedom. There is no interval when |delta| = 1 or when a group has
  /// fewer than two members.
  /// The result is `nil` if a group is empty.
  public init?(_ first: Frequencies, _ second: Frequencies, level: Double = 0.95) {
    guard first.n > 0, second.n > 0 else { return nil }
    let dominance = Dominance(first, second)
    let n1 = Double(first.n)
    let n2 = Double(second.n)
    let pairs = n1 * n2
    let d = Double(dominance.above - dominance.below) / pairs
    delta = d
    guard first.n > 1, second.n > 1, abs(d) < 1 else {
      interval = nil
      return
    }
    let rows = Self.spread(dominance.ofFirst, first.counts, of: n2, around: d)
    let columns = Self.spread(dominance.ofSecond, second.counts, of: n1, around: d)
    let cells = Double(dominance.above + dominance.below) - pairs * d * d
    let unbiased =
      (n2 * n2 * rows + n1 * n1 * columns - cells) / (pairs * (n1 - 1) * (n2 - 1))
    let variance = max(unbiased, (1 - d * d) / (pairs - 1))
    let t = StudentT(degreesOfFreedom: n1 + n2 - 2).upperQuantile(Interval.outside(level))
    let square = t * t * variance
    let rest = 1 - d * d
    let half = (square * (rest * rest + square)).squareRoot()
    interval = Interval(
      low: max(-1, (d * rest - half) / (rest + square)),
      high: min(1, (d * rest + half) / (rest + square)), level: level, method: "Cliff")
  }

  /// The sum of squared distances of each member's own dominance from the overall one.
  private static func spread(
    _ net: [Int], _ counts: [Int], of size: Double, around d: Double
  ) -> Double {
    zip(net, counts).reduce(0) { sum, entry in
      let distance = Double(entry.0) / size - d
      return sum + Double(entry.1) * distance * distance
    }
  }
}
