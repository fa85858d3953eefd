import Responses
import Statistics
import Testing

@testable import Analysis

/// How many could have answered, as a whole, by group and by cell.
struct PopulationTests {
  private static let small = SmallInstrument(
    items: ["a"], scores: ["id: s, items: [a], method: mean, range: [0, 100]"])

  private func figures(_ rows: [String], _ size: PopulationTable?, by: [String] = ["site"]) throws
    -> SurveyFigures
  {
    let head = "a,site,wing"
    let outcome = try Self.small.responses(rows, heading: head, extras: ["site", "wing"])
    let groupings = try by.map { Grouping(by: $0, labels: try #require(outcome.table.extras[$0])) }
    return SurveyAnalysis(
      outcome.table, ledger: outcome.ledger, groupings: groupings, population: size
    ).figures()
  }

  private static let rows = ["1,N,x", "2,N,x", "5,S,x", "5,S,y", "4,S,y", "3,,"]

  @Test func `the whole is the sum of the cells, a group its own cells`() throws {
    let size = try population(["Site,wing,count", "N,x,4", "N,y,2", "S,x,3", "S,y,5"])
    let figures = try figures(Self.rows, size, by: ["site", "wing"])
    #expect(figures.groups.map(\.population) == [14, 6, 8, 7, 7])
    #expect(figures.groups[0].responseRate == 6.0 / 14)
  }

  @Test func `a number serves the whole and no group`() throws {
    let figures = try figures(Self.rows, PopulationTable(total: 20))
    #expect(figures.groups.map(\.population) == [20, nil, nil])
    #expect(figures.groups[1].responseRate == nil)
    #expect(figures.groups[0].scores[0].postStratified == nil)
  }

  @Test func `strata weigh by their size`() throws {
    // Site N: 0 and 25, of 4; site S: 100, 100, 75, of 12. W = 1/4 and 3/4.
    let size = try population(["site,count", "N,4", "S,12"])
    let mean = try #require(try figures(Self.rows, size).groups[0].scores[0].postStratified)
    #expect(isClose(mean.mean, 0.25 * 12.5 + 0.75 * 275 / 3))
    let variance = 1.0 / 16 * (1 - 0.5) * 312.5 / 2 + 9.0 / 16 * (1 - 0.25) * (625.0 / 3) / 3
    #expect(isClose(mean.standardError, variance.squareRoot()))
    #expect(mean.df == 3)
  }

  @Test func `a stratum in which nobody answered leaves no weighted mean`() throws {
    let size = try population(["site,count", "N,4", "S,12", "W,2"])
    #expect(try figures(Self.rows, size).groups[0].scores[0].postStratified == nil)
  }

  @Test func `lines of one label in another spelling are one stratum`() throws {
    let split = try population(["site,count", "N,1", "n ,3", "S,12"])
    let whole = try population(["site,count", "N,4", "S,12"])
    let both = try [split, whole].map { try figures(Self.rows, $0).groups }
    #expect(both[0].map(\.population) == both[1].map(\.population))
    #expect(both[0][0].scores[0].postStratified == both[1][0].scores[0].postStratified)
  }

  @Test func `bounds hold whatever the silent would say, and the tipping point is theirs`() throws {
    let figures = try figures(Self.rows, PopulationTable(total: 10))
    let score = figures.groups[0].scores[0]
    // 0, 25, 100, 100, 75, 50 of ten people.
    #expect(score.bounds?.low == 35 && score.bounds?.high == 75)
    #expect(score.tippingPoint == (500.0 - 350) / 4)
    #expect(score.middle == 50)
  }

  @Test func `without a population nothing is said of the silent`() throws {
    let score = try figures(Self.rows, nil).groups[0].scores[0]
    #expect(score.bounds == nil && score.tippingPoint == nil)
    #expect(score.interval?.method == "t")
  }
}
