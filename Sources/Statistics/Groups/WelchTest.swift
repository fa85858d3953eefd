/// The difference of two means without assuming equal spread (Welch 1947).
///
/// Convention G1.
public struct WelchTest: Sendable, Hashable {
  /// The mean of the first group minus that of the second.
  public let difference: Double
  /// The standard error of the difference, positive.
  public let standardError: Double
  /// The difference divided by its standard error.
  public let t: Double
  /// Satterthwaite's degrees of freedom, rarely a whole number.
  public let df: Double
  /// The interval of the difference, method `Welch`.
  public let interval: Interval

  /// Compares two groups.
  ///
  /// The result is `nil` for a group of fewer than two, or if neither group has any spread.
  public init?(_ first: Frequencies, _ second: Frequencies, level: Double = 0.95) {
    guard
      let mean1 = first.mean, let mean2 = second.mean,
      let variance1 = first.variance, let variance2 = second.variance
    else { return nil }
    let part1 = variance1 / Double(first.n)
    let part2 = variance2 / Double(second.n)
    let square = part1 + part2
    guard square > 0 else { return nil }
    let share1 = part1 / square
    let share2 = part2 / square
    difference = mean1 - mean2
    standardError = square.squareRoot()
    t = difference / standardError
    df = 1 / (share1 * share1 / Double(first.n - 1) + share2 * share2 / Double(second.n - 1))
    let half = standardError * StudentT(degreesOfFreedom: df).upperQuantile(Interval.outside(level))
    interval = Interval(
      low: difference - half, high: difference + half, level: level, method: "Welch")
  }

  /// The two-sided p value.
  public var p: Double { StudentT(degreesOfFreedom: df).twoSided(t) }
}
