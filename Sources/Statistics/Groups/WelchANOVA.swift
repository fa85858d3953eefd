/// Welch's comparison of several means without assuming equal spread.
///
/// Convention G9.
public struct WelchANOVA: Sendable, Hashable {
  /// The statistic.
  public let f: Double
  /// The degrees of freedom of the numerator: groups minus one.
  public let numerator: Int
  /// The degrees of freedom of the denominator, rarely a whole number.
  public let denominator: Double

  /// The p value from the F distribution.
  public var p: Double {
    FDistribution(numerator: Double(numerator), denominator: denominator).survival(f)
  }

  /// Compares the means of groups; empty groups are left out.
  ///
  /// B. L. Welch, Biometrika 38 (1951) 330–336. The result is `nil` for fewer than two groups with
  /// members, and where a group has one member only or no spread.
  public init?(_ groups: [Frequencies]) {
    let peopled = groups.filter { !$0.isEmpty }
    guard peopled.count >= 2 else { return nil }
    var parts: [(weight: Double, mean: Double, freedom: Double)] = []
    for group in peopled {
      guard let mean = group.mean, let variance = group.variance, variance > 0 else { return nil }
      parts.append((Double(group.n) / variance, mean, Double(group.n - 1)))
    }
    let whole = CompensatedSum.sorted(parts.map(\.weight))
    let centre = CompensatedSum.sorted(parts.map { $0.weight * $0.mean }) / whole
    let between = CompensatedSum.sorted(
      parts.map { $0.weight * ($0.mean - centre) * ($0.mean - centre) })
    let unevenness = CompensatedSum.sorted(
      parts.map { part in
        let rest = 1 - part.weight / whole
        return rest * rest / part.freedom
      })
    let k = Double(parts.count)
    numerator = parts.count - 1
    denominator = (k * k - 1) / (3 * unevenness)
    f = between / (k - 1) / (1 + 2 * (k - 2) / (k * k - 1) * unevenness)
  }
}
