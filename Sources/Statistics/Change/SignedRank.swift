/// Wilcoxon's signed-rank test of the changes of the same persons.
///
/// Convention P2.
public struct SignedRank: Sendable, Hashable {
  /// The sum of the ranks of those who went up.
  public let v: Double
  /// The number of persons who changed.
  public let n: Int
  /// The number of persons who did not change, who are left out.
  public let unchanged: Int
  /// The two-sided p value, corrected for ties and continuity; `nil` where nobody changed.
  public let p: Double?

  /// Tests whether the second figures tend to lie above or below the first.
  ///
  /// Changes are rounded to nine decimals; equal sizes share their mean rank. F. Wilcoxon,
  /// Biometrics Bulletin 1 (1945) 80–83; the normal p value is that of W. J. Conover, Practical
  /// Nonparametric Statistics, 3rd ed., 1999, with the correction for continuity.
  /// The result is `nil` without pairs.
  public init?(_ pairs: Pairs) {
    guard pairs.n > 0 else { return nil }
    let changes = pairs.roundedChanges
    unchanged = changes.count(at: 0)
    n = changes.n - unchanged
    let moved = zip(changes.values, changes.counts).filter { $0.0 != 0 }
    let sizes = Frequencies(counts: moved.map { (value: abs($0.0), count: $0.1) })
    let ranks = sizes.doubledMidranks
    let doubled = moved.reduce(0) { sum, entry in
      entry.0 > 0 ? sum + entry.1 * ranks[sizes.place(of: entry.0)] : sum
    }
    v = Double(doubled) / 2
    guard n > 0 else {
      p = nil
      return
    }
    let size = Double(n)
    let distance = max(0, abs(v - size * (size + 1) / 4) - 0.5)
    let variance = size * (size + 1) * (2 * size + 1) / 24 - sizes.tieExcess / 48
    p = NormalDistribution.twoSided(distance / variance.squareRoot())
  }
}
