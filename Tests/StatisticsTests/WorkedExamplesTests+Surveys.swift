import Testing

@testable import Statistics

/// The examples of change, weighting, classes, patterns and agreement.
extension WorkedExamplesTests {
  @Test func `a skewness and a correlation`() {
    #expect(prints(Frequencies([3.0, 4, 5, 2, 3, 4, 5, 6, 4, 7]).skewness, 0.3595, 4))
    let people = Pairs(
      [106, 100, 86, 101, 99, 103, 97, 113, 112, 110], [7, 27, 2, 50, 28, 29, 20, 12, 6, 17])
    #expect(prints(people.pearson, -0.0702, 4) && prints(people.spearman, -0.1758, 4))
  }

  @Test func `pain under two treatments`() throws {
    let one = Frequencies([1.0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1])
    let test = try #require(BrunnerMunzel(one, Frequencies([3.0, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4])))
    #expect(prints(test.probabilityOfLess, 0.7890, 4) && prints(test.statistic, 3.1375, 4))
    #expect(prints(test.df, 17.683, 3) && prints(test.p, 0.0058, 4))
    #expect(prints(test.interval, 0.595, 0.983, 3))
    #expect(prints(CohensH.h((56, 70), (48, 80)), 0.4421, 4))
  }

  @Test func `three groups compared`() throws {
    let groups = [
      Frequencies([2.9, 3.0, 2.5, 2.6, 3.2]), Frequencies([3.8, 2.7, 4.0, 2.4]),
      Frequencies([2.8, 3.4, 3.7, 2.2, 2.0]),
    ]
    let ranks = try #require(KruskalWallis(groups))
    #expect(prints(ranks.h, 0.7714, 4) && ranks.df == 2 && prints(ranks.p, 0.680, 3))
    #expect(prints(ranks.epsilonSquared, 0.0593, 4))
    let means = try #require(WelchANOVA(groups))
    #expect(prints(means.f, 0.3919, 4) && prints(means.denominator, 5.519, 3))
    #expect(means.numerator == 2 && prints(means.p, 0.693, 3))
  }

  @Test func `the same ten people twice`() throws {
    let sleep = Pairs(
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
    let test = try #require(PairedTest(sleep))
    #expect(prints(test.change, 1.58, 10) && prints(test.t, 4.0621, 4) && test.df == 9)
    #expect(prints(test.p, 0.0028, 4) && prints(test.interval, 0.700, 2.460, 3))
    let ranks = try #require(SignedRank(sleep))
    #expect(ranks.v == 45 && ranks.unchanged == 1 && prints(ranks.p, 0.0091, 4))
    let effect = try #require(PairedEffect(sleep))
    #expect(prints(effect.dz, 1.285, 3) && prints(effect.dav, 0.833, 3))
    #expect(prints(effect.drm, 0.822, 3))
    let sd = Frequencies(sleep.first).sd
    let reliable = try #require(ReliableChange(sleep, sd: sd, reliability: 0.7))
    #expect(prints(reliable.smallest, 2.716, 3) && reliable.up == 1 && reliable.unclear == 9)
    let crossed = McNemarTest(sleep, threshold: 3.5)
    #expect(crossed.gained == 2 && crossed.lost == 0 && prints(crossed.p, 0.5, 10))
  }

  @Test func `two waves of a roll of eight`() throws {
    let first = OverlappingWaves.Wave(Frequencies([2.0, 3, 4, 3, 5]))
    let second = OverlappingWaves.Wave(Frequencies([4.0, 4, 5, 3, 2]))
    let linked = Pairs([4, 3, 5], [4, 4, 5])
    let roll = try #require(OverlappingWaves(first, second, linked: linked, population: 8))
    #expect(prints(linked.covariance, 0.5, 10) && prints(roll.change, 0.2, 10))
    #expect(prints(roll.standardError, 0.4472, 4))
    let other = try #require(OverlappingWaves(first, second, linked: linked))
    #expect(prints(other.standardError, 0.6325, 4) && prints(other.interval, -1.556, 1.956, 3))
  }

  @Test func `weights and plans of a survey`() throws {
    let staff = [(20, 10), (10, 8)].map { Stratum(population: $0.0, n: $0.1, mean: 3, sd: 1) }
    #expect(staff.map(\.responseRate) == [0.5, 0.8])
    #expect(prints(RIndicator.of(staff), 0.7123, 4))
    let cells = [22, 15, 33, 50].map { WeightingCells.Cell(family: 0, population: 60, n: $0) }
    #expect(try WeightingCells.collapse(cells).get().merged == [[1, 2]])
    let groups = zip([[0, 0], [0, 1], [1, 0], [1, 1]], [10, 20, 30, 40]).map {
      Raking.Group(categories: $0, n: $1)
    }
    let raking = try Raking.fit(groups, margins: [[55, 45], [30, 70]]).get()
    for (weight, printed) in zip(raking.weights, [1.4386, 2.0307, 0.5205, 0.7347]) {
      #expect(prints(weight, printed, 4))
    }
    let mix = try #require(
      MixAndRate([
        MixAndRate.Group(before: 10, meanBefore: 2, after: 30, meanAfter: 2),
        MixAndRate.Group(before: 10, meanBefore: 4, after: 10, meanAfter: 4),
      ]))
    #expect(mix.change == -0.5 && mix.mix == -0.5 && mix.fixedBase == 0)
    #expect(SampleSize.answers(halfWidth: 0.05, sd: 0.5, population: 200) == 132)
    #expect(SampleSize.answers(halfWidth: 0.05, sd: 0.5, population: 1000) == 278)
    #expect(SampleSize.answers(halfWidth: 0.05, sd: 0.5, population: 500) == 218)
  }

  @Test func `three classes`() throws {
    let classes = [[3.0, 4, 5], [2, 3], [4, 5, 5, 4]].map { Cluster(Frequencies($0)) }
    let variance = try #require(ClusterVariance(classes))
    #expect(prints(variance.mean, 3.8889, 4) && prints(variance.between, 2.6944, 4))
    #expect(prints(variance.within, 0.5833, 4) && prints(variance.typicalSize, 2.8889, 4))
    #expect(prints(variance.icc1, 0.5468, 4) && prints(variance.icc2, 0.7835, 4))
    let bayes = try #require(EmpiricalBayes(classes))
    #expect(prints(bayes.trueVariance, 0.7308, 4) && prints(bayes.centre, 3.7198, 4))
    for (estimate, printed) in zip(
      bayes.estimates, [(0.7898, 3.9411), (0.7147, 2.8480), (0.8336, 4.3702)])
    {
      #expect(prints(estimate?.reliability, printed.0, 4) && prints(estimate?.mean, printed.1, 4))
    }
    let funnel = try #require(Funnel(classes))
    for (z, printed) in zip(funnel.distances(.none), [0.2520, -2.5717, 1.6003]) {
      #expect(prints(z, printed, 4))
    }
    #expect(prints(funnel.phi, 1.9540, 4) && prints(funnel.tauSquared, 0.3899, 4))
    #expect(prints(WithinGroupAgreement.rwg(itemVariances: [1, 1], codes: 5), 0.6667, 4))
  }

  @Test func `one person's answers`() {
    let pattern = AnswerPattern([3, 3, nil, 3, 3, 3, 2])
    #expect(pattern.longestRun == 3 && prints(pattern.variability, 0.4082, 4))
    #expect(!pattern.isStraight(fewestAnswers: 2))
  }

  @Test func `three free lists`() throws {
    let lists = try #require(FreeLists([[5, 2], [5], [5, 9, 2]]))
    #expect(lists.items.map(\.id) == [5, 2, 9])
    for (item, printed) in zip(lists.items, [(1, 1), (0.2778, 0.2667), (0.2222, 0.1667)]) {
      #expect(prints(item.smith, printed.0, 4) && prints(item.sutrop, printed.1, 4))
    }
  }

  @Test func `raters of the same units`() throws {
    let units: [[Int?]] = [
      [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
      [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1],
      [nil, 3, nil, nil],
    ]
    #expect(prints(KrippendorffAlpha(units, scale: .nominal)?.alpha, 0.743, 3))
    #expect(prints(KrippendorffAlpha(units, scale: .ordinal)?.alpha, 0.815, 3))
    #expect(prints(PercentAgreement.share(units), 0.7818, 4))
    let (first, second) = (units.map { $0[0] }, units.map { $0[1] })
    #expect(prints(CohensKappa(first, second, weights: .none)?.kappa, 0.8448, 4))
    #expect(prints(CohensKappa(first, second)?.kappa, 0.9396, 4))
    #expect(CohensKappa(first, second)?.n == 9)
    let raters = try #require(
      RaterCorrelations([
        [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
      ]))
    let printed = [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]
    for (form, figure) in zip(RaterCorrelations.Form.allCases, printed) {
      #expect(prints(raters.correlation(form), figure, 2))
    }
  }
}
