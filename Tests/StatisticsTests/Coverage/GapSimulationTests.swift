import Foundation
import Testing

@testable import simulate

/// A short run of what `make gap-simulation` does, and that its page holds what it promises.
struct GapSimulationTests {
  private static let short = GapSimulation(draws: 20, seed: 7, small: 10)

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
    let again = GapSimulation(draws: 20, seed: 7, small: 10)
    #expect(GapAimTable(again).lines == GapAimTable(Self.short).lines)
    #expect(
      GapAimTable(GapSimulation(draws: 20, seed: 8, small: 10)).lines != GapAimTable(again).lines)
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

  @Test func `normal answers of few leaders hold, and Welch alone says more than the table`() {
    for small in Self.short.small {
      #expect(small.all > 0 && small.sure <= small.sureByWelch && small.apart <= small.apartByWelch)
      guard small.isNormal else { continue }
      // 1 in 1000 draws of a chance of 5 in 100 lie farther.
      let most = 0.05 + 3.29 * (0.05 * 0.95 / Double(small.all)).squareRoot()
      #expect(Double(small.apart) / Double(small.all) <= most, "\(small.words), \(small.answers)")
    }
  }

  @Test func `every component of a school with records has all that was seen`() throws {
    let records = Self.short.records.schools
    #expect(records.map(\.difference) == [0, 0, 20, 20, 30, 30, 40, 40])
    for school in records {
      #expect(school.tally.missing == 0)
      #expect(school.tally.all == 7 * (school.difference == 0 ? 20 : 10))
      guard school.difference == 0 else { continue }
      #expect(school.tally.cells.values.reduce(0) { $0 + $1.all } == 20 * 7)
      for part in RecordTally.Part.allCases {
        let reading = try #require(school.tally.readings[part])
        #expect(reading.missing == 0 && reading.error > 0, "\(part)")
        #expect(reading.held.mean > 0.8, "\(part)")
      }
    }
  }

  @Test func `errors of one record's measures add up, so that they say more than there is`() throws
  {
    let quiet = try #require(Self.short.records.schools.first).tally.readings
    let books = try #require(quiet[.books]), lessons = try #require(quiet[.lessons])
    // Three measures of which each pair shares a fifth: √(3 / (1 + 2 · 0.2)) = 1.46.
    #expect((1.2...1.75).contains(books.ratio))
    #expect((0.8...1.25).contains(lessons.ratio))
  }

  @Test func `said and seen disagree the more often the farther they are apart`() {
    let schools = Self.short.records.schools
    for size in 0...1 {
      let shares = schools.enumerated().filter { $0.offset % 2 == size }.map(\.element.tally.share)
      #expect(shares == shares.sorted() && shares[0] < 0.05 && shares[3] > shares[0])
    }
  }

  @Test func `the page says what is seen in schools with records and that the aims were kept`()
    throws
  {
    let table = try #require(try PublishedTable(page: GapAimTable.page))
    let rows = table.lines.filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
    }
    let apart = rows.filter { $0.count == 3 && Int($0[1]) != nil }
    #expect(apart.count == 8)
    for row in apart where row[1] == "0" { #expect(try #require(Double(row[2])) < 1) }
    let parts = [RecordTally.Part.component.words, RecordTally.Part.seen.words]
    let held = rows.filter { $0.count == 6 && parts.contains($0[1]) }
    #expect(held.count == 2 * parts.count)
    for row in held { #expect(row[3] != "short", "\(row[1])") }
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
