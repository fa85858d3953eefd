/// Student's test of the mean change of the same persons.
///
/// Convention P1.
public struct PairedTest: Sendable, Hashable {
  /// The mean of the second figures minus that of the first.
  public let change: Double
  /// The standard error of the change, positive.
  public let standardError: Double
  /// The change divided by its standard error.
  public let t: Double
  /// The degrees of freedom: pairs minus one.
  public let df: Int
  /// The interval of the change, method `paired t`.
  public let interval: Interval

  /// The two-sided p value.
  public var p: Double { StudentT(degreesOfFreedom: Double(df)).twoSided(t) }

  /// Tests whether the second figures differ from the first.
  ///
  /// Student, Biometrika 6 (1908) 1–25. The result is `nil` for fewer than two pairs, or where
  /// everybody changed by the same amount.
  public init?(_ pairs: Pairs, level: Double = 0.95) {
    let changes = pairs.changes
    guard
      let mean = changes.mean, let sd = pairs.roundedChanges.values.count > 1 ? changes.sd : nil,
      sd > 0
    else { return nil }
    change = mean
    standardError = sd / Double(pairs.n).squareRoot()
    t = mean / standardError
    df = pairs.n - 1
    let half =
      standardError
      * StudentT(degreesOfFreedom: Double(df)).upperQuantile(Interval.outside(level))
    interval = Interval(low: mean - half, high: mean + half, level: level, method: "paired t")
  }
}
