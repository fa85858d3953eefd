import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// What figures must not depend on, and what they must.
struct SurveyAnalysisTests {
  private static let small = SmallInstrument(
    items: ["a", "b", "-c"],
    scores: ["id: s, items: [a, b, c], method: mean, min_answered: 2, range: [0, 100]"])
  private static let rows = [
    "1,2,5,N", "2,2,4,N", "3,1,4,N", "2,,5,N", "5,4,1,S", "4,4,2,S", "5,5,DK,S", "4,3,1,S", "5,,,",
  ]

  private func figures(
    _ rows: [String], by: String? = "site", pairs: [(String, String)]? = nil
  ) throws -> SurveyFigures {
    let outcome = try Self.small.responses(rows, heading: "a,b,c,site", extras: ["site"])
    let groupings = try by.map {
      [Grouping(by: $0, labels: try #require(outcome.table.extras[$0]))]
    }
    return SurveyAnalysis(
      outcome.table, ledger: outcome.ledger, groupings: groupings ?? [], pairs: pairs,
      wantsReliability: true
    ).figures()
  }

  /// The figures of every group and comparison, as one line each.
  private func digest(_ figures: SurveyFigures) -> [String] {
    figures.groups.map { group in
      let score = group.scores[0]
      let items = group.items.map { "\($0.n) \($0.missing) \($0.counts.map(\.count))" }
      return "\(group.value ?? "all") \(group.n ?? -1) \(score.scores) \(score.unscored) "
        + "\(String(describing: score.reliability.moments.alpha)) \(items)"
    } + figures.comparisons.map { "\($0.a) \($0.b) \(String(describing: $0.p))" }
  }

  @Test(arguments: [1, 2, 3])
  func `the order of rows changes no digit`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let shuffled = Self.rows.shuffled(using: &random)
    #expect(try digest(figures(shuffled)) == digest(figures(Self.rows)))
  }

  @Test func `blank rows are counted as such and change no figure`() throws {
    let plain = try figures(Self.rows)
    let padded = try figures(Self.rows + [",,,", " , ,,", ",,,"])
    #expect(digest(padded) == digest(plain))
    #expect(padded.ledger?.read == 12 && padded.ledger?.used == 9)
    #expect(padded.ledger?.excluded[.empty] == 3)
  }

  @Test func `groups change no figure of the whole`() throws {
    #expect(try digest(figures(Self.rows, by: nil))[0] == digest(figures(Self.rows))[0])
  }

  @Test func `a row without a group counts in the whole only`() throws {
    let figures = try figures(Self.rows)
    #expect(figures.ungrouped == 1)
    #expect(figures.groups.map(\.n) == [9, 4, 4])
    #expect(figures.groups[0].items[0].n == 9)
  }

  @Test func `too few answers leave a person without a score, never with zero`() throws {
    let whole = try figures(Self.rows).groups[0].scores[0]
    #expect(whole.scores.n == 8 && whole.unscored == 1)
  }

  @Test func `exchanging the labels of two groups turns every sign`() throws {
    let turned = Self.rows.map { row -> String in
      switch row.last {
      case "N": String(row.dropLast()) + "S"
      case "S": String(row.dropLast()) + "N"
      default: row
      }
    }
    let first = try #require(try figures(Self.rows).comparisons.first)
    let second = try #require(try figures(turned).comparisons.first)
    #expect(first.a == "N" && first.b == "S" && second.a == "N")
    #expect(isClose(first.difference, second.difference.map { -$0 }))
    #expect(isClose(first.welch?.t, second.welch.map { -$0.t }))
    #expect(isClose(first.cliffsDelta?.delta, second.cliffsDelta.map { -$0.delta }))
    #expect(isClose(first.hedgesG?.g, second.hedgesG.map { -$0.g }))
    #expect(first.p == second.p && first.verdict == second.verdict)
    #expect(first.mannWhitney.map { 16 - $0.u } == second.mannWhitney?.u)
  }

  @Test func `pairs that were asked for are compared in the order asked`() throws {
    let figures = try figures(Self.rows, pairs: [("S", "N"), ("S", "nowhere")])
    #expect(figures.comparisons.map(\.a) == ["S"])
    #expect(try #require(figures.comparisons[0].difference) > 0)
  }

  @Test(arguments: [(12, 66), (13, 0)])
  func `all pairs are compared up to twelve values`(sites: Int, pairs: Int) throws {
    let rows = (0..<sites).flatMap { ["1,2,3,g\($0)", "2,2,4,g\($0)"] }
    #expect(try figures(rows).comparisons.count == pairs)
  }

  @Test func `an item that goes against its score is pointed out`() throws {
    let rows = ["1,1,1,N", "2,2,2,N", "3,3,3,N", "4,4,4,S", "5,5,5,S"]
    let found = try #require(try figures(rows).quality).looksReversed
    #expect(found.map(\.item) == ["c"] && found.allSatisfy { $0.itemRest < 0 })
  }

  @Test(arguments: [
    (["5,5,1,N", "5,5,1,N", "3,3,3,N"], "high", 2.0 / 3),
    (["1,1,5,N", "3,2,3,N", "3,3,3,N"], "low", 1.0 / 3),
  ])
  func `a score with many at one end is pointed out`(
    rows: [String], end: String, share: Double
  ) throws {
    let found = try #require(try figures(rows).quality).piledUp
    #expect(found.map(\.end) == [end] && found[0].share == share)
  }

  @Test func `favourable answers are mirrored on a turned item`() throws {
    let items = try figures(["5,4,1,N", "4,1,2,N", "3,,5,N"]).groups[0].items
    #expect(items.map(\.favourable) == [2, 1, 2])
    #expect(items.map(\.favourableShare) == [2.0 / 3, 0.5, 2.0 / 3])
  }

  @Test func `nobody gives no figure, and no zero`() throws {
    let figures = try figures([",,DK,N"], by: nil)
    let score = figures.groups[0].scores[0]
    #expect(score.scores.isEmpty && score.unscored == 1)
    #expect(score.floor == nil && score.ceiling == nil && score.interval == nil)
    #expect(score.favourable == nil && score.reliability.moments.alpha == nil)
    #expect(
      figures.groups[0].items.allSatisfy { $0.favourableShare == nil && $0.meanInterval == nil })
  }
}
