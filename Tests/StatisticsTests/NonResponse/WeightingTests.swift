import Statistics
import Testing

struct WeightingTests {
  private let data: RecordedData
  private let recorded: RecordedFigures

  init() throws {
    data = try .read()
    recorded = try .read()
  }

  private var strata: [Stratum] {
    zip(data.roster.population, data.answers).map {
      Stratum(population: $0, answers: Frequencies($1))
    }
  }

  @Test func `response rates, weights and the R-indicator agree with R`() {
    #expect(strata.map(\.n) == data.roster.n)
    for (stratum, rate) in zip(strata, recorded.weighting.rates) {
      #expect(isClose(stratum.responseRate, rate) && isClose(stratum.weight, 1 / rate))
    }
    #expect(isClose(RIndicator.of(strata), recorded.weighting.rIndicator))
    #expect(RIndicator.of(strata) == RIndicator.of(strata.reversed()))
  }

  @Test func `an even response has an R-indicator of 1, an extreme one of about 0`() throws {
    let even = [(40, 20), (10, 5), (0, 0)].map {
      Stratum(population: $0.0, n: $0.1, mean: 3, sd: 1)
    }
    #expect(RIndicator.of(even) == 1)
    let split = [(500, 500), (500, 0)].map { Stratum(population: $0.0, n: $0.1, mean: 3, sd: 1) }
    #expect(try abs(#require(RIndicator.of(split))) < 1.1e-3)
  }

  @Test func `a stratum of nobody or of too many answers has no rate`() {
    let nobody = Stratum(population: 0, n: 0, mean: nil, sd: nil)
    let silent = Stratum(population: 5, n: 0, mean: nil, sd: nil)
    let impossible = Stratum(population: 5, n: 6, mean: 3, sd: 1)
    #expect(nobody.responseRate == nil && nobody.weight == nil)
    #expect(silent.responseRate == 0 && silent.weight == nil)
    #expect(impossible.responseRate == nil && impossible.weight == nil)
    #expect(RIndicator.of([]) == nil && RIndicator.of([nobody]) == nil)
    #expect(RIndicator.of([impossible]) == nil)
  }

  @Test func `the split of a change agrees with R and adds up`() throws {
    let mix = recorded.mix
    let groups = mix.m0.indices.map { place in
      MixAndRate.Group(
        before: mix.before[place], meanBefore: mix.m0[place], after: mix.after[place],
        meanAfter: mix.m1[place])
    }
    let split = try #require(MixAndRate(groups))
    #expect(isClose(split.mix, mix.mix) && isClose(split.rate, mix.rate))
    #expect(isClose(split.fixedBase, mix.fixedBase) && isClose(split.change, mix.change))
    #expect(split == MixAndRate(groups.reversed()))
  }

  @Test func `a pure change of mix has no rate, and the other way round`() throws {
    func group(_ before: Int, _ mean0: Double?, _ after: Int, _ mean1: Double?) -> MixAndRate.Group
    {
      MixAndRate.Group(before: before, meanBefore: mean0, after: after, meanAfter: mean1)
    }
    let mix = try #require(MixAndRate([group(10, 2, 30, 2), group(10, 4, 10, 4)]))
    #expect(mix.rate == 0 && mix.fixedBase == 0 && mix.mix == -0.5)
    let rate = try #require(MixAndRate([group(10, 2, 20, 3), group(10, 4, 20, 4)]))
    #expect(rate.mix == 0 && rate.rate == 0.5 && rate.fixedBase == 0.5)
    #expect(MixAndRate([group(10, 2, 0, nil), group(5, 3, 5, 3)]) == nil)
    #expect(MixAndRate([group(10, 2, 0, 2)]) == nil && MixAndRate([]) == nil)
    #expect(MixAndRate([group(0, nil, 0, nil), group(10, 2, 20, 3)])?.rate == 1)
  }

  @Test func `sample sizes agree with R`() throws {
    for row in recorded.sizes {
      let width = try #require(row[0])
      let size = SampleSize.answers(
        halfWidth: width, sd: row[1] ?? 0, population: row[2].map { Int($0) })
      #expect(size == row[3].map { Int($0) })
    }
  }

  @Test func `sample sizes are those of the table of Krejcie and Morgan`() {
    // R. V. Krejcie and D. W. Morgan, Educational and Psychological Measurement 30 (1970) 607-610.
    for (population, size) in [(200, 132), (1000, 278), (5000, 357)] {
      #expect(SampleSize.answers(halfWidth: 0.05, sd: 0.5, population: population) == size)
    }
  }

  @Test func `no width, no spread and nobody have no sample size`() {
    #expect(SampleSize.answers(halfWidth: 0, sd: 1) == nil)
    #expect(SampleSize.answers(halfWidth: 1, sd: 0) == nil)
    #expect(SampleSize.answers(halfWidth: 1, sd: 1, population: 0) == nil)
    #expect(SampleSize.answers(halfWidth: 1e-12, sd: 1) == nil)
    #expect(SampleSize.answers(halfWidth: 1e-12, sd: 1, population: 30) == 30)
    #expect(SampleSize.answers(halfWidth: 100, sd: 1) == 1)
  }
}
