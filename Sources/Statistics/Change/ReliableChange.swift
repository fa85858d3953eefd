/// How many persons changed by more than errors of measurement explain.
///
/// Counts only: who they are is not kept.
/// Convention P4.
public struct ReliableChange: Sendable, Hashable {
  /// Persons who went up by more than `smallest`.
  public let up: Int
  /// Persons whose change may be an error of measurement.
  public let unclear: Int
  /// Persons who went down by more than `smallest`.
  public let down: Int
  /// The change that a person has to exceed, in the units of the score; positive.
  public let smallest: Double

  /// Counts the changes that are too large for measurement error at a given level.
  ///
  /// A change divided by s √(2 (1 − alpha)) is compared with the normal quantile. `sd` is the
  /// standard deviation of all scores of the first wave, `reliability` their alpha. N. S. Jacobson
  /// and P. Truax, Journal of Consulting and Clinical Psychology 59 (1991) 12–19.
  /// The result is `nil` without pairs, `sd` or `reliability`, for an `sd` of 0, and for a
  /// reliability of 1 or more.
  public init?(_ pairs: Pairs, sd: Double?, reliability: Double?, level: Double = 0.95) {
    guard pairs.n > 0, let sd, let reliability, sd > 0, reliability < 1 else { return nil }
    let z = NormalDistribution.upperQuantile(Interval.outside(level))
    smallest = z * sd * (2 * (1 - reliability)).squareRoot()
    var (up, down) = (0, 0)
    let changes = pairs.roundedChanges
    for (change, count) in zip(changes.values, changes.counts) {
      if change > smallest { up += count }
      if change < -smallest { down += count }
    }
    self.up = up
    self.down = down
    unclear = pairs.n - up - down
  }
}
