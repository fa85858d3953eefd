import Statistics
import Testing

struct IntervalTests {
  @Test func `intervals of a mean agree with SciPy's t`() throws {
    for row in try Reference.figures().means {
      let (n, population) = (Int(row[0]), Int(row[3]))
      let plain = Interval.ofMean(n: n, mean: row[1], sd: row[2])
      let finite = Interval.ofMean(n: n, mean: row[1], sd: row[2], population: population)
      #expect(plain?.method == "t" && finite?.method == "t with finite population")
      #expect(isClose(plain?.low, row[4]) && isClose(plain?.high, row[5]))
      #expect(isClose(finite?.low, row[6]) && isClose(finite?.high, row[7]))
    }
  }

  @Test func `a whole population has a mean without uncertainty`() {
    let census = Interval.ofMean(n: 30, mean: 3.5, sd: 1, population: 30)
    #expect(census?.low == 3.5 && census?.high == 3.5)
  }

  @Test func `one answer has no interval of its mean, nor have more answers than people`() {
    #expect(Interval.ofMean(Frequencies([4.0])) == nil)
    #expect(Interval.ofMean(n: 1, mean: 4, sd: nil, population: 1) == nil)
    #expect(Interval.ofMean(n: 31, mean: 4, sd: 1, population: 30) == nil)
  }

  @Test func `intervals of a share agree with statsmodels and with enumeration`() throws {
    for row in try Reference.figures().shares {
      let x = row.x
      let all: [(Interval?, [Double])] = [
        (.wilson(favourable: x, n: row.n), row.wilson),
        (.clopperPearson(favourable: x, n: row.n), row.clopperPearson),
        (
          .wilson(favourable: x, n: row.n, population: row.population), row.wilsonFinite
        ),
        (
          .exactHypergeometric(favourable: x, n: row.n, population: row.population),
          row.hypergeometric
        ),
        (
          .exactHypergeometric(favourable: x, n: row.n, population: row.population, level: 0.9),
          row.hypergeometric90
        ),
      ]
      for (interval, recorded) in all {
        #expect(isClose(interval?.low, recorded[0]) && isClose(interval?.high, recorded[1]))
      }
    }
  }

  /// After Newcombe, Statistics in Medicine 17 (1998) 857–872, table I.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662, 0.2527, 0.3676), (15, 148, 0.0624, 0.1605, 0.0578, 0.1617),
    (0, 20, 0, 0.1611, 0, 0.1684), (1, 29, 0.0061, 0.1718, 0.0009, 0.1776),
  ])
  func `single shares have the limits that Newcombe printed`(
    _ x: Int, _ n: Int, _ low: Double, _ high: Double, _ exactLow: Double, _ exactHigh: Double
  ) throws {
    let wilson = try #require(Interval.wilson(favourable: x, n: n))
    let exact = try #require(Interval.clopperPearson(favourable: x, n: n))
    let gaps = [wilson.low - low, wilson.high - high, exact.low - exactLow, exact.high - exactHigh]
    #expect(gaps.allSatisfy { abs($0) <= 0.00005 })
  }

  @Test func `nobody gives a lower limit of exactly 0 and everybody an upper one of exactly 1`() {
    for n in [1, 3, 17, 1000] {
      #expect(Interval.wilson(favourable: 0, n: n)?.low == 0)
      #expect(Interval.wilson(favourable: n, n: n)?.high == 1)
      #expect(Interval.wilson(favourable: 0, n: n, population: 2 * n)?.low == 0)
      #expect(Interval.exactHypergeometric(favourable: n, n: n, population: 2 * n)?.high == 1)
      #expect(Interval.clopperPearson(favourable: n, n: n)?.high == 1)
    }
  }

  @Test func `without answers a share has no interval`() {
    #expect(Interval.ofShare(favourable: 0, n: 0) == nil)
    #expect(Interval.ofShare(favourable: 0, n: 0, population: 30) == nil)
    #expect(Interval.ofShare(favourable: 3, n: 31, population: 30) == nil)
    #expect(Interval.clopperPearson(favourable: 0, n: 0) == nil)
  }

  @Test func `a share's interval is exact where the population is known and Wilson's elsewhere`() {
    #expect(Interval.ofShare(favourable: 3, n: 8)?.method == "Wilson")
    #expect(Interval.ofShare(favourable: 3, n: 8, population: 30)?.method == "exact hypergeometric")
  }

  @Test func `the exact interval covers at least its level whatever the truth`() {
    let (population, n) = (30, 15)
    let intervals = (0...n).map {
      Interval.exactHypergeometric(favourable: $0, n: n, population: population)
    }
    for total in 0...population {
      let draws = Hypergeometric(population: population, favourable: total, drawn: n)
      let share = Double(total) / Double(population)
      let coverage = draws.support.reduce(0.0) { sum, x in
        intervals[x]?.contains(share) == true ? sum + draws.probability(of: x) : sum
      }
      #expect(coverage >= 0.95)
    }
  }

  @Test func `in a million people the exact interval is quick and close to the approximate one`()
    throws
  {
    let exact = try #require(
      Interval.exactHypergeometric(favourable: 123_456, n: 400_000, population: 1_000_000))
    let quick = try #require(
      Interval.wilson(favourable: 123_456, n: 400_000, population: 1_000_000))
    #expect(abs(exact.low - quick.low) < 5e-6 && abs(exact.high - quick.high) < 5e-6)
    #expect(exact.low < 0.30864 && exact.high > 0.30864)
  }

  @Test func `a change of units keeps the lower limit low`() throws {
    let share = try #require(Interval.wilson(favourable: 3, n: 8))
    let percent = share.scaled(by: 100)
    let unfavourable = share.scaled(by: -1, plus: 1)
    #expect(percent.high == 100 * share.high && percent.method == "Wilson")
    #expect(unfavourable.low == 1 - share.high && unfavourable.high == 1 - share.low)
  }

  @Test(arguments: [0.5, 0.8, 0.9, 0.99, 0.999])
  func `a higher level gives a wider interval`(_ level: Double) throws {
    let narrow = try #require(Interval.ofShare(favourable: 9, n: 20, population: 90, level: 0.4))
    let wide = try #require(Interval.ofShare(favourable: 9, n: 20, population: 90, level: level))
    #expect(wide.low <= narrow.low && wide.high >= narrow.high && wide.level == level)
  }
}
