import Testing

@testable import Statistics

struct EffectSizeTests {
  @Test func `Cliff's delta agrees with the full matrix of pairs`() throws {
    for recorded in try Reference.figures().comparisons {
      let cliff = try #require(CliffsDelta(Frequencies(recorded.a), Frequencies(recorded.b)))
      #expect(isClose(cliff.delta, recorded.delta))
      #expect(isClose(cliff.interval?.low, recorded.deltaLow))
      #expect(isClose(cliff.interval?.high, recorded.deltaHigh))
      #expect(isClose(cliff.probabilityOfSuperiority, (recorded.delta + 1) / 2))
    }
  }

  @Test func `ten treated and six others have the delta that effsize prints`() throws {
    // Hogarty and Kromrey (1999), the example in the manual of R's effsize::cliff.delta.
    let treated = Frequencies([10.0, 10, 20, 20, 20, 30, 30, 30, 40, 50])
    let control = Frequencies([10.0, 20, 30, 40, 40, 50])
    let cliff = try #require(CliffsDelta(treated, control))
    let interval = try #require(cliff.interval)
    #expect(cliff.delta == -0.25)
    #expect(abs(interval.low + 0.7265846) < 5e-8 && abs(interval.high - 0.3890062) < 5e-8)
  }

  @Test func `groups that do not overlap have a delta of 1 without interval`() throws {
    let cliff = try #require(CliffsDelta(Frequencies([4.0, 5]), Frequencies([1.0, 2, 3])))
    #expect(cliff.delta == 1 && cliff.interval == nil)
  }

  @Test func `a group of one has a delta without interval, an empty one has none`() throws {
    let one = try #require(CliffsDelta(Frequencies([2.0]), Frequencies([1.0, 2, 3])))
    #expect(one.delta == 0 && one.interval == nil)
    #expect(CliffsDelta(Frequencies([Double]()), Frequencies([1.0])) == nil)
  }

  @Test func `equal values everywhere have a delta of 0 with an interval`() throws {
    let same = try #require(
      CliffsDelta(Frequencies(counts: [(3, 5)]), Frequencies(counts: [(3, 9)])))
    let interval = try #require(same.interval)
    #expect(same.delta == 0 && interval.low < 0 && isClose(interval.low, -interval.high))
  }

  @Test func `Hedges' g agrees with gamma functions of 50 digits`() throws {
    for recorded in try Reference.figures().comparisons {
      let hedges = try #require(HedgesG(Frequencies(recorded.a), Frequencies(recorded.b)))
      #expect(isClose(hedges.d, recorded.d) && isClose(hedges.g, recorded.g))
    }
  }

  @Test func `the correction for small groups is one of factorials and the root of pi`() {
    let root = Double.pi.squareRoot()
    #expect(isClose(HedgesG.correction(2), 1 / root, within: 1e-14))
    #expect(isClose(HedgesG.correction(3), root / 2 / 1.5.squareRoot(), within: 1e-14))
    #expect(isClose(HedgesG.correction(10), 384 / (105 * root * 5.squareRoot()), within: 1e-14))
  }

  @Test func `for huge groups the correction does not break down`() {
    let m = 2e6
    #expect(isClose(HedgesG.correction(m), 1 - 3 / (4 * m - 1), within: 1e-12))
  }

  @Test func `without spread there is no standardised difference`() {
    #expect(HedgesG(Frequencies([3.0, 3]), Frequencies([5.0, 5])) == nil)
    #expect(HedgesG(Frequencies([3.0, 4]), Frequencies([5.0])) == nil)
  }
}
