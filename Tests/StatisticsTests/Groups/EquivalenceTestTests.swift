import Statistics
import Testing

struct EquivalenceTestTests {
  @Test func `the two one-sided tests agree with statsmodels`() throws {
    for recorded in try Reference.figures().comparisons {
      let test = try #require(
        EquivalenceTest(
          Frequencies(recorded.a), Frequencies(recorded.b), margin: recorded.margin))
      #expect(isClose(test.p, recorded.tost))
      #expect(isClose(test.pLower, recorded.tostLower))
      #expect(isClose(test.pUpper, recorded.tostUpper))
    }
  }

  @Test func `equivalence is the same as an interval inside the margins`() throws {
    for recorded in try Reference.figures().comparisons {
      for margin in [0.05, 0.2, 0.5, 1, 3] {
        let test = try #require(
          EquivalenceTest(Frequencies(recorded.a), Frequencies(recorded.b), margin: margin))
        let inside = test.interval.low > -margin && test.interval.high < margin
        #expect((test.verdict == .noGapBiggerThanMargin) == inside)
        #expect(test.interval.level == 0.9)
      }
    }
  }

  @Test func `the three verdicts are reached`() {
    let base = Frequencies(counts: [(1, 30), (2, 40), (3, 30)])
    let higher = base.scaled(by: 1, plus: 1)
    let few = Frequencies([1.0, 3])
    #expect(EquivalenceTest(base, base, margin: 0.5)?.verdict == .noGapBiggerThanMargin)
    #expect(EquivalenceTest(higher, base, margin: 0.5)?.verdict == .gap)
    #expect(EquivalenceTest(few, base, margin: 0.5)?.verdict == .cannotTell)
    #expect(EquivalenceTest(Frequencies([1.0]), base, margin: 0.5) == nil)
  }
}
