import Foundation
import Statistics

/// The outcome of the simulation as the lines that stand in the method page.
struct BandTable {
  static let page = "docs/methods/isolation.md"

  /// Rows with fewer zeros are left out: their interval would be wider than a band.
  static let fewest = 100

  let lines: [String]

  init(_ simulation: BandSimulation) {
    var lines = Self.summary(simulation)
    for world in World.allCases {
      let outcomes = simulation.outcomes.filter { $0.world == world }
      lines += ["", "### \(world.title)", ""]
      lines += outcomes.map { outcome in
        "Each \(outcome.grouping.words) with nobody absent"
          + ": \(Self.percent(outcome.unchosen)) % named by nobody, "
          + "\(Self.percent(outcome.returned)) % of names returned."
      }
      lines += ["", "| absent | band | zeros | true zeros (95 %) | formula | reading |"]
      lines += ["| --- | --- | --: | --- | --- | --- |"]
      for outcome in outcomes {
        for (rate, tally) in zip(BandSimulation.rates, outcome.tallies) {
          lines += Self.rows("\(outcome.grouping.words), \(Self.percent(rate)) %", tally)
        }
      }
    }
    self.lines = lines
  }

  /// Of a hundred zeros of each band in classes with 10 to 40 % absent, how many are true.
  private static func summary(_ simulation: BandSimulation) -> [String] {
    let pooled = World.allCases.map { world in
      var sum = BandTally()
      for outcome in simulation.outcomes
      where outcome.world == world && outcome.grouping.words == "class" {
        for tally in outcome.tallies.dropFirst() { sum.add(tally) }
      }
      return sum
    }
    let header = ["band"] + World.allCases.map(\.word)
    let rows = BandTally.Band.allCases.map { band in
      [band.words] + pooled.map { $0[band].seen >= fewest ? percent($0[band].share) : "–" }
    }
    return ["| " + header.joined(separator: " | ") + " |", "| --- | --: | --: | --: | --: |"]
      + rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }

  private static func rows(_ place: String, _ tally: BandTally) -> [String] {
    BandTally.Band.allCases.compactMap { band in
      let zeros = tally[band]
      guard zeros.seen >= fewest, let interval = zeros.interval else { return nil }
      let cells = [
        place, band.words, "\(zeros.seen)",
        "\(decimal(zeros.share)) (\(decimal(interval.low)) to \(decimal(interval.high)))",
        decimal(zeros.chance), reading(interval, band),
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
  }

  /// Whether the share of true zeros lies where the band says.
  private static func reading(_ interval: Interval, _ band: BandTally.Band) -> String {
    guard let range = band.range else { return "–" }
    if interval.high < range.lowerBound { return "too sure" }
    if interval.low > range.upperBound { return "too careful" }
    return "right"
  }

  private static func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }

  /// Three decimals, as in the rest of the page: .857 or 1.000.
  private static func decimal(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    let digits = String(1000 + thousandths % 1000).dropFirst()
    return (thousandths >= 1000 ? "1." : ".") + digits
  }
}
