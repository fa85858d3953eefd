/// How many answers an interval of a wanted width needs.
///
/// Convention W11.
public enum SampleSize {
  /// The number of answers from a population at which an interval reaches `halfWidth` each way.
  ///
  /// 1 / (1/N + (d / (z s))²), rounded up. W. G. Cochran, Sampling Techniques, 3rd ed., 1977,
  /// chapter 4. `sd` is the standard deviation that is expected; for a share p it is √(p (1 − p)),
  /// at most 0.5. Leave `population` out where it is unlimited.
  /// - Returns: At least 1 and at most `population`; `nil` where `halfWidth`, `sd` or `population`
  ///   is not positive, and where the number is beyond whole numbers.
  public static func answers(
    halfWidth: Double, sd: Double, population: Int? = nil, level: Double = 0.95
  ) -> Int? {
    guard halfWidth > 0, sd > 0, population ?? 1 > 0 else { return nil }
    let z = NormalDistribution.upperQuantile(Interval.outside(level))
    let ratio = halfWidth / (z * sd)
    let inverse = population.map { 1 / Double($0) } ?? 0
    // A whole number that rounding has pushed up by a last digit stays what it is.
    let needed = (1 / (inverse + ratio * ratio) * (1 - 1e-12)).rounded(.up)
    guard needed < 9e15 else { return nil }
    return min(max(1, Int(needed)), population ?? Int.max)
  }
}
