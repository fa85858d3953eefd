import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// Rounds put together to be compared by round.
struct PooledRoundsTests {
  private static let autumn = SmallInstrument(
    items: ["a", "b"],
    scores: [
      "id: s, items: [a, b], method: mean, min_answered: 1",
      "id: t, items: [a], method: mean, min_answered: 1",
    ])

  private func pooled(_ first: SmallInstrument, _ second: SmallInstrument, _ rows: [String]...)
    throws -> (table: ResponseTable, rounds: LabelColumn, differing: [String])
  {
    ResponseTable.pooled([
      ("autumn", try first.responses(rows[0]).table),
      ("spring", try second.responses(rows[1]).table),
    ])
  }

  @Test func `rounds of one instrument keep every item, and split by round`() throws {
    let (table, rounds, differing) = try pooled(
      Self.autumn, Self.autumn, ["1,2", "3,4", "PN,5"], ["5,5", ",DK"])
    #expect(differing.isEmpty && table.rowCount == 5)
    #expect(rounds.labels == ["autumn", "spring"] && rounds.cells == [0, 0, 0, 1, 1])
    #expect(table.instrument.hash == (try Self.autumn.read()).hash)
    let grouping = Grouping(by: "round", labels: rounds)
    let ledger = try Self.autumn.responses(["1,1"]).ledger
    let groups = SurveyAnalysis(table, ledger: ledger, groupings: [grouping]).figures().groups
    #expect(groups.map(\.n) == [5, 3, 2])
    #expect(groups[1].items.map(\.answers?.mean) == [2, 11.0 / 3])
    #expect(groups[2].items[1].missing.map(\.reason) == ["dont_know"])
  }

  @Test func `a reworded item and the scores with it are left out and named`() throws {
    var spring = Self.autumn
    spring.wordings = ["b": "Other words of b"]
    let (table, _, differing) = try pooled(Self.autumn, spring, ["1,2"], ["3,4"])
    #expect(differing == ["b", "s"])
    #expect(table.items["b"] == nil && table.codes("a")?.cells == [0, 2])
    #expect(table.instrument.scores.map(\.id) == ["t"])
  }

  @Test func `an item on another scale is left out`() throws {
    var spring = Self.autumn
    spring.codes = 1...4
    spring.favourable = "[3, 4]"
    let (table, _, differing) = try pooled(Self.autumn, spring, ["1,2"], ["3,4"])
    #expect(differing == ["a", "b", "s", "t"])
    #expect(table.items.isEmpty && table.instrument.scores.isEmpty && table.rowCount == 2)
  }

  @Test func `an item turned round, a new one and one that is gone are left out`() throws {
    var (first, second) = (Self.autumn, Self.autumn)
    first.items = ["a", "b", "gone"]
    second.items = ["a", "-b", "new"]
    let (table, _, differing) = try pooled(first, second, ["1,2,3"], ["3,4,5"])
    #expect(differing == ["b", "new", "gone", "s"])
    #expect(table.items.keys.sorted() == ["a"])
  }

  @Test func `a single round is itself`() throws {
    let own = try Self.autumn.responses(["1,2", "3,"]).table
    let (table, rounds, differing) = ResponseTable.pooled([("autumn", own)])
    #expect(table.items == own.items && rounds.cells == [0, 0] && differing.isEmpty)
  }

  /// What an audit shows of two rounds together, split by round.
  private func released(_ first: SmallInstrument, _ second: SmallInstrument, _ rows: [String]...)
    throws -> SurveyFigures
  {
    let parts = try zip([first, second, second], rows).map { try $0.responses($1) }
    let words = Array(["autumn", "spring", "summer"].prefix(parts.count))
    let (table, rounds, _) = ResponseTable.pooled(zip(words, parts).map { ($0, $1.table) })
    let policy = ReleasePolicy.audit(minimum: 5)
    return SurveyAnalysis(
      table, ledger: parts[1].ledger, groupings: [Grouping(by: "round", labels: rounds)]
    ).figures().released(
      under: policy, splitBy: "round",
      rounds: zip(words, parts).map { word, part in
        RoundRelease(
          word: word,
          release: SurveyAnalysis(
            part.table, ledger: part.ledger, scores: table.instrument.scores
          ).figures().released(under: policy))
      }
    ).figures
  }

  @Test func `an item that few answered in one round is hidden there and in all together`() throws {
    let rows = (0..<12).map { "\(1 + $0 % 5),\($0 < 3 ? "2" : "")" }
    let groups = try released(
      Self.autumn, Self.autumn, rows, (0..<20).map { "\(1 + $0 % 5),3" }
    ).groups
    #expect(groups.map(\.n) == [32, 12, 20])
    #expect(groups.map { $0.items.map(\.id) } == [["a"], ["a"], ["a", "b"]])
    #expect(groups.map { $0.scores.map(\.id) } == [["s", "t"], ["s", "t"], ["s", "t"]])
  }

  @Test func `a round of too few hides all together, and no other round`() throws {
    let figures = try released(
      Self.autumn, Self.autumn, ["1,2", "3,4"], (0..<20).map { _ in "4,3" })
    #expect(figures.groups.map(\.n) == [nil, nil, 20])
    #expect(figures.ledger == nil && figures.quality == nil && figures.comparisons.isEmpty)
  }

  @Test func `rounds are compared with p values adjusted among those that are shown`() throws {
    let first = (0..<20).map { "\(1 + $0 % 3),3" }, second = (0..<20).map { "\(2 + $0 % 3),3" }
    let shown = try released(Self.autumn, Self.autumn, ["5,5", "5,5"], first, second).comparisons
    let alone = try released(Self.autumn, Self.autumn, first, second).comparisons
    #expect(!shown.isEmpty && shown.map(\.adjustedP) == alone.map(\.adjustedP))
  }

  @Test func `a score that a later round brought is shown of both`() throws {
    var earlier = Self.autumn
    earlier.scores.removeLast()
    let groups = try released(
      earlier, Self.autumn, (0..<9).map { _ in "1,2" }, (0..<20).map { _ in "4,3" }
    ).groups
    #expect(groups.map { $0.scores.map(\.id) } == [["s", "t"], ["s", "t"], ["s", "t"]])
  }

  @Test func `a round of nobody hides nothing`() throws {
    let figures = try released(Self.autumn, Self.autumn, [], (0..<20).map { _ in "4,3" })
    #expect(figures.groups.map(\.n) == [20, 20])
  }
}
