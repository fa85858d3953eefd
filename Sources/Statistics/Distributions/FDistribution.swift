import Foundation

/// The F distribution; neither number of degrees of freedom need be whole.
///
/// Method and accuracy are in `docs/methods/distributions.md`.
public struct FDistribution: Sendable, Hashable {
  /// The degrees of freedom of the numerator, a positive number.
  public let numerator: Double
  /// The degrees of freedom of the denominator, a positive number.
  public let denominator: Double

  /// Creates the distribution with the given positive degrees of freedom.
  public init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom are positive")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The probability of a value at or below `f`.
  public func cdf(_ f: Double) -> Double {
    f > 0 ? beta.lower(logOdds: logOdds(f)) : 0
  }

  /// The probability of a value above `f`, with full relative accuracy in the tail.
  public func survival(_ f: Double) -> Double {
    f > 0 ? beta.upper(logOdds: logOdds(f)) : 1
  }

  /// The value that a share `p` of the distribution lies at or below.
  ///
  /// The probability lies between 0 and 1, both excluded.
  public func quantile(_ p: Double) -> Double {
    exp(beta.quantileLogOdds(lower: p, upper: 1 - p)) * denominator / numerator
  }

  /// The value that a share `q` of the distribution lies above.
  ///
  /// The probability lies between 0 and 1, both excluded.
  public func upperQuantile(_ q: Double) -> Double {
    exp(beta.quantileLogOdds(lower: 1 - q, upper: q)) * denominator / numerator
  }

  private var beta: IncompleteBeta { IncompleteBeta(0.5 * numerator, 0.5 * denominator) }

  private func logOdds(_ f: Double) -> Double { log(numerator) + log(f) - log(denominator) }
}
