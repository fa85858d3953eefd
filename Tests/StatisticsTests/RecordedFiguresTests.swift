import Testing

@testable import Statistics

/// What was there before, held to R and its packages as `Reference/reference.R` recorded them.
struct RecordedFiguresTests {
  private let data: RecordedData
  private let figures: RecordedFigures

  init() throws {
    data = try .read()
    figures = try .read()
  }

  @Test(arguments: ["bfi", "attitude", "generated"])
  func `reliability agrees with psych, pairwise and complete`(_ name: String) throws {
    let recorded = try #require(figures.surveys[name])
    let rows = try #require(data.surveys[name])
    let complete = rows.map { $0.compactMap { $0 } }.filter { $0.count == rows[0].count }
    let moments = ItemMoments(items: rows[0].count, rows: complete)
    #expect(moments.n == recorded.n && isClose(moments.alpha, recorded.alpha))
    #expect(isClose(moments.standardisedAlpha, recorded.standardised))
    #expect(isClose(moments.standardErrorOfMeasurement, recorded.sem))
    #expect(isClose(moments.alphaInterval()?.low, recorded.interval[0]))
    #expect(isClose(moments.alphaInterval()?.high, recorded.interval[1]))
    for item in recorded.itemRest.indices {
      #expect(isClose(moments.itemRest[item], recorded.itemRest[item]))
      #expect(isClose(moments.alphaIfDropped[item], recorded.ifDropped[item]))
    }
    let pairwise = PairwiseMoments(items: rows[0].count, rows: rows)
    #expect(isClose(pairwise.alpha, recorded.pairwise))
  }

  @Test(arguments: ["bfi", "attitude", "generated"])
  func `omega agrees with lavaan, raw and standardised`(_ name: String) throws {
    let recorded = try #require(figures.surveys[name])
    let rows = try #require(data.surveys[name])
    let complete = rows.map { $0.compactMap { $0 } }.filter { $0.count == rows[0].count }
    let omega = try ItemMoments(items: rows[0].count, rows: complete).omega().get()
    #expect(isClose(omega.raw, recorded.omega.raw, within: 1e-6))
    #expect(isClose(omega.standardised, recorded.omega.standardised, within: 1e-6))
  }

  @Test(arguments: ["ozone", "roles", "years"])
  func `Welch, Mann-Whitney and adjusted p values agree with R`(_ name: String) throws {
    let recorded = try #require(figures.groups[name])
    let groups = data.distributions(name)
    let welch = try #require(WelchTest(groups[0], groups[1]))
    #expect(isClose(welch.t, recorded.t) && isClose(welch.p, recorded.tP))
    #expect(isClose(welch.interval.low, recorded.tInterval[0]))
    #expect(isClose(welch.interval.high, recorded.tInterval[1]))
    let ranks = try #require(MannWhitney(groups[0], groups[1], method: .normal))
    #expect(ranks.u == recorded.u && isClose(ranks.p, recorded.uP))
    for (adjusted, expected) in [
      (MultipleComparisons.benjaminiHochberg(recorded.pairP), recorded.benjaminiHochberg),
      (MultipleComparisons.holm(recorded.pairP), recorded.holm),
    ] {
      #expect(zip(adjusted, expected).allSatisfy { isClose($0, $1) })
    }
  }

  @Test func `intervals of shares agree with R`() {
    for share in figures.shares {
      let wilson = Interval.wilson(favourable: share.x, n: share.n)
      let exact = Interval.clopperPearson(favourable: share.x, n: share.n)
      #expect(isClose(wilson?.low, share.wilson[0]) && isClose(wilson?.high, share.wilson[1]))
      #expect(
        isClose(exact?.low, share.clopperPearson[0])
          && isClose(exact?.high, share.clopperPearson[1]))
    }
  }

  @Test func `a finite population counts as in svymean`() throws {
    let recorded = figures.weighting
    let all = Frequencies(data.answers.joined())
    let population = data.roster.population.reduce(0, +)
    let interval = try #require(Interval.ofMean(all, population: population))
    #expect(isClose(all.mean, recorded.plainMean))
    #expect(
      isClose(
        Interval.standardErrorOfMean(n: all.n, sd: all.sd, population: population),
        recorded.plainError))
    #expect(isClose(interval.low, recorded.plainInterval[0]))
    #expect(isClose(interval.high, recorded.plainInterval[1]))
  }

  @Test func `post-stratified means agree with a stratified svydesign`() throws {
    let recorded = figures.weighting
    let strata = zip(data.roster.population, data.answers).map {
      Stratum(population: $0, answers: Frequencies($1))
    }
    let mean = try #require(PostStratifiedMean(strata))
    #expect(isClose(mean.mean, recorded.postMean))
    #expect(isClose(mean.standardError, recorded.postError))
    #expect(isClose(KishEffect(strata: strata)?.designEffect, recorded.designEffect))
  }
}
