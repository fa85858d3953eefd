import Statistics
import Testing

struct OverlappingWavesTests {
  private typealias Wave = OverlappingWaves.Wave

  private func waves() throws -> (first: Wave, second: Wave, linked: Pairs) {
    let data = try RecordedData.read()
    let (one, two) = (data.seen.first, data.seen.second)
    let both = Set(one).intersection(two)
    return (
      Wave(Frequencies(one.map { data.waves.first[$0 - 1] })),
      Wave(Frequencies(two.map { data.waves.second[$0 - 1] })),
      Pairs(both.map { data.waves.first[$0 - 1] }, both.map { data.waves.second[$0 - 1] })
    )
  }

  @Test func `both standard errors agree with the formula in R`() throws {
    let recorded = try RecordedFigures.read().overlap
    let (first, second, linked) = try waves()
    #expect(linked.n == recorded.linked)
    let finite = try #require(
      OverlappingWaves(first, second, linked: linked, population: recorded.population))
    let unlimited = try #require(OverlappingWaves(first, second, linked: linked))
    #expect(isClose(finite.change, recorded.change))
    #expect(isClose(finite.standardError, recorded.finite))
    #expect(isClose(unlimited.standardError, recorded.unlimited))
    #expect(unlimited.interval.method == "t, two waves")
    #expect(finite.interval.method == "t, two waves with finite population")
  }

  @Test func `the same persons twice give the paired test`() throws {
    let data = try RecordedData.read().waves
    let linked = Pairs(data.first, data.second)
    let waves = try #require(
      OverlappingWaves(
        Wave(Frequencies(data.first)), Wave(Frequencies(data.second)), linked: linked))
    let test = try #require(PairedTest(linked))
    #expect(isClose(waves.standardError, test.standardError))
    #expect(isClose(waves.interval.low, test.interval.low))
  }

  @Test func `other persons give Welch's standard error`() throws {
    let (a, b) = (Frequencies([1.0, 2, 4, 4]), Frequencies([2.0, 5, 5]))
    let waves = try #require(OverlappingWaves(Wave(a), Wave(b), linked: Pairs([], [])))
    #expect(isClose(waves.standardError, WelchTest(b, a)?.standardError))
  }

  @Test func `a change that is the same for all has no error, whatever is rounded`() throws {
    for step in 1...60 {
      let first = [3, 4, 4, 5, 7, 8, 11, 12].map { Double($0 * step) / 7 }
      let second = first.map { $0 + Double(step) / 3 }
      let waves = try #require(
        OverlappingWaves(
          Wave(Frequencies(first)), Wave(Frequencies(second)), linked: Pairs(first, second)))
      #expect(waves.standardError == 0)
    }
  }

  @Test func `a census of both waves has no error, with all linked`() throws {
    let linked = Pairs([1, 2, 4, 5], [2, 2, 5, 3])
    let waves = try #require(
      OverlappingWaves(
        Wave(Frequencies(linked.first)), Wave(Frequencies(linked.second)), linked: linked,
        population: 4))
    #expect(waves.standardError < 1e-8 && isClose(waves.change, 0))
  }

  /// All samples of four from a roll of five, drawn apart at each wave.
  @Test func `over all samples the squared finite error is right on average`() throws {
    let (x, y) = ([1.0, 2, 4, 4, 7], [2.0, 2, 5, 9, 8])
    let samples = (0..<5).map { absent in (0..<5).filter { $0 != absent } }
    var (sum, changes) = (0.0, [Double]())
    var draws = 0.0
    for one in samples {
      for two in samples {
        let both = Set(one).intersection(two).sorted()
        let linked = Pairs(both.map { x[$0] }, both.map { y[$0] })
        let first = Frequencies(one.map { x[$0] })
        let second = Frequencies(two.map { y[$0] })
        changes.append((second.mean ?? 0) - (first.mean ?? 0))
        let parts = [first.variance ?? 0, second.variance ?? 0].map { $0 / 4 * (1 - 4.0 / 5) }
        let shared = 2 * (Double(both.count) / 16 - 0.2) * (linked.covariance ?? 0)
        draws += 1
        let waves = OverlappingWaves(Wave(first), Wave(second), linked: linked, population: 5)
        let square = parts[0] + parts[1] - shared
        sum += square
        #expect(
          isClose(waves.map { $0.standardError * $0.standardError }, square < 0 ? nil : square))
      }
    }
    let spread = try #require(Frequencies(changes).variance)
    #expect(isClose(sum / draws, spread * (draws - 1) / draws, within: 1e-9))
  }

  @Test func `what cannot be known is undefined`() {
    let wave = Wave(Frequencies([1.0, 2, 4]))
    let one = Wave(Frequencies([3.0]))
    let none = Pairs([], [])
    #expect(OverlappingWaves(one, wave, linked: none) == nil)
    #expect(OverlappingWaves(wave, wave, linked: Pairs([1], [2])) == nil)
    #expect(OverlappingWaves(wave, wave, linked: none, population: 9) == nil)
    #expect(OverlappingWaves(wave, wave, linked: none, population: 2) == nil)
    #expect(
      OverlappingWaves(wave, wave, linked: Pairs([1, 2, 3, 4], [1, 2, 3, 5])) == nil)
  }
}
