import Foundation

/// The logarithm of the gamma function and the pieces of it that keep densities exact.
public enum GammaFunction {
  /// Half the logarithm of 2 pi.
  static let halfLogTwoPi = 0.918938533204672741780329736406

  /// The coefficients of 1/x, 1/x³, … in Stirling's series, the last one first.
  private static let stirlingSeries: [Double] = [
    0.00641025641025641, -0.0019175269175269176, 0.0008417508417508417, -0.0005952380952380953,
    0.0007936507936507937, -0.002777777777777778, 0.08333333333333333,
  ]

  /// The natural logarithm of the gamma function.
  ///
  /// - Parameter x: A positive number.
  /// - Returns: log Γ(x), to about 1e-15 of its size. Safe to call from several threads.
  public static func logarithm(_ x: Double) -> Double {
    precondition(x > 0, "log-gamma is used for positive arguments only")
    var sign: Int32 = 1
    return lgamma_r(x, &sign)
  }

  /// What Stirling's approximation of log Γ(x + 1) leaves out.
  ///
  /// Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
  static func stirlingError(_ x: Double) -> Double {
    if x < 16 {
      return logarithm(x + 1) - (x + 0.5) * log(x) + x - halfLogTwoPi
    }
    let inverseSquare = 1 / (x * x)
    let series = stirlingSeries.reduce(0) { $0 * inverseSquare + $1 }
    return series / x
  }

  /// Loader's deviance part, x log(x / mean) + mean − x, without loss of digits near x = mean.
  static func deviance(_ x: Double, mean: Double) -> Double {
    let difference = x - mean
    let ratio = difference / (x + mean)
    guard abs(ratio) < 0.5 else { return x * log(x / mean) - difference }
    var sum = difference * ratio
    var power = 2 * x * ratio
    var term = 1.0
    while true {
      power *= ratio * ratio
      term += 2
      let next = sum + power / term
      if next == sum { return sum }
      sum = next
    }
  }
}
