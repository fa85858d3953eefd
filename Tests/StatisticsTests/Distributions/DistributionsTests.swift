import Statistics
import Testing

/// Recorded with 50 digits by `Reference/distributions.py`.
private let tables = Result {
  try Reference.read("distributions.json", as: [String: [[Double]]].self)
}

struct DistributionsTests {
  private typealias Pair = (figure: Double, recorded: Double)

  /// Compares each row of a recorded table, however far in the tail, to 12 digits.
  private func compare(_ name: String, _ pairs: ([Double]) -> [Pair]) throws {
    let rows = try #require(try tables.get()[name])
    #expect(rows.count > 3)
    for row in rows {
      for (figure, recorded) in pairs(row) {
        let gap = abs(figure - recorded)
        #expect(gap <= 1e-12 * abs(recorded), "\(name) \(row): \(figure), not \(recorded)")
      }
    }
  }

  @Test func `normal tails agree to 12 digits as far as 1e-300`() throws {
    try compare("normal") { row in
      [
        (NormalDistribution.cdf(row[0]), row[1]), (NormalDistribution.survival(row[0]), row[2]),
        (NormalDistribution.twoSided(row[0]), 2 * min(row[1], row[2])),
      ]
    }
  }

  @Test func `normal quantiles agree to 12 digits`() throws {
    try compare("normalQuantiles") { row in
      [
        (NormalDistribution.upperQuantile(row[0]), row[1]),
        (NormalDistribution.quantile(row[0]), -row[1]),
      ]
    }
    #expect(NormalDistribution.quantile(0.5) == 0)
  }

  @Test func `tails of Student's t agree to 12 digits`() throws {
    try compare("studentsT") { row in
      let t = StudentT(degreesOfFreedom: row[0])
      return [
        (t.survival(row[1]), row[2]), (t.cdf(-row[1]), row[2]), (t.cdf(row[1]), 1 - row[2]),
        (t.twoSided(-row[1]), 2 * row[2]),
      ]
    }
  }

  @Test func `quantiles of Student's t agree to 12 digits`() throws {
    try compare("studentsTQuantiles") { row in
      let t = StudentT(degreesOfFreedom: row[0])
      return [(t.upperQuantile(row[1]), row[2]), (t.quantile(row[1]), -row[2])]
    }
    #expect(StudentT(degreesOfFreedom: 3).quantile(0.5) == 0)
  }

  @Test func `tails of F agree to 12 digits`() throws {
    try compare("fTails") { row in
      let f = FDistribution(numerator: row[0], denominator: row[1])
      return [(f.cdf(row[2]), row[3]), (f.survival(row[2]), row[4])]
    }
  }

  @Test func `quantiles of F agree to 12 digits`() throws {
    try compare("fQuantiles") { row in
      let f = FDistribution(numerator: row[0], denominator: row[1])
      let mirrored = FDistribution(numerator: row[1], denominator: row[0])
      return [(f.quantile(row[2]), row[3]), (1 / mirrored.upperQuantile(row[2]), row[3])]
    }
  }

  @Test func `the incomplete beta function agrees to 12 digits`() throws {
    try compare("beta") { row in
      let beta = BetaDistribution(row[0], row[1])
      return [(beta.cdf(row[2]), row[3]), (beta.survival(row[2]), row[4])]
    }
  }

  @Test(arguments: [(0.8, 1.4), (1, 9), (9, 1), (30, 12.5), (5000, 10000)])
  func `a beta quantile leads back to its probability`(_ a: Double, _ b: Double) {
    let beta = BetaDistribution(a, b)
    for p in [1e-12, 0.003, 0.025, 0.4, 0.5, 0.8] {
      #expect(isClose(beta.cdf(beta.quantile(p)), p, within: 1e-11))
      #expect(isClose(beta.survival(beta.upperQuantile(p)), p, within: 1e-11))
    }
  }

  @Test func `tails of chi-squared agree to 12 digits`() throws {
    try compare("chiSquared") { row in
      let chi = ChiSquared(degreesOfFreedom: row[0])
      return [(chi.cdf(row[1]), row[2]), (chi.survival(row[1]), row[3])]
    }
  }

  @Test func `hypergeometric probabilities and tails agree to 12 digits`() throws {
    try compare("hypergeometric") { row in
      let draws = Hypergeometric(
        population: Int(row[0]), favourable: Int(row[1]), drawn: Int(row[2]))
      let x = Int(row[3])
      return [
        (draws.probability(of: x), row[4]), (draws.lowerTail(x), row[5]),
        (draws.upperTail(x), row[6]),
      ]
    }
  }

  @Test func `hypergeometric probabilities hold in a population of a million`() throws {
    try compare("hypergeometricLarge") { row in
      let draws = Hypergeometric(
        population: Int(row[0]), favourable: Int(row[1]), drawn: Int(row[2]))
      return [(draws.probability(of: Int(row[3])), row[4])]
    }
  }

  @Test func `the lady tasting tea finds all four cups once in 70 times`() {
    // R. A. Fisher, The Design of Experiments, 1935, chapter II.
    let cups = Hypergeometric(population: 8, favourable: 4, drawn: 4)
    #expect(isClose(cups.upperTail(4), 1.0 / 70, within: 1e-14))
    #expect(isClose(cups.upperTail(3), 17.0 / 70, within: 1e-14))
    #expect(cups.lowerTail(4) == 1)
    #expect(cups.probability(of: 5) == 0)
  }

  @Test(arguments: [(0, 0, 0), (1, 0, 1), (5, 5, 5), (5, 0, 3), (5, 3, 0)])
  func `a draw with one possible outcome is certain of it`(
    _ population: Int, _ favourable: Int, _ drawn: Int
  ) {
    let draws = Hypergeometric(population: population, favourable: favourable, drawn: drawn)
    #expect(draws.support.count == 1)
    #expect(draws.probability(of: draws.support.lowerBound) == 1)
  }

  @Test func `log-gamma agrees to 12 digits`() throws {
    try compare("logGamma") { row in [(GammaFunction.logarithm(row[0]), row[1])] }
  }
}
