import Foundation

/// Student's t distribution; the degrees of freedom need not be a whole number.
///
/// Method and accuracy are in `docs/methods/distributions.md`.
public struct StudentT: Sendable, Hashable {
  /// The degrees of freedom, a positive number.
  public let degreesOfFreedom: Double

  /// Creates the distribution with the given positive degrees of freedom.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value at or below `t`, with full relative accuracy in both tails.
  public func cdf(_ t: Double) -> Double {
    t > 0 ? 1 - 0.5 * twoSided(t) : 0.5 * twoSided(t)
  }

  /// The probability of a value above `t`, with full relative accuracy in both tails.
  public func survival(_ t: Double) -> Double {
    cdf(-t)
  }

  /// The probability of a value at least as far from 0 as `t`, on either side.
  public func twoSided(_ t: Double) -> Double {
    guard t != 0 else { return 1 }
    return tails.lower(logOdds: log(degreesOfFreedom) - 2 * log(abs(t)))
  }

  /// The value that a share `p` of the distribution lies at or below.
  ///
  /// The probability lies between 0 and 1, both excluded.
  public func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a quantile needs a probability between 0 and 1")
    if p == 0.5 { return 0 }
    return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
  }

  /// The value that a share `q` of the distribution lies above.
  ///
  /// The probability lies between 0 and 1, both excluded.
  public func upperQuantile(_ q: Double) -> Double {
    if q == 0.5 { return 0 }
    if q > 0.5 { return -upperQuantile(1 - q) }
    let u = tails.quantileLogOdds(lower: 2 * q, upper: 1 - 2 * q, near: nearNormal(q))
    return degreesOfFreedom.squareRoot() * exp(-0.5 * u)
  }

  /// The log-odds to begin at where the distribution is close to the normal one: the first terms of
  /// the expansion of the quantile about the normal's (Fisher and Cornish 1960).
  private func nearNormal(_ q: Double) -> Double? {
    guard q < 0.25 else { return nil }
    let z = NormalDistribution.upperQuantile(q)
    guard degreesOfFreedom > 10 * z * z else { return nil }
    let first = (z * z + 1) / 4
    let second = (5 * z * z * z * z + 16 * z * z + 3) / 96
    let t = z * (1 + first / degreesOfFreedom + second / (degreesOfFreedom * degreesOfFreedom))
    return log(degreesOfFreedom) - 2 * log(t)
  }

  private var tails: IncompleteBeta { IncompleteBeta(0.5 * degreesOfFreedom, 0.5) }
}
