/// The means of clusters, drawn towards the common mean as far as they rest on few answers.
///
/// Convention M4.
public struct EmpiricalBayes: Sendable, Hashable {
  /// The estimate of one cluster.
  public struct Estimate: Sendable, Hashable {
    /// How much of the cluster's own mean is kept, from 0 to 1.
    public let reliability: Double
    /// The estimate of its true mean.
    public let mean: Double
    /// The standard deviation of the true mean around the estimate.
    public let sd: Double
  }

  /// The variance of the true means, 0 where clusters differ no more than chance makes them.
  public let trueVariance: Double
  /// The mean that clusters are drawn to.
  public let centre: Double
  /// The estimate of each cluster in the order given; `nil` for one without answers.
  public let estimates: [Estimate?]

  /// Estimates the clusters' means by moments.
  ///
  /// tau² = max(0, (MSB − MSW)/n0), lambda = tau²/(tau² + MSW/n_j), centre Σ lambda mean / Σ lambda
  /// (the mean over all answers where tau² = 0), estimate centre + lambda (mean − centre), standard
  /// deviation √(tau² (1 − lambda)). C. N. Morris, Journal of the American Statistical Association
  /// 78 (1983) 47–55. The result is `nil` where `ClusterVariance` is.
  public init?(_ clusters: [Cluster]) {
    guard let variance = ClusterVariance(clusters) else { return nil }
    let tau = variance.trueVariance
    let kept = clusters.map { cluster in
      tau > 0 ? tau / (tau + variance.within / Double(max(1, cluster.n))) : 0
    }
    let used = zip(clusters, kept).filter { $0.0.n > 0 }
    trueVariance = tau
    let centre =
      tau > 0
      ? CompensatedSum.sorted(used.map { $0.1 * $0.0.mean })
        / CompensatedSum.sorted(used.map { $0.1 })
      : variance.mean
    self.centre = centre
    estimates = zip(clusters, kept).map { cluster, lambda in
      guard cluster.n > 0 else { return nil }
      return Estimate(
        reliability: lambda, mean: centre + lambda * (cluster.mean - centre),
        sd: (tau * (1 - lambda)).squareRoot())
    }
  }
}
