import Foundation
import Testing

@testable import simulate

/// A short run of what `make gap-simulation` does, and that its page holds what it promises.
struct GapSimulationTests {
  private static let short = GapSimulation(draws: 20, seed: 7)

  @Test func `the page says what was aimed at and that it was kept`() throws {
    let table = try #require(try PublishedTable(page: GapAimTable.page))
    let rows = table.lines.filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
    }
    let quiet = rows.filter { $0.count == 6 && $0[1] == "all" }
    #expect(quiet.count == 2)
    for row in quiet {
      #expect(try #require(Double(row[4])) < 5 && #require(Double(row[5])) < 1)
    }
    let inside = rows.filter { $0.count == 6 && (Int($0[2]) ?? 0) >= 8 && Int($0[1]) != nil }
    #expect(inside.count >= 10)
    for row in inside { #expect(try #require(Double(row[5])) < 5) }
  }

  @Test func `the same seed draws the same schools, in whatever threads`() {
    let again = GapSimulation(draws: 20, seed: 7)
    #expect(GapAimTable(again).lines == GapAimTable(Self.short).lines)
    #expect(GapAimTable(GapSimulation(draws: 20, seed: 8)).lines != GapAimTable(again).lines)
  }

  @Test func `every school that is drawn has a table and its gaps`() {
    for quiet in Self.short.quiet {
      #expect(quiet.tally.missing == 0 && quiet.tally.gaps == 35)
      #expect(quiet.tally.cells.values.reduce(0) { $0 + $1.all } == 20 * 7)
    }
    #expect(Self.short.found.allSatisfy { $0.draws == 20 && $0.apart > 0 })
  }

  @Test func `the mean of what is drawn is the truth`() {
    var lot = Lot(seed: 3)
    for truth in [0.42, 0.62, 0.78] {
      let inclination = Inclination(truth: truth, hasClasses: true)
      var sum = Spread()
      for _ in 0..<20_000 {
        let chance = inclination.chance(
          own: lot.happens(0.5), group: 2 * lot.share() - 1, &lot)
        #expect((0...1).contains(chance))
        sum.add(Double(Inclination.answer(chance, &lot)) / 4)
      }
      #expect(abs(sum.mean - truth) < 4.5 * sum.error)
    }
  }

  @Test func `power is that of tables: 64 on each side see half a standard deviation`() {
    // Cohen (1988), table 2.3.5: d = 0.5, two-sided 5 %, n = 64 in each group has power 0.80.
    let group = (variance: (true: 400.0 / 64, seen: 400.0 / 64), n: 64)
    let power = GapPower(gap: 10, groups: [group, group], gaps: 1)
    #expect(abs(power.apart - 0.80) < 0.005)
    // Ten points are asked for besides, which half of the true gaps of ten do not reach.
    #expect(abs(power.flagged - 0.5) < 0.001)
  }
}
