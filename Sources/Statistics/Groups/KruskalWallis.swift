/// The Kruskal–Wallis test of whether several groups rank alike.
///
/// Convention G8.
public struct KruskalWallis: Sendable, Hashable {
  /// The statistic, corrected for ties.
  public let h: Double
  /// The degrees of freedom: groups with members, minus one.
  public let df: Int
  /// The share of the variation in ranks that lies between the groups, from 0 to 1.
  ///
  /// H (n + 1) / (n² − 1), called epsilon squared.
  public let epsilonSquared: Double

  /// The p value from the chi-squared distribution.
  public var p: Double { ChiSquared(degreesOfFreedom: Double(df)).survival(h) }

  /// Compares groups; empty ones are left out.
  ///
  /// W. H. Kruskal and W. A. Wallis, Journal of the American Statistical Association 47 (1952)
  /// 583–621; epsilon squared after M. Tomczak and E. Tomczak, Trends in Sport Sciences 1 (2014)
  /// 19–25. The result is `nil` for fewer than two groups with members, or where all values are
  /// equal. Takes time v log v in the distinct values of all groups.
  public init?(_ groups: [Frequencies]) {
    let peopled = groups.filter { !$0.isEmpty }
    guard peopled.count >= 2 else { return nil }
    let all = Frequencies(
      counts: peopled.flatMap { zip($0.values, $0.counts).map { (value: $0, count: $1) } })
    guard all.values.count > 1 else { return nil }
    let ranks = all.doubledMidranks
    let between = CompensatedSum.sorted(
      peopled.map { group in
        let excess = zip(group.values, group.counts).reduce(0) { sum, entry in
          sum + entry.1 * (ranks[all.place(of: entry.0)] - all.n - 1)
        }
        return Double(excess) * Double(excess) / Double(group.n) / 4
      })
    let size = Double(all.n)
    let whole = (size * (size - 1) * (size + 1) - all.tieExcess) / 12
    h = (size - 1) * between / whole
    df = peopled.count - 1
    epsilonSquared = between / whole
  }
}
