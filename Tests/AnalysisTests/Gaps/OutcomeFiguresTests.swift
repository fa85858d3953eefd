import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// How people are stands in the gap table apart, with the figures of the survey's own report.
struct OutcomeFiguresTests {
  /// Two practices, and two scores of other items that say how people are.
  private static let mixed = SmallInstrument(
    id: "mixed", items: ["v1/vision.values", "s1/vision.safety", "a", "b", "-c"],
    scores: [
      "id: school, items: [v1, s1], method: mean",
      "id: mood, items: [a, b, c], method: sum, min_answered: 2, outcome: true",
      "id: rest, items: [b, c], method: mean, min_answered: 2, outcome: true, better: lower",
    ])
  private static let other = SmallInstrument(
    id: "others", items: ["v1/vision.values", "k1/networks.kindness"])

  private static func rows(_ count: Int) -> [String] {
    (0..<count).map { row in
      let blank = row % 7 == 3 ? "" : "\(1 + row % 4)"
      return "\(1 + row % 5),\(2 + row % 4),\(5 - row % 5),\(blank),\(1 + (row / 2) % 5)"
    }
  }

  private static func table(
    _ rows: [String], minimums: GroupMinimums? = nil, further: [GapSource] = [],
    earlier: [EarlierSurvey] = []
  ) throws -> GapTable {
    let outcome = try mixed.responses(rows)
    return GapAnalysis(
      [.survey(outcome.table, population: 40)] + further, framework: smallPack,
      minimums: minimums, earlier: earlier
    ).table()
  }

  private static func own(_ rows: [String], earlier: EarlierSurvey? = nil) throws -> SurveyFigures {
    let outcome = try mixed.responses(rows)
    return SurveyAnalysis(
      outcome.table, ledger: outcome.ledger, population: PopulationTable(total: 40),
      earlier: earlier
    ).figures()
  }

  @Test func `the figures are those of the survey's own report, and of outcomes alone`() throws {
    let rows = Self.rows(30)
    let outcome = try #require(try Self.table(rows).outcomes.first)
    let scores = try Self.own(rows).groups[0].scores
    #expect(outcome.scores.map(\.id) == ["mood", "rest"])
    #expect(outcome.n == 30 && outcome.population == 40)
    for score in outcome.scores {
      let same = try #require(scores.first { $0.id == score.id })
      #expect(score.scores == same.scores && score.interval == same.interval)
      #expect(score.interval?.method == "t with finite population")
      #expect(score.unscored == same.unscored && score.better == same.better)
    }
    #expect(outcome.scores[1].unscored == 4 && outcome.scores[1].n == 26)
  }

  @Test func `a survey without outcomes has no place in the panel`() throws {
    let answers = try Self.other.responses((0..<12).map { "\(1 + $0 % 5),3" })
    let table = GapAnalysis(
      [.survey(answers.table, population: nil)], framework: smallPack
    ).table()
    #expect(table.outcomes.isEmpty)
  }

  @Test func `what people say of how they are moves no figure of a component`() throws {
    let (low, high) = (Self.rows(30), Self.rows(30).map { String($0.prefix(3)) + ",5,5,1" })
    let tables = try [low, high].map { try Self.table($0) }
    #expect(tables[0].outcomes[0].scores[0].scores != tables[1].outcomes[0].scores[0].scores)
    for (before, after) in zip(tables[0].components, tables[1].components) {
      #expect(before.index == after.index && before.groups.map(\.n) == after.groups.map(\.n))
      #expect(before.state == after.state && before.strength.grade == after.strength.grade)
      #expect(before.practices.map(\.figure) == after.practices.map(\.figure))
    }
  }

  @Test(arguments: [(7, nil), (8, Optional(8))])
  func `a survey of fewer than the minimum is held back whole`(count: Int, n: Int?) throws {
    let limits = GroupMinimums(8)
    let table = try Self.table(Self.rows(count), minimums: limits)
    let shown = table.released(under: .audit(limits)).figures.outcomes
    #expect(shown.count == 1 && shown[0].n == n)
    #expect(shown[0].scores.isEmpty == (n == nil))
    #expect(shown[0].population == 40)
  }

  @Test func `a score that too few have is held back, and the others are shown`() throws {
    let limits = GroupMinimums(8)
    let rows = (0..<20).map { "3,3,\(1 + $0 % 5),\($0 < 6 ? "2" : ""),4" }
    let shown = try Self.table(rows, minimums: limits).released(under: .audit(limits)).figures
    let outcome = try #require(shown.outcomes.first)
    #expect(outcome.n == 20 && outcome.scores.map(\.id) == ["mood"])
    #expect(outcome.held.map(\.id) == ["rest"])
  }

  /// The groups of an item with `role: group` have a say in what is held back, as in `analyse`.
  @Test func `an audit shows of an outcome what it shows in the survey's own report`() throws {
    var split = Self.mixed
    split.further = [
      "{ id: year, type: single, role: group, choices: [ { code: y3, label: Year 3 }, "
        + "{ code: y4, label: Year 4 } ] }"
    ]
    let heading = "v1,s1,a,b,c,year"
    let limits = GroupMinimums(8)
    for few in 0...10 {
      // In year 4 all but a few leave out what 'rest' needs.
      let rows = (0..<30).map { row -> String in
        let isLate = row >= 20
        let answer = isLate && row - 20 >= few ? "" : "2"
        return "3,3,\(1 + row % 5),\(answer),4,\(isLate ? "y4" : "y3")"
      }
      let answers = try split.responses(rows, heading: heading)
      let outcome = try #require(
        GapAnalysis(
          [.survey(answers.table, population: nil)], framework: smallPack, minimums: limits
        ).table().released(under: .audit(limits)).figures.outcomes.first)
      let own = SurveyAnalysis(
        answers.table, ledger: answers.ledger,
        furtherGroupings: Grouping.ofGroupItems(in: answers.table)
      ).figures().released(under: .audit(limits)).figures.groups[0]
      #expect(outcome.n == own.n)
      let ids = own.scores.map(\.id).filter { $0 != "school" }
      #expect(outcome.scores.map(\.id) == ids, "\(few)")
      #expect(outcome.held.map(\.id) == own.held.filter { $0.kind == .score }.map(\.id))
    }
  }

  @Test func `what changed is what the survey's own report says`() throws {
    let then = try Self.mixed.responses(Self.rows(24).map { $0.replacing("5", with: "3") })
    let earlier = EarlierSurvey(title: "spring", table: then.table, ledger: then.ledger)
    let rows = Self.rows(30)
    let outcome = try #require(try Self.table(rows, earlier: [earlier]).outcomes.first)
    let changes = try Self.own(rows, earlier: earlier).change?.groups[0].scores ?? []
    #expect(outcome.earlierRound == "spring")
    #expect(outcome.changes.map(\.score) == ["mood", "rest"])
    for change in outcome.changes {
      let same = try #require(changes.first { $0.score == change.score })
      #expect(change.change == same.change && change.interval == same.interval)
      #expect(change.adjustedP == same.adjustedP && change.verdict == same.verdict)
    }
    // A round whose answers were of too few is not held against this one.
    let few = try Self.mixed.responses(Self.rows(5))
    let small = EarlierSurvey(title: "spring", table: few.table, ledger: few.ledger, minimum: 8)
    let limits = GroupMinimums(8)
    let shown = try Self.table(rows, minimums: limits, earlier: [small])
      .released(under: .audit(limits)).figures.outcomes[0]
    #expect(shown.scores.count == 2 && shown.changes.isEmpty)
  }

  @Test func `a sum that a table converts stands in its units alone`() throws {
    var converted = Self.mixed
    converted.scores = [
      "id: raw, items: [a, b], method: sum, outcome: true",
      "id: converted, from: raw, method: table, outcome: true, table: "
        + "{ 2: 0, 3: 1, 4: 2, 5: 3, 6: 4, 7: 5, 8: 6, 9: 7, 10: 8 }",
    ]
    #expect(try converted.read().outcomes.map(\.id) == ["converted"])
    converted.scores[1] = "id: converted, from: raw, method: table, outcome: true, awaits: table"
    #expect(try converted.read().outcomes.map(\.id) == ["raw", "converted"])
    let answers = try converted.responses(Self.rows(12))
    let outcome = try #require(
      GapAnalysis([.survey(answers.table, population: nil)], framework: smallPack).table()
        .outcomes.first)
    #expect(outcome.scores.map(\.id) == ["raw"])
  }

  @Test func `a survey of outcomes alone has a number among the evidence`() throws {
    let feelings = SmallInstrument(
      id: "feelings", items: ["a", "b"],
      scores: ["id: mood, items: [a, b], method: mean, outcome: true"])
    let answers = try feelings.responses((0..<12).map { "\(1 + $0 % 5),3" })
    let table = GapAnalysis(
      [.survey(answers.table, population: nil)], framework: smallPack
    ).table()
    #expect(table.numbered.map(\.id) == ["feelings"])
    #expect(table.components.allSatisfy { $0.state == .notLookedAt })
    #expect(table.outcomes.map(\.instrument.id) == ["feelings"])
  }
}
