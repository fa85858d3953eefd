/// What unequal weights cost in precision (Kish 1965).
///
/// Convention W7.
public struct KishEffect: Sendable, Hashable {
  /// n × sum of squared weights / (sum of weights)², 1 for equal weights and more otherwise.
  public let designEffect: Double
  /// The number of equally weighted answers that would be as precise.
  public let effectiveSize: Double

  /// Computes the effect of weights that each belong to a number of answers.
  ///
  /// Each weight is positive and comes with the number of answers that carry it.
  /// The result is `nil` without answers.
  public init?(weights: [(weight: Double, count: Int)]) {
    let used = weights.filter { $0.count > 0 }
    guard !used.isEmpty else { return nil }
    precondition(used.allSatisfy { $0.weight > 0 }, "weights are positive")
    let sum = CompensatedSum.sorted(used.map { $0.weight * Double($0.count) })
    let squares = CompensatedSum.sorted(used.map { $0.weight * $0.weight * Double($0.count) })
    effectiveSize = sum * sum / squares
    designEffect = Double(used.reduce(0) { $0 + $1.count }) / effectiveSize
  }

  /// Computes the effect of weighting each stratum up to its size in the population.
  ///
  /// The result is `nil` without answers; strata without answers are left out.
  public init?(strata: [Stratum]) {
    self.init(
      weights: strata.filter { $0.n > 0 && $0.population > 0 }
        .map { (weight: Double($0.population) / Double($0.n), count: $0.n) })
  }
}
