import Statistics
import Testing

/// Recorded with 50 digits by `Reference/distributions.py`.
private let tables = Result {
  try Reference.read("distributions.json", as: [String: [[Double]]].self)
}

struct DistributionsTests {
  private func worst(
    _ name: String, _ compare: ([Double]) -> [(figure: Double, recorded: Double)]
  ) throws -> Double {
    let rows = try #require(try tables.get()[name])
    var worst = 0.0
    for row in rows {
      for (figure, recorded) in compare(row) where figure != recorded {
        let gap = distance(figure, recorded)
        if gap > 1e-12 { Issue.record("\(name) \(row): \(figure) for \(recorded), off \(gap)") }
        worst = max(worst, gap)
      }
    }
    return worst
  }

  @Test func `normal tails agree to 12 digits as far as 1e-300`() throws {
    let gap = try worst("normal") { row in
      [
        (NormalDistribution.cdf(row[0]), row[1]), (NormalDistribution.survival(row[0]), row[2]),
        (NormalDistribution.twoSided(row[0]), 2 * min(row[1], row[2])),
      ]
    }
    print("normal", gap)
  }

  @Test func `normal quantiles agree to 12 digits`() throws {
    let gap = try worst("normalQuantiles") { row in
      [
        (NormalDistribution.upperQuantile(row[0]), row[1]),
        (NormalDistribution.quantile(row[0]), -row[1]),
      ]
    }
    print("normalQ", gap)
  }

  @Test func `tails of Student's t agree to 12 digits`() throws {
    let gap = try worst("studentsT") { row in
      let t = StudentT(degreesOfFreedom: row[0])
      return [
        (t.survival(row[1]), row[2]), (t.cdf(-row[1]), row[2]), (t.cdf(row[1]), 1 - row[2]),
        (t.twoSided(-row[1]), 2 * row[2]),
      ]
    }
    print("t", gap)
  }

  @Test func `quantiles of Student's t agree to 12 digits`() throws {
    let gap = try worst("studentsTQuantiles") { row in
      let t = StudentT(degreesOfFreedom: row[0])
      return [(t.upperQuantile(row[1]), row[2]), (t.quantile(row[1]), -row[2])]
    }
    print("tQ", gap)
  }

  @Test func `tails of F agree to 12 digits`() throws {
    let gap = try worst("fTails") { row in
      let f = FDistribution(numerator: row[0], denominator: row[1])
      return [(f.cdf(row[2]), row[3]), (f.survival(row[2]), row[4])]
    }
    print("F", gap)
  }

  @Test func `quantiles of F agree to 12 digits`() throws {
    let gap = try worst("fQuantiles") { row in
      let f = FDistribution(numerator: row[0], denominator: row[1])
      let mirrored = FDistribution(numerator: row[1], denominator: row[0])
      return [(f.quantile(row[2]), row[3]), (1 / mirrored.upperQuantile(row[2]), row[3])]
    }
    print("FQ", gap)
  }

  @Test func `the incomplete beta function agrees to 12 digits`() throws {
    let gap = try worst("beta") { row in
      let beta = BetaDistribution(row[0], row[1])
      return [(beta.cdf(row[2]), row[3]), (beta.survival(row[2]), row[4])]
    }
    print("beta", gap)
  }

  @Test func `tails of chi-squared agree to 12 digits`() throws {
    let gap = try worst("chiSquared") { row in
      let chi = ChiSquared(degreesOfFreedom: row[0])
      return [(chi.cdf(row[1]), row[2]), (chi.survival(row[1]), row[3])]
    }
    print("chi", gap)
  }

  @Test func `hypergeometric probabilities and tails agree to 12 digits`() throws {
    let gap = try worst("hypergeometric") { row in
      let draws = Hypergeometric(
        population: Int(row[0]), favourable: Int(row[1]), drawn: Int(row[2]))
      let x = Int(row[3])
      return [
        (draws.probability(of: x), row[4]), (draws.lowerTail(x), row[5]),
        (draws.upperTail(x), row[6]),
      ]
    }
    print("hyper", gap)
  }

  @Test func `hypergeometric probabilities hold in a population of a million`() throws {
    let gap = try worst("hypergeometricLarge") { row in
      let draws = Hypergeometric(
        population: Int(row[0]), favourable: Int(row[1]), drawn: Int(row[2]))
      return [(draws.probability(of: Int(row[3])), row[4])]
    }
    print("hyperL", gap)
  }

  @Test func `log-gamma agrees to 12 digits`() throws {
    let gap = try worst("logGamma") { row in [(GammaFunction.logarithm(row[0]), row[1])] }
    print("lgamma", gap)
  }
}
