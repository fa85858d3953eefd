/// A class or school of a comparison: how many answered, their mean and their variance.
public struct Cluster: Sendable, Hashable {
  /// The number of answers, not negative.
  public let n: Int
  /// Their mean, of any value without answers.
  public let mean: Double
  /// Their variance with divisor n − 1, not negative; 0 for fewer than two answers.
  public let variance: Double

  /// Creates a cluster from its summaries.
  public init(n: Int, mean: Double, variance: Double) {
    precondition(n >= 0 && variance >= 0, "neither a size nor a variance is negative")
    self.n = n
    self.mean = mean
    self.variance = n >= 2 ? variance : 0
  }

  /// Creates a cluster from its answers.
  public init(_ answers: Frequencies) {
    self.init(n: answers.n, mean: answers.mean ?? 0, variance: answers.variance ?? 0)
  }
}
