import Foundation

/// The beta distribution, whose tail is the regularised incomplete beta function.
///
/// Method and accuracy are in `docs/methods/distributions.md`.
public struct BetaDistribution: Sendable, Hashable {
  /// The first parameter, a positive number.
  public let a: Double
  /// The second parameter, a positive number.
  public let b: Double

  /// Creates the distribution with two positive parameters.
  public init(_ a: Double, _ b: Double) {
    precondition(a > 0 && b > 0, "the parameters of a beta distribution are positive")
    self.a = a
    self.b = b
  }

  /// The probability of a value at or below `x`: the regularised incomplete beta function.
  public func cdf(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return IncompleteBeta(a, b).lower(logOdds: log(x) - log1p(-x))
  }

  /// The probability of a value above `x`, with full relative accuracy in the tail.
  public func survival(_ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    return IncompleteBeta(a, b).upper(logOdds: log(x) - log1p(-x))
  }

  /// The value that a share `p` of the distribution lies at or below.
  ///
  /// The probability lies between 0 and 1, both excluded.
  public func quantile(_ p: Double) -> Double {
    1 / (1 + exp(-IncompleteBeta(a, b).quantileLogOdds(lower: p, upper: 1 - p)))
  }

  /// The value that a share `q` of the distribution lies above.
  ///
  /// The probability lies between 0 and 1, both excluded.
  public func upperQuantile(_ q: Double) -> Double {
    1 / (1 + exp(-IncompleteBeta(a, b).quantileLogOdds(lower: 1 - q, upper: q)))
  }
}
