import Statistics
import Testing

struct NonResponseTests {
  private func strata() throws -> [Stratum] {
    try Reference.figures().strata.strata.map { row in
      Stratum(population: Int(row[0]), n: Int(row[1]), mean: row[2], sd: row[3])
    }
  }

  @Test func `a post-stratified mean agrees with the formula in NumPy`() throws {
    let recorded = try Reference.figures().strata
    let mean = try #require(PostStratifiedMean(strata()))
    #expect(isClose(mean.mean, recorded.mean) && isClose(mean.standardError, recorded.error))
    #expect(isClose(mean.interval?.low, recorded.low))
    #expect(isClose(mean.interval?.high, recorded.high))
    #expect(mean.df == 371)
    #expect(isClose(KishEffect(strata: try strata())?.designEffect, recorded.designEffect))
  }

  @Test func `the order of the strata does not change a bit`() throws {
    let strata = try strata()
    let forwards = PostStratifiedMean(strata)
    #expect(PostStratifiedMean(strata.reversed()) == forwards)
    #expect(KishEffect(strata: strata.reversed()) == KishEffect(strata: strata))
  }

  @Test func `one stratum is the mean of a finite population`() throws {
    let answers = Frequencies([1.0, 2, 2, 4, 5])
    let mean = try #require(PostStratifiedMean([Stratum(population: 20, answers: answers)]))
    let plain = try #require(Interval.ofMean(answers, population: 20))
    #expect(mean.mean == answers.mean && mean.df == 4)
    #expect(isClose(mean.interval?.low, plain.low) && isClose(mean.interval?.high, plain.high))
  }

  @Test func `a stratum that nobody answered for leaves no mean`() {
    let answered = Stratum(population: 20, answers: Frequencies([1.0, 2, 3]))
    let silent = Stratum(population: 4, answers: Frequencies([Double]()))
    let nobody = Stratum(population: 0, answers: Frequencies([Double]()))
    #expect(PostStratifiedMean([answered, silent]) == nil)
    #expect(PostStratifiedMean([answered, nobody]) == PostStratifiedMean([answered]))
    #expect(PostStratifiedMean([]) == nil && PostStratifiedMean([nobody]) == nil)
    #expect(PostStratifiedMean([Stratum(population: 2, answers: Frequencies([1.0, 2, 3]))]) == nil)
  }

  @Test func `a stratum with one answer of several has no standard error`() throws {
    let answered = Stratum(population: 20, answers: Frequencies([1.0, 2, 3]))
    let one = Stratum(population: 4, answers: Frequencies([4.0]))
    let all = Stratum(population: 1, answers: Frequencies([4.0]))
    let mean = try #require(PostStratifiedMean([answered, one]))
    #expect(mean.mean == 56.0 / 24 && mean.standardError == nil && mean.interval == nil)
    #expect(PostStratifiedMean([answered, all])?.standardError != nil)
    let census = try #require(PostStratifiedMean([all, all]))
    #expect(census.interval?.low == 4 && census.interval?.high == 4)
  }

  @Test func `bounds put everybody silent at one end and then at the other`() throws {
    let share = try #require(NoAssumptionBounds(favourable: 482, n: 753, population: 1405))
    #expect(isClose(share.low, 482.0 / 1405) && isClose(share.high, 1134.0 / 1405))
    let mean = try #require(NoAssumptionBounds(sum: 70, n: 20, population: 30, range: 1...5))
    #expect(isClose(mean.low, 80.0 / 30) && mean.high == 4)
    #expect(NoAssumptionBounds(favourable: 3, n: 4, population: 3) == nil)
    #expect(NoAssumptionBounds(favourable: 0, n: 0, population: 0) == nil)
    let census = try #require(NoAssumptionBounds(favourable: 3, n: 4, population: 4))
    #expect(census.low == 0.75 && census.high == 0.75)
  }

  @Test func `the silent with the tipping mean bring the whole to the target`() throws {
    let silent = try #require(TippingPoint.mean(sum: 70, n: 20, population: 30, target: 3))
    #expect(silent == 2)
    #expect((70 + 10 * silent) / 30 == 3)
    #expect(TippingPoint.mean(sum: 70, n: 30, population: 30, target: 3) == nil)
    #expect(TippingPoint.mean(sum: 70, n: 31, population: 30, target: 3) == nil)
  }

  @Test func `equal weights cost nothing`() throws {
    let equal = try #require(KishEffect(weights: [(weight: 2.5, count: 40)]))
    #expect(equal.designEffect == 1 && equal.effectiveSize == 40)
    let unequal = try #require(
      KishEffect(weights: [(weight: 1, count: 30), (weight: 3, count: 10)]))
    #expect(isClose(unequal.effectiveSize, 30) && isClose(unequal.designEffect, 4.0 / 3))
    #expect(KishEffect(weights: []) == nil)
  }
}
