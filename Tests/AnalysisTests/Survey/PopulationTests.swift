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
    #expect(figures.groups[0].scores[0].weighted == nil)
  }

  /// Site N: 0, 25, 25, 50 and 0; site S: 100, 100, 75, 75, 50 and 100.
  private static let eleven =
    [1, 2, 2, 3, 1].map { "\($0),N,x" } + [5, 5, 4, 4, 3, 5].map { "\($0),S,x" }

  @Test func `cells weigh by their size`() throws {
    let size = try population(["site,count", "N,8", "S,12"])
    let weighted = try #require(try figures(Self.eleven, size).groups[0].scores[0].weighted)
    #expect(isClose(weighted.mean.mean, 0.4 * 20 + 0.6 * 500 / 6))
    // The variances are 1750/4 and 6250/15, of five of 8 and six of 12.
    let north = 0.4 * 0.4 * (1 - 5.0 / 8) * 437.5 / 5
    let south = 0.6 * 0.6 * (1 - 6.0 / 12) * (6_250.0 / 15) / 6
    let variance: Double = north + south
    #expect(isClose(weighted.mean.standardError, variance.squareRoot()))
    #expect(weighted.mean.df == 9 && weighted.cells == 2 && weighted.merged.isEmpty)
    // The weights are 8/5 and 2: n Σw² / (Σw)² = 11 (5 × 2.56 + 6 × 4) / 20².
    #expect(isClose(weighted.kish?.designEffect, 11 * 36.8 / 400))
    // Rates of 0.625 and 0.5 about 0.55.
    let squares: Double = 8 * 0.075 * 0.075 + 12 * 0.05 * 0.05
    #expect(isClose(weighted.representativeness, 1 - 2 * (squares / 19).squareRoot()))
  }

  @Test func `a cell in which few answered joins its neighbour, and the figures say so`() throws {
    let size = try population(["site,count", "N,8", "S,12", "W,2"])
    let weighted = try #require(try figures(Self.eleven, size).groups[0].scores[0].weighted)
    #expect(weighted.merged == [["S", "W"]] && weighted.cells == 2)
    #expect(isClose(weighted.mean.mean, (8 * 20 + 14 * 500.0 / 6) / 22))
  }

  @Test func `a cell in which nobody answered is called by its choice`() throws {
    let instrument = SmallInstrument(
      items: ["a"], scores: ["id: s, items: [a], method: mean"],
      further: [
        "{ id: wing, type: single, role: group, text: Wing, choices: "
          + "[{ code: n, label: North }, { code: s, label: South }] }"
      ])
    let outcome = try instrument.responses(
      ["1,n", "2,n", "2,n", "4,North", "5,n", "3,n"], heading: "a,wing")
    let wing = Grouping(by: "wing", codes: try #require(outcome.table.codes("wing")))
    let figures = SurveyAnalysis(
      outcome.table, ledger: outcome.ledger, groupings: [wing],
      population: try population(["wing,count", "n,8", "s,2"])
    ).figures()
    #expect(figures.groups[0].scores[0].weighted?.merged == [["North", "South"]])
  }

  @Test func `fewer than five answers make no weighted mean`() throws {
    let size = try population(["site,count", "N,4", "S,12"])
    #expect(try figures(["1,N,x", "2,N,x", "5,S,x"], size).groups[0].scores[0].weighted == nil)
  }

  @Test func `lines of one label in another spelling are one stratum`() throws {
    let split = try population(["site,count", "N,1", "n ,3", "S,12"])
    let whole = try population(["site,count", "N,4", "S,12"])
    let both = try [split, whole].map { try figures(Self.rows, $0).groups }
    #expect(both[0].map(\.population) == both[1].map(\.population))
    #expect(both[0][0].scores[0].weighted?.mean == both[1][0].scores[0].weighted?.mean)
  }

  @Test func `a choice by its code and by its words is one cell`() throws {
    let role =
      "{ id: role, type: single, role: group, text: Role, choices: [ { code: t, label: Teacher }, "
      + "{ code: o, label: Office } ] }"
    let instrument = SmallInstrument(
      items: ["a"], scores: ["id: s, items: [a], method: mean, range: [0, 100]"], further: [role])
    let rows = ["1,t", "2,t", "3,t", "4,t", "5,t", "2,o", "3,o", "4,o", "4,o", "5,o"]
    let responses = try instrument.responses(rows, heading: "a,role")
    let grouping = Grouping(by: "role", codes: try #require(responses.table.codes("role")))
    let means = try [["t,4", "Teacher,4", "o,12"], ["Teacher,8", "Office,12"]].map { lines in
      SurveyAnalysis(
        responses.table, ledger: responses.ledger, groupings: [grouping],
        population: try population(["role,count"] + lines)
      ).figures().groups[0].scores[0].weighted
    }
    #expect(means[0] != nil && means[0] == means[1])
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
