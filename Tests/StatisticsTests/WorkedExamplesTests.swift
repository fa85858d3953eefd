import Testing

@testable import Statistics

/// The worked examples of the pages in `docs/methods`, to the digits that are printed there.
struct WorkedExamplesTests {
  /// Whether a figure, rounded to as many decimals as said, is the printed one.
  func prints(_ figure: Double?, _ printed: Double, _ decimals: Int) -> Bool {
    guard let figure else { return false }
    let unit = (0..<decimals).reduce(1.0) { step, _ in step / 10 }
    return abs(figure - printed) <= unit * 0.500001
  }

  func prints(
    _ interval: Interval?, _ low: Double, _ high: Double, _ decimals: Int
  ) -> Bool {
    prints(interval?.low, low, decimals) && prints(interval?.high, high, decimals)
  }

  @Test func `a mean, its spread and quartiles`() {
    let answers = Frequencies([1.0, 2, 2, 3, 5])
    #expect(answers.mean == 2.6 && prints(answers.variance, 2.3, 10))
    #expect(prints(answers.sd, 1.5166, 4) && answers.median == 2)
    #expect(answers.quartiles?.lower == 2 && answers.quartiles?.upper == 3)
  }

  @Test func `an interval of a mean`() {
    let answers = Frequencies([3.0, 4, 4, 5, 2, 4, 5, 3])
    #expect(answers.mean == 3.75 && prints(answers.sd, 1.0351, 4))
    #expect(prints(StudentT(degreesOfFreedom: 7).quantile(0.975), 2.3646, 4))
    #expect(prints(Interval.standardErrorOfMean(n: 8, sd: answers.sd), 0.36596, 5))
    #expect(prints(.ofMean(answers), 2.8846, 4.6154, 4))
    #expect(
      prints(Interval.standardErrorOfMean(n: 8, sd: answers.sd, population: 30), 0.31339, 5))
    #expect(prints(.ofMean(answers, population: 30), 3.0089, 4.4911, 4))
  }

  @Test func `intervals of a share`() {
    func tails(_ total: Int) -> (upper: Double, lower: Double) {
      let draws = Hypergeometric(population: 30, favourable: total, drawn: 15)
      return (draws.upperTail(11), draws.lowerTail(11))
    }
    #expect(prints(tails(15).upper, 0.013, 3) && prints(tails(16).upper, 0.033, 3))
    #expect(prints(tails(26).lower, 0.050, 3) && tails(27).lower == 0)
    #expect(prints(.ofShare(favourable: 11, n: 15, population: 30), 0.5333, 0.8667, 4))
    #expect(prints(.wilson(favourable: 11, n: 15), 0.4805, 0.8910, 4))
    #expect(prints(.wilson(favourable: 11, n: 15, population: 30), 0.5524, 0.8597, 4))
    #expect(prints(.clopperPearson(favourable: 11, n: 15), 0.4490, 0.9221, 4))
    let difference = ShareDifference((56, 70), (48, 80))
    #expect(prints(difference?.difference, 0.2, 10))
    #expect(prints(difference?.interval, 0.0524, 0.3339, 4))
  }

  @Test func `alpha and what is read beside it`() {
    let rows = [[1, 2, 2], [2, 2, 3], [3, 4, 3], [4, 3, 5], [5, 5, 4]]
    let moments = ItemMoments(items: 3, rows: rows)
    #expect(prints(moments.alpha, 0.8797, 4) && prints(moments.standardisedAlpha, 0.8781, 4))
    #expect(prints(moments.alphaInterval(), 0.392, 0.987, 3))
    for (figure, printed) in zip(moments.alphaIfDropped, [0.6047, 0.8824, 0.9091]) {
      #expect(prints(figure, printed, 4))
    }
    for (figure, printed) in zip(moments.itemRest, [0.9912, 0.7059, 0.6796]) {
      #expect(prints(figure, printed, 4))
    }
    #expect(prints(moments.standardErrorOfMeasurement, 0.4216, 4))
    var blank: [[Int?]] = rows.map { $0.map { $0 } }
    blank[4][2] = nil
    #expect(prints(ItemMoments(items: 3, rows: rows.prefix(4)).alpha, 0.8534, 4))
    #expect(prints(PairwiseMoments(items: 3, rows: blank).alpha, 0.8386, 4))
  }

  @Test(arguments: [([1.0, 1, 1], 0.7449), ([1.0, 2, 3], 0.6623)])
  func `omega of three items`(_ spread: [Double], _ raw: Double) throws {
    let correlations = [1, 0.56, 0.48, 0.56, 1, 0.42, 0.48, 0.42, 1]
    let covariances = (0..<9).map { correlations[$0] * spread[$0 / 3] * spread[$0 % 3] }
    let omega = try Omega(covariances: covariances, items: 3)
    #expect(prints(omega.raw, raw, 4) && prints(omega.standardised, 0.7449, 4))
    for (loading, printed) in zip(omega.loadings, [0.8, 0.7, 0.6]) {
      #expect(prints(loading, printed, 8))
    }
  }

  @Test func `two groups compared`() throws {
    let one = Frequencies([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
    let two = Frequencies([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
    let welch = try #require(WelchTest(one, two))
    #expect(prints(welch.difference, -1.58, 10) && prints(welch.standardError, 0.8491, 4))
    #expect(prints(welch.t, -1.8608, 4) && prints(welch.df, 17.776, 3))
    #expect(prints(welch.p, 0.0794, 4) && prints(welch.interval, -3.365, 0.205, 2))
    let test = try #require(MannWhitney(one, two))
    #expect(test.u == 25.5 && prints(test.p, 0.0658, 4) && test.method == .exact)
    #expect(prints(MannWhitney(one, two, method: .normal)?.p, 0.0693, 4))
    let cliff = try #require(CliffsDelta(one, two))
    #expect(cliff.delta == -0.49 && prints(cliff.interval, -0.806, 0.043, 3))
    let hedges = try #require(HedgesG(one, two))
    #expect(prints(hedges.d, -0.8322, 4) && prints(hedges.g, -0.7969, 4))
    let hour = try #require(EquivalenceTest(one, two, margin: 1))
    #expect(prints(hour.p, 0.748, 3) && hour.verdict == .cannotTell)
    let hours = try #require(EquivalenceTest(one, two, margin: 4))
    #expect(prints(hours.p, 0.0054, 4) && hours.verdict == .noGapBiggerThanMargin)
    #expect(prints(hours.interval, -3.053, -0.107, 3))
  }

  @Test func `five comparisons adjusted`() {
    let p = [0.001, 0.012, 0.02, 0.04, 0.3]
    let found = zip(MultipleComparisons.benjaminiHochberg(p), [0.005, 0.03, 0.0333, 0.05, 0.3])
    let strict = zip(MultipleComparisons.holm(p), [0.005, 0.048, 0.06, 0.08, 0.3])
    #expect(found.allSatisfy { prints($0, $1, 4) } && strict.allSatisfy { prints($0, $1, 4) })
  }

  @Test func `a survey with silent members`() throws {
    let strata = [
      Stratum(population: 20, n: 10, mean: 3, sd: 1),
      Stratum(population: 10, n: 8, mean: 4, sd: 0.5),
    ]
    let bounds = try #require(NoAssumptionBounds(sum: 62, n: 18, population: 30, range: 1...5))
    #expect(prints(bounds.low, 2.467, 3) && prints(bounds.high, 4.067, 3))
    #expect(
      prints(TippingPoint.mean(sum: 62, n: 18, population: 30, target: 3), 2.333, 3))
    let mean = try #require(PostStratifiedMean(strata))
    #expect(prints(mean.mean, 3.333, 3) && prints(mean.standardError, 0.1514, 4))
    #expect(mean.df == 16 && prints(mean.interval, 3.012, 3.654, 3))
    let kish = try #require(KishEffect(strata: strata))
    #expect(prints(kish.designEffect, 1.05, 10) && prints(kish.effectiveSize, 17.14, 2))
  }

  @Test func `tails and quantiles`() {
    let cups = Hypergeometric(population: 8, favourable: 4, drawn: 4)
    #expect(prints(cups.upperTail(4), 0.0143, 4) && prints(cups.upperTail(3), 0.2429, 4))
    #expect(prints(NormalDistribution.survival(8) * 1e16, 6.221, 3))
    #expect(prints(StudentT(degreesOfFreedom: 4.5).quantile(0.975), 2.6589, 4))
    #expect(prints(FDistribution(numerator: 7, denominator: 14).quantile(0.975), 3.3799, 4))
    #expect(prints(ChiSquared(degreesOfFreedom: 3).survival(7.8147), 0.05, 5))
  }
}
