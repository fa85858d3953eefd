import Foundation

/// The standard normal distribution: mean 0, standard deviation 1.
///
/// Method and accuracy are in `docs/methods/distributions.md`.
public enum NormalDistribution {
  /// The probability of a value at or below `z`, with full relative accuracy in both tails.
  public static func cdf(_ z: Double) -> Double {
    0.5 * erfc(-z / 2.0.squareRoot())
  }

  /// The probability of a value above `z`, with full relative accuracy in both tails.
  public static func survival(_ z: Double) -> Double {
    0.5 * erfc(z / 2.0.squareRoot())
  }

  /// The probability of a value at least as far from 0 as `z`, on either side.
  public static func twoSided(_ z: Double) -> Double {
    erfc(abs(z) / 2.0.squareRoot())
  }

  /// The value that a share `p` of the distribution lies at or below.
  ///
  /// Newton's method on the logarithm of the smaller tail, which is concave, hence monotone.
  /// The probability lies between 0 and 1, both excluded.
  public static func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a quantile needs a probability between 0 and 1")
    if abs(p - 0.5) < 0.25 { return centralQuantile(p - 0.5) }
    return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
  }

  /// The value that a share `q` of the distribution lies above.
  ///
  /// The probability lies between 0 and 1, both excluded; accurate down to 1e-300.
  public static func upperQuantile(_ q: Double) -> Double {
    precondition(q > 0 && q < 1, "a quantile needs a probability between 0 and 1")
    if q > 0.25 { return -quantile(q) }
    let target = log(q)
    var z = (-2 * target).squareRoot()
    for _ in 0..<60 {
      let tail = survival(z)
      let density = exp(-0.5 * z * z - GammaFunction.halfLogTwoPi)
      let step = (log(tail) - target) * tail / density
      z += step
      if abs(step) <= 4e-16 * z { break }
    }
    return z
  }

  private static func centralQuantile(_ offset: Double) -> Double {
    var z = offset / exp(-GammaFunction.halfLogTwoPi)
    for _ in 0..<60 {
      let excess = 0.5 * erf(z / 2.0.squareRoot()) - offset
      let step = excess / exp(-0.5 * z * z - GammaFunction.halfLogTwoPi)
      z -= step
      if abs(step) <= 4e-16 * abs(z) { break }
    }
    return z
  }
}
