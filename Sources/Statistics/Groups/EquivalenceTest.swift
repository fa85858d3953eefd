/// Whether two means differ by less than a margin: two one-sided Welch tests.
///
/// Convention G10.
public struct EquivalenceTest: Sendable, Hashable {
  /// What the two tests together allow to be said.
  public enum Verdict: String, Sendable {
    /// The difference is smaller than the margin, whichever way it points.
    case noGapBiggerThanMargin
    /// There is a difference, and it may be as large as the margin.
    case gap
    /// Neither can be said.
    case cannotTell
  }

  /// The margin: the smallest difference that matters, in the units of the values.
  public let margin: Double
  /// The p value of "the difference is −margin or less".
  public let pLower: Double
  /// The p value of "the difference is margin or more".
  public let pUpper: Double
  /// The interval of level 1 − 2 × significance, which lies inside the margins if equivalent.
  public let interval: Interval
  /// The conclusion at the level of significance asked for.
  public let verdict: Verdict

  /// The p value of the equivalence test: the larger one of the two.
  public var p: Double { max(pLower, pUpper) }

  /// Tests two groups for equivalence.
  ///
  /// D. J. Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987) 657–680.
  /// The margin is positive; `significance` is the level of each one-sided test and of the
  /// two-sided Welch test. The result is `nil` where the Welch test is.
  public init?(
    _ first: Frequencies, _ second: Frequencies, margin: Double, significance: Double = 0.05
  ) {
    precondition(margin > 0, "the margin of an equivalence test is positive")
    guard let welch = WelchTest(first, second, level: 1 - 2 * significance) else { return nil }
    let distribution = StudentT(degreesOfFreedom: welch.df)
    self.margin = margin
    pLower = distribution.survival((welch.difference + margin) / welch.standardError)
    pUpper = distribution.cdf((welch.difference - margin) / welch.standardError)
    interval = welch.interval
    if max(pLower, pUpper) < significance {
      verdict = .noGapBiggerThanMargin
    } else {
      verdict = welch.p < significance ? .gap : .cannotTell
    }
  }
}
