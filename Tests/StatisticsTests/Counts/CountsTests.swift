import Statistics
import Testing

/// Reference values from SciPy 1.17 (`chi2.ppf`, `beta.ppf`) and from the formulas in NumPy.
struct CountsTests {
  private func unit(_ favourable: Double, _ total: Double) -> ClusteredShare.Unit {
    ClusteredShare.Unit(favourable: favourable, total: total)
  }

  @Test func `a share over sessions has the error of the ratio estimator`() throws {
    let units = zip([3.0, 5, 2, 6, 4], [5.0, 6, 4, 6, 7]).map { unit($0, $1) }
    let share = try #require(ClusteredShare(units))
    #expect(isClose(share.share, 20.0 / 28))
    #expect(isClose(share.standardError, 0.09373047485139713))
    #expect((share.units, share.df, share.total) == (5, 4, 28))
  }

  @Test func `a share of which all units agree is not certain`() throws {
    let share = try #require(ClusteredShare([unit(8, 8), unit(12, 12)]))
    #expect(share.share == 1)
    #expect(isClose(share.standardError, (22.0 / 24 * (2.0 / 24) / 24).squareRoot()))
  }

  @Test func `the order of units changes no digit and empty ones say nothing`() throws {
    let units = (1...40).map { unit(Double($0 % 7), Double($0 % 7 + $0 % 5)) }
    let share = try #require(ClusteredShare(units))
    #expect(ClusteredShare(units.reversed() + [unit(0, 0)]) == share)
  }

  @Test func `one unit has no error, and neither has none`() {
    #expect(ClusteredShare([unit(3, 5)]) == nil)
    #expect(ClusteredShare([unit(3, 5), unit(0, 0)]) == nil)
    #expect(ClusteredShare([]) == nil)
  }

  @Test func `evenness is one where all kinds are alike and zero where there is one`() throws {
    #expect(isClose(ShannonEvenness([[3, 3, 3]])?.evenness, 1))
    #expect(try #require(ShannonEvenness([[7, 0, 0]])).evenness == 0)
    #expect(try #require(ShannonEvenness([[7, 0, 0]])).standardError == nil)
    #expect(ShannonEvenness([]) == nil)
    #expect(ShannonEvenness([[0, 0]]) == nil)
    #expect(ShannonEvenness([[4]]) == nil)
  }

  @Test func `the error of evenness is the jackknife over units`() throws {
    let units: [[Double]] = [[10, 4, 2, 0], [6, 6, 1, 1], [12, 2, 2, 2], [5, 5, 5, 0]]
    let found = try #require(ShannonEvenness(units))
    #expect(isClose(found.evenness, 0.8146237499156582))
    #expect(isClose(found.standardError, 0.05081179141388113))
    #expect((found.units, found.total) == (4, 63))
  }

  @Test func `the interval of a count is Garwood's`() {
    let interval = EventRate(events: 10, exposure: 2).interval()
    #expect(isClose(interval.low, 4.7953886961324335 / 2))
    #expect(isClose(interval.high, 18.39035604201778 / 2))
    let none = EventRate(events: 0, exposure: 1).interval()
    #expect(none.low == 0)
    #expect(isClose(none.high, 3.6888794541139363))
  }

  @Test func `the interval of a ratio comes of the share of the events`() throws {
    let first = EventRate(events: 12, exposure: 30), second = EventRate(events: 40, exposure: 210)
    let found = try #require(first.ratio(to: second))
    #expect(isClose(found.ratio, 2.1))
    #expect(isClose(found.1.low, 1.0028911712492694))
    #expect(isClose(found.1.high, 4.083012536644255))
  }

  @Test func `a ratio to nothing has a lower end only, and none to none is undefined`() throws {
    let none = EventRate(events: 0, exposure: 10)
    let found = try #require(EventRate(events: 5, exposure: 10).ratio(to: none))
    #expect(found.ratio == nil)
    #expect(found.1.low > 0)
    #expect(found.1.high == .infinity)
    #expect(none.ratio(to: none) == nil)
  }

  @Test func `the limits of a run chart are Laney's`() throws {
    let points = zip([12.0, 15, 9, 14, 30, 11], [400.0, 420, 390, 410, 400, 405]).map {
      RunChart.Point(events: $0, total: $1)
    }
    let chart = try #require(RunChart(points))
    #expect(isClose(chart.mean, 91.0 / 2_425))
    #expect(try isClose(#require(chart.limits)[4].upperBound, 0.10014589875598573))
    #expect(try #require(chart.limits)[0].lowerBound == 0)
    #expect(chart.pointsAbove.isEmpty)
    #expect(!chart.isHigh)
  }

  @Test func `eight months above the median are a sign and seven are none`() throws {
    func chart(_ low: Int, _ high: Int) -> RunChart? {
      let shares = [Double](repeating: 10, count: low) + [Double](repeating: 14, count: high)
      let wave = shares.enumerated().map { $0.element + Double($0.offset % 2) }
      return RunChart(wave.map { RunChart.Point(events: $0, total: 500) })
    }
    let eight = try #require(chart(8, 8)), seven = try #require(chart(7, 7))
    #expect(eight.runAbove == 8)
    #expect(eight.longestRunAbove == 8..<16)
    #expect(eight.isHigh)
    #expect(seven.runAbove == 7)
    #expect(!seven.isHigh)
  }

  @Test func `a month far above its limit is a sign`() throws {
    let counts: [Double] = [20, 22, 19, 21, 20, 22, 20, 21, 60, 21, 19, 20, 22, 21, 20]
    let chart = try #require(RunChart(counts.map { RunChart.Point(events: $0, total: 1_000) }))
    #expect(chart.pointsAbove == [8])
    #expect(chart.isHigh)
  }

  @Test func `a month on the median neither breaks nor lengthens a run`() throws {
    let counts: [Double] = [1, 1, 3, 2, 3, 1, 2]
    let chart = try #require(RunChart(counts.map { RunChart.Point(events: $0, total: 10) }))
    #expect(chart.median == 0.2)
    #expect(chart.longestRunAbove == 2..<5)
    #expect(chart.runAbove == 2)
  }

  @Test func `a chart without months is none, and one month has no limits`() {
    #expect(RunChart([]) == nil)
    #expect(RunChart([RunChart.Point(events: 1, total: 10)])?.limits == nil)
    #expect(RunChart([RunChart.Point(events: 0, total: 10)])?.isHigh == false)
  }
}
