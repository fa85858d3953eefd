import Foundation

/// The chi-squared distribution, whose tails are the regularised incomplete gamma functions.
///
/// Method and accuracy are in `docs/methods/distributions.md`.
public struct ChiSquared: Sendable, Hashable {
  /// The degrees of freedom, a positive number.
  public let degreesOfFreedom: Double

  /// Creates the distribution with the given positive degrees of freedom.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value at or below `x`.
  public func cdf(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let half = 0.5 * x
    return half < shape + 1 ? lowerSeries(half) : 1 - upperFraction(half)
  }

  /// The probability of a value above `x`, with full relative accuracy in the tail.
  public func survival(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    let half = 0.5 * x
    return half < shape + 1 ? 1 - lowerSeries(half) : upperFraction(half)
  }

  private var shape: Double { 0.5 * degreesOfFreedom }

  /// The value that a share `p` of the distribution lies at or below.
  ///
  /// The probability lies between 0 and 1, both excluded.
  public func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a quantile needs a probability between 0 and 1")
    return p <= 0.5 ? bisected { cdf($0) < p } : bisected { survival($0) > 1 - p }
  }

  /// The value that a share `q` of the distribution lies above.
  ///
  /// The probability lies between 0 and 1, both excluded.
  public func upperQuantile(_ q: Double) -> Double {
    precondition(q > 0 && q < 1, "a quantile needs a probability between 0 and 1")
    return q <= 0.5 ? bisected { survival($0) > q } : bisected { cdf($0) < 1 - q }
  }

  /// Where `isBelow` turns from true to false, halving down to the last digit.
  private func bisected(_ isBelow: (Double) -> Bool) -> Double {
    var (low, high) = (0.0, max(1, degreesOfFreedom))
    while isBelow(high) { (low, high) = (high, high * 2) }
    for _ in 0..<1_100 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if isBelow(middle) { low = middle } else { high = middle }
    }
    return high
  }

  /// x^a e^(-x) / Γ(a + 1), in Loader's saddle-point form.
  private func factor(_ x: Double) -> Double {
    exp(
      -GammaFunction.stirlingError(shape) - GammaFunction.deviance(shape, mean: x)
        - GammaFunction.halfLogTwoPi - 0.5 * log(shape))
  }

  private func lowerSeries(_ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    var k = shape
    while true {
      k += 1
      term *= x / k
      let next = sum + term
      if next == sum { return min(1, factor(x) * sum) }
      sum = next
    }
  }

  private func upperFraction(_ x: Double) -> Double {
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var value = d
    var m = 0.0
    var convergence = Convergence()
    while m < 2e6 {
      m += 1
      let numerator = -m * (m - shape)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      value *= c * d
      if convergence.isReached(change: c * d) { break }
    }
    return factor(x) * shape * value
  }
}
