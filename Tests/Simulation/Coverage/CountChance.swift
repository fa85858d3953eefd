import Foundation

/// Chances of counts, from logarithms of factorials and nothing of the library's.
enum CountChance {
  private static let logFactorials: [Double] = (1...1000).reduce(into: [0]) { logs, number in
    logs.append(logs[number - 1] + log(Double(number)))
  }

  private static func logWays(_ k: Int, of n: Int) -> Double {
    logFactorials[n] - logFactorials[k] - logFactorials[n - k]
  }

  static func binomial(_ x: Int, _ n: Int, _ share: Double) -> Double {
    exp(logWays(x, of: n) + Double(x) * log(share) + Double(n - x) * log1p(-share))
  }

  static func poisson(_ x: Int, _ mean: Double) -> Double {
    exp(Double(x) * log(mean) - mean - logFactorials[x])
  }

  static func hypergeometric(_ x: Int, _ n: Int, _ favourable: Int, _ size: Int) -> Double {
    guard x <= favourable, n - x <= size - favourable else { return 0 }
    return exp(
      logWays(x, of: favourable) + logWays(n - x, of: size - favourable) - logWays(n, of: size))
  }
}
