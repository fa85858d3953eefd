import Sociometry
import Statistics
import Testing

@testable import simulate

/// A short run of what `make simulate` does at length.
struct FormulaSimulationTests {
  static let checks = FormulaChecks(seed: 1, part: 40, largest: 90)

  @Test func `draws by lot agree with every formula`() {
    for line in Self.checks.lines {
      #expect(line.agreement.holds, "\(line.words): \(line.agreement.worstPlace)")
      #expect(line.agreement.checks > 0, "\(line.words)")
    }
    #expect(Self.checks.checks > 200)
  }

  @Test func `a formula that is wrong is noticed`() {
    let strong = Self.checks.controls.filter { !$0.words.hasPrefix("Coleman") }
    #expect(strong.count == 8)
    for line in strong { #expect(!line.agreement.holds, "\(line.words)") }
  }

  /// Where the model holds, the bands say what is so: the first world, in short.
  @Test func `planted zeros are as often true as their band says`() {
    let simulation = BandSimulation(seed: 1, part: 25)
    let classes = simulation.outcomes[0]
    #expect(classes.world == .byLot)
    for (rate, tally) in zip(BandSimulation.rates, classes.tallies) where rate > 0 {
      for band in BandTally.Band.allCases {
        let zeros = tally[band]
        guard zeros.seen >= 100, let range = band.range else { continue }
        #expect(zeros.interval.map { $0.high >= range.lowerBound } == true, "\(rate) \(band)")
        #expect(zeros.interval.map { $0.low <= range.upperBound } == true, "\(rate) \(band)")
        #expect(abs(zeros.share - zeros.chance) < 0.1, "\(rate) \(band)")
      }
    }
    #expect(classes.tallies[0][.strong].share == 1)
  }
}
