import Foundation

/// The standardised difference of two means, corrected for small groups.
///
/// Convention G5.
public struct HedgesG: Sendable, Hashable {
  /// The difference of the means divided by the pooled standard deviation (Cohen's d).
  ///
  /// It is positive where the first mean is the larger one.
  public let d: Double
  /// `d` times the exact small-sample factor.
  public let g: Double

  /// Compares two groups.
  ///
  /// L. V. Hedges, Journal of Educational Statistics 6 (1981) 107–128: the factor is a ratio of
  /// gamma functions, not its usual approximation.
  /// The result is `nil` for a group of fewer than two, or if neither group has any spread.
  public init?(_ first: Frequencies, _ second: Frequencies) {
    guard
      let mean1 = first.mean, let mean2 = second.mean,
      let variance1 = first.variance, let variance2 = second.variance
    else { return nil }
    let freedom = Double(first.n + second.n - 2)
    let pooled = (Double(first.n - 1) * variance1 + Double(second.n - 1) * variance2) / freedom
    guard pooled > 0 else { return nil }
    d = (mean1 - mean2) / pooled.squareRoot()
    g = d * Self.correction(freedom)
  }

  /// Γ(m/2) / (√(m/2) Γ((m − 1)/2)) for `m` of at least 2, without overflow.
  static func correction(_ m: Double) -> Double {
    let z = m / 2
    let logarithm =
      -(z - 1) * log1p(-0.5 / z) - 0.5 + GammaFunction.stirlingError(z)
      - GammaFunction.stirlingError(z - 0.5)
    return exp(logarithm)
  }
}
