/// How the variance of answers divides into between and within clusters: one-way mean squares.
///
/// Convention M0.
public struct ClusterVariance: Sendable, Hashable {
  /// The number of clusters with answers, at least 2.
  public let clusters: Int
  /// The number of answers in all of them, more than `clusters`.
  public let n: Int
  /// The mean over all answers.
  public let mean: Double
  /// The mean square between clusters.
  public let between: Double
  /// The mean square within clusters.
  public let within: Double
  /// The size of cluster that the unequal ones amount to, (n − Σ n_j² / n) / (J − 1).
  public let typicalSize: Double

  /// Divides the variance; clusters without answers are left out.
  ///
  /// R. A. Fisher, Statistical Methods for Research Workers, 1925; `typicalSize` after
  /// S. R. Searle, Linear Models, 1971. The result is `nil` for fewer than two clusters with answers, and where
  /// no cluster has two answers.
  public init?(_ clusters: [Cluster]) {
    let used = clusters.filter { $0.n > 0 }
    let n = used.reduce(0) { $0 + $1.n }
    guard used.count >= 2, n > used.count else { return nil }
    let mean = CompensatedSum.sorted(used.map { Double($0.n) * $0.mean }) / Double(n)
    let squares = CompensatedSum.sorted(
      used.map { Double($0.n) * ($0.mean - mean) * ($0.mean - mean) })
    let rest = CompensatedSum.sorted(used.map { Double($0.n - 1) * $0.variance })
    self.clusters = used.count
    self.n = n
    self.mean = mean
    between = squares / Double(used.count - 1)
    within = rest / Double(n - used.count)
    let sizes = CompensatedSum.sorted(used.map { Double($0.n) * Double($0.n) })
    typicalSize = (Double(n) - sizes / Double(n)) / Double(used.count - 1)
  }

  /// The F statistic of the classical analysis of variance; `nil` without variance within.
  public var f: Double? { within > 0 ? between / within : nil }

  /// The p value of `f`, with J − 1 and n − J degrees of freedom; `nil` where `f` is.
  public var p: Double? {
    f.map { statistic in
      FDistribution(numerator: Double(clusters - 1), denominator: Double(n - clusters))
        .survival(statistic)
    }
  }

  /// ICC(1): the share of the variance of answers that lies between clusters.
  ///
  /// (MSB − MSW) / (MSB + (k − 1) MSW) with k the arithmetic mean size, as R's `multilevel::ICC1`
  /// has it. Convention M1. P. D. Bliese, in Klein and Kozlowski, Multilevel Theory, 2000.
  /// - Returns: Up to 1, and below 0 where clusters differ less than chance makes them; `nil` where
  ///   nothing varies.
  public var icc1: Double? {
    let denominator = between + (Double(n) / Double(clusters) - 1) * within
    return denominator > 0 ? (between - within) / denominator : nil
  }

  /// ICC(2): the reliability of the clusters' means, (MSB − MSW) / MSB.
  ///
  /// Convention M2.
  /// - Returns: Up to 1, without lower limit; `nil` where the means do not differ.
  public var icc2: Double? { between > 0 ? (between - within) / between : nil }

  /// The variance of the true means by moments, (MSB − MSW) / `typicalSize`, not below 0.
  public var trueVariance: Double { max(0, (between - within) / typicalSize) }
}
