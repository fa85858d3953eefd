/// The Brunner–Munzel test of whether values of one group tend to be larger.
///
/// Unlike Mann and Whitney's, it holds also where the groups differ in spread, and its p value
/// belongs to the probability itself.
/// Convention G7.
public struct BrunnerMunzel: Sendable, Hashable {
  /// The probability that a value of the first group is smaller, ties counted half; 0 to 1.
  public let probabilityOfLess: Double
  /// The test statistic, positive where the first group tends to be smaller.
  public let statistic: Double
  /// Satterthwaite's degrees of freedom.
  public let df: Double
  /// The interval of the probability, method `Brunner-Munzel`, cut off at 0 and 1.
  public let interval: Interval

  /// The two-sided p value.
  public var p: Double { StudentT(degreesOfFreedom: df).twoSided(statistic) }

  /// Compares two groups in time proportional to their numbers of distinct values.
  ///
  /// From the variances s1² and s2² of each member's share of smaller members in the other group:
  /// (P − ½) / √(s1²/n1 + s2²/n2). E. Brunner and U. Munzel, Biometrical Journal 42 (2000) 17–25.
  /// The result is `nil` for a group of fewer than two, or where those shares do not vary in
  /// either group, as for groups that do not overlap or values that are all equal.
  public init?(_ first: Frequencies, _ second: Frequencies, level: Double = 0.95) {
    guard first.n >= 2, second.n >= 2 else { return nil }
    let dominance = Dominance(first, second)
    let pairs = Double(first.n) * Double(second.n)
    probabilityOfLess = Double(2 * dominance.below + dominance.level) / (2 * pairs)
    let part1 = Self.error(dominance.ofFirst, first, others: second.n)
    let part2 = Self.error(dominance.ofSecond, second, others: first.n)
    let square = part1 + part2
    guard square > 0 else { return nil }
    let error = square.squareRoot()
    statistic = Double(dominance.below - dominance.above) / (2 * pairs) / error
    let (share1, share2) = (part1 / square, part2 / square)
    df = 1 / (share1 * share1 / Double(first.n - 1) + share2 * share2 / Double(second.n - 1))
    let half = error * StudentT(degreesOfFreedom: df).upperQuantile(Interval.outside(level))
    interval = Interval(
      low: max(0, probabilityOfLess - half), high: min(1, probabilityOfLess + half),
      level: level, method: "Brunner-Munzel")
  }

  /// The squared standard error that a group brings in: variance of its shares over its size.
  private static func error(_ net: [Int], _ group: Frequencies, others: Int) -> Double {
    let shares = Frequencies(
      counts: zip(net, group.counts).map { (value: Double($0), count: $1) })
    let scale = 2 * Double(others)
    return (shares.variance ?? 0) / (scale * scale) / Double(group.n)
  }
}
