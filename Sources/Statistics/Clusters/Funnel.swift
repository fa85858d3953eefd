/// Which clusters lie further from the common mean than their size explains.
///
/// Convention M5.
public struct Funnel: Sendable, Hashable {
  /// How far limits are widened for clusters that differ by more than chance.
  public enum Widening: String, Sendable, CaseIterable {
    /// Not at all.
    case none
    /// Each standard error times √phi, where phi is above 1.
    case multiplicative
    /// A variance between clusters, tau², added to each squared standard error.
    case additive
  }

  /// The mean over all answers.
  public let target: Double
  /// The mean of the squared distances in standard errors, the outer tenths drawn in.
  public let phi: Double
  /// The variance between clusters that explains `phi`, 0 where `phi` is about 1 or less.
  public let tauSquared: Double
  /// The standard error of each cluster's mean in the order given; `nil` without answers.
  public let standardErrors: [Double?]
  private let means: [Double?]

  /// Sets up the funnel of the clusters with answers.
  ///
  /// Standard errors √(MSW/n_j); phi is the mean of z² with z winsorised at its type-7 quantiles at
  /// 10 % and 90 %; tau² = max(0, (J phi − (J − 1)) / (Σ w − Σ w²/Σ w)) with w = 1/se².
  /// D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, and Quality and Safety in
  /// Health Care 14 (2005) 347–351. The result is `nil` where `ClusterVariance` is, or without
  /// variance within clusters.
  public init?(_ clusters: [Cluster]) {
    guard let variance = ClusterVariance(clusters), variance.within > 0 else { return nil }
    let target = variance.mean
    standardErrors = clusters.map { cluster in
      cluster.n > 0 ? (variance.within / Double(cluster.n)).squareRoot() : nil
    }
    means = clusters.map { $0.n > 0 ? $0.mean : nil }
    let distances = zip(means, standardErrors).compactMap { mean, error in
      mean.flatMap { mean in error.map { (mean - target) / $0 } }
    }
    let spread = Frequencies(distances)
    guard let low = spread.quantile(0.1), let high = spread.quantile(0.9) else { return nil }
    let size = Double(distances.count)
    phi = CompensatedSum.sorted(distances.map { min(max($0, low), high) }.map { $0 * $0 }) / size
    let weights = standardErrors.compactMap { $0.map { 1 / ($0 * $0) } }
    let sum = CompensatedSum.sorted(weights)
    let squares = CompensatedSum.sorted(weights.map { $0 * $0 })
    tauSquared = max(0, (size * phi - (size - 1)) / (sum - squares / sum))
    self.target = target
  }

  /// The distance of each cluster's mean from the target in standard errors, widened or not.
  ///
  /// In the order of the clusters; `nil` for one without answers.
  public func distances(_ widening: Widening) -> [Double?] {
    zip(means, standardErrors).map { mean, error in
      mean.flatMap { mean in error.map { (mean - target) / widened($0, widening) } }
    }
  }

  /// The limits around the target for each cluster, in the order given.
  ///
  /// - Parameters:
  ///   - level: Usually 0.95 or 0.998.
  ///   - widening: How overdispersion is allowed for.
  /// - Returns: Intervals of method `funnel`; `nil` for a cluster without answers.
  public func limits(level: Double = 0.95, _ widening: Widening) -> [Interval?] {
    let z = NormalDistribution.upperQuantile(Interval.outside(level))
    return standardErrors.map { error in
      error.map { error in
        let half = z * widened(error, widening)
        return Interval(low: target - half, high: target + half, level: level, method: "funnel")
      }
    }
  }

  private func widened(_ error: Double, _ widening: Widening) -> Double {
    switch widening {
    case .none: error
    case .multiplicative: error * max(1, phi).squareRoot()
    case .additive: (error * error + tauSquared).squareRoot()
    }
  }
}
