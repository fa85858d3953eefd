import Foundation

/// The number of favourable members in a sample drawn without replacement.
public struct Hypergeometric: Sendable, Hashable {
  /// The size of the population.
  public let population: Int
  /// How many of the population are favourable.
  public let favourable: Int
  /// How many are drawn.
  public let drawn: Int

  /// Creates the distribution; both `favourable` and `drawn` lie in 0...population.
  public init(population: Int, favourable: Int, drawn: Int) {
    precondition(
      (0...population).contains(favourable) && (0...population).contains(drawn),
      "neither the favourable nor the drawn can outnumber the population")
    self.population = population
    self.favourable = favourable
    self.drawn = drawn
  }

  /// The values that can occur, from the fewest to the most favourable in the sample.
  public var support: ClosedRange<Int> {
    max(0, drawn - (population - favourable))...min(drawn, favourable)
  }

  /// The probability of exactly `x`.
  ///
  /// A product of three saddle-point binomial probabilities (Loader 2000), exact to about 1e-13
  /// also for a population of millions.
  public func probability(of x: Int) -> Double {
    guard support.contains(x) else { return 0 }
    guard drawn > 0, drawn < population else { return 1 }
    let others = population - favourable
    return exp(
      logBinomial(x, of: favourable) + logBinomial(drawn - x, of: others)
        - logBinomial(drawn, of: population))
  }

  /// The probability of `x` or fewer.
  ///
  /// Terms are summed from `x` away from the mode, until they no longer change the sum.
  public func lowerTail(_ x: Int) -> Double {
    if x < support.lowerBound { return 0 }
    if x >= support.upperBound { return 1 }
    return x < mode ? sumDownwards(from: x) : max(0, 1 - sumUpwards(from: x + 1))
  }

  /// The probability of `x` or more.
  ///
  /// Terms are summed from `x` away from the mode, until they no longer change the sum.
  public func upperTail(_ x: Int) -> Double {
    if x <= support.lowerBound { return 1 }
    if x > support.upperBound { return 0 }
    return x > mode ? sumUpwards(from: x) : max(0, 1 - sumDownwards(from: x - 1))
  }

  private var mode: Int {
    Int(Double(drawn + 1) * Double(favourable + 1) / Double(population + 2))
  }

  private func sumDownwards(from x: Int) -> Double {
    var term = probability(of: x)
    var sum = term
    var k = Double(x)
    let rest = Double(population - favourable - drawn)
    while Int(k) > support.lowerBound, term > sum * 1e-18 {
      term *= k * (rest + k) / ((Double(favourable) - k + 1) * (Double(drawn) - k + 1))
      sum += term
      k -= 1
    }
    return sum
  }

  private func sumUpwards(from x: Int) -> Double {
    var term = probability(of: x)
    var sum = term
    var k = Double(x)
    let rest = Double(population - favourable - drawn)
    while Int(k) < support.upperBound, term > sum * 1e-18 {
      term *= (Double(favourable) - k) * (Double(drawn) - k) / ((k + 1) * (rest + k + 1))
      sum += term
      k += 1
    }
    return sum
  }

  /// The log-probability of `x` successes in `n` trials at the sampling fraction.
  private func logBinomial(_ x: Int, of n: Int) -> Double {
    let share = Double(drawn) / Double(population)
    let rest = Double(population - drawn) / Double(population)
    let count = Double(n)
    if x == 0 { return count * log1p(-share) }
    if x == n { return count * log1p(-rest) }
    let successes = Double(x)
    let failures = Double(n - x)
    let errors =
      GammaFunction.stirlingError(count) - GammaFunction.stirlingError(successes)
      - GammaFunction.stirlingError(failures)
    let deviances =
      GammaFunction.deviance(successes, mean: count * share)
      + GammaFunction.deviance(failures, mean: count * rest)
    return errors - deviances - GammaFunction.halfLogTwoPi
      + 0.5 * log(count / (successes * failures))
  }
}
