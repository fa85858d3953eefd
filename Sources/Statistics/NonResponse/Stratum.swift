/// A part of the population whose size is known, with the answers it gave.
public struct Stratum: Sendable, Hashable {
  /// How many persons of the population belong to it.
  public let population: Int
  /// How many of them answered, at most `population`.
  public let n: Int
  /// The mean of the answers, `nil` without answers.
  public let mean: Double?
  /// The standard deviation of the answers with divisor n − 1, `nil` for fewer than two.
  public let sd: Double?

  /// Creates a stratum from its size and the summaries of its answers.
  public init(population: Int, n: Int, mean: Double?, sd: Double?) {
    self.population = population
    self.n = n
    self.mean = mean
    self.sd = sd
  }

  /// Creates a stratum from its size and the distribution of its answers.
  public init(population: Int, answers: Frequencies) {
    self.init(population: population, n: answers.n, mean: answers.mean, sd: answers.sd)
  }
}
