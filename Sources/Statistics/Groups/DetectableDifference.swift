/// How large a true difference of two means has to be for a comparison to find it.
///
/// The standard deviation is given, not estimated, so that the normal distribution is exact:
/// Δ = (z at 1 − α/2 + z at the power) s √(1/n₁ + 1/n₂). J. Cohen, Statistical Power Analysis for the
/// Behavioral Sciences, 2nd ed., 1988, chapter 2. A part of the population counts as if it were
/// drawn from one without end.
public enum DetectableDifference {
  /// The smallest true difference of means that two samples find with the power that is asked for.
  ///
  /// - Parameters:
  ///   - first: The answers of the one group.
  ///   - second: Those of the other.
  ///   - sd: The standard deviation within each group, above 0.
  ///   - level: The level of the two-sided interval that has to leave out 0, between 0 and 1.
  ///   - power: How often the difference is to be found, at least 0.5 and below 1.
  /// - Returns: A difference above 0 in the unit of `sd`; `nil` where a group is empty or a number is
  ///   out of its range.
  public static func smallest(
    _ first: Int, _ second: Int, sd: Double, level: Double = 0.95, power: Double = 0.8
  ) -> Double? {
    guard first > 0, second > 0, sd > 0, let reach = reach(level, power) else { return nil }
    return reach * sd * (1 / Double(first) + 1 / Double(second)).squareRoot()
  }

  /// How many answers each of two groups of one size needs to find a difference.
  ///
  /// 2 (s (z + z) / Δ)², rounded up.
  /// - Returns: At least 1; `nil` where `difference` or `sd` is not positive, where a number is out of
  ///   its range, and where the result is beyond whole numbers.
  public static func answersEach(
    difference: Double, sd: Double, level: Double = 0.95, power: Double = 0.8
  ) -> Int? {
    guard difference > 0, sd > 0, let reach = reach(level, power) else { return nil }
    let ratio = reach * sd / difference
    let needed = (2 * ratio * ratio).rounded(.up)
    guard needed < 9e15 else { return nil }
    return max(1, Int(needed))
  }

  private static func reach(_ level: Double, _ power: Double) -> Double? {
    guard level > 0, level < 1, power >= 0.5, power < 1 else { return nil }
    return NormalDistribution.upperQuantile(Interval.outside(level))
      + NormalDistribution.upperQuantile(1 - power)
  }
}
