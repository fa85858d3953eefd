/// The smallest change that is seen four times in five, where it is tested at 5 % on both sides.
///
/// J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988, chapter 2.
public enum DetectableChange {
  /// (t at 0.975 + t at 0.80) × the standard error of a change.
  ///
  /// - Parameters:
  ///   - standardError: The standard error of the change.
  ///   - df: Its degrees of freedom.
  /// - Returns: In the units of the standard error; `nil` where either is not positive.
  public static func smallest(standardError: Double, df: Double) -> Double? {
    guard standardError > 0, df > 0 else { return nil }
    let t = StudentT(degreesOfFreedom: df)
    return standardError * (t.upperQuantile(0.025) + t.upperQuantile(0.2))
  }

  /// The same between a mean and that of as many other people whose answers differ as much.
  ///
  /// The change of two such means has √2 times the standard error of one, and twice its degrees of
  /// freedom.
  ///
  /// - Parameters:
  ///   - standardError: The standard error of the one mean that is known.
  ///   - df: Its degrees of freedom.
  /// - Returns: In the units of the standard error; `nil` where either is not positive.
  public static func afterLike(standardError: Double, df: Double) -> Double? {
    smallest(standardError: 2.0.squareRoot() * standardError, df: 2 * df)
  }
}
