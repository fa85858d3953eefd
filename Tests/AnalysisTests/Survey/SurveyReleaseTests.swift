import Responses
import Statistics
import Testing

@testable import Analysis

/// What an audit shows of a survey.
struct SurveyReleaseTests {
  private static let role =
    "{ id: role, type: single, role: group, text: Role, choices: [ { code: t, label: Teacher }, "
    + "{ code: h, label: Head }, { code: o, label: Office } ] }"
  private static let small = SmallInstrument(
    items: ["a", "b"], scores: ["id: s, items: [a, b], method: mean, min_answered: 2"],
    further: [role])

  /// As many rows as asked for of teachers, heads, office staff, and of those who do not say.
  private func rows(_ teachers: Int, _ heads: Int, _ office: Int, _ others: Int = 0) -> [String] {
    zip(["t", "h", "o", ""], [teachers, heads, office, others]).flatMap { code, count in
      (0..<count).map { "\(1 + $0 % 5),\(1 + $0 % 4),\(code)" }
    }
  }

  private func figures(
    _ rows: [String], by: Bool = true, population: PopulationTable? = nil
  ) throws -> SurveyFigures {
    let outcome = try Self.small.responses(rows, heading: "a,b,role")
    let grouping = Grouping(by: "role", codes: try #require(outcome.table.codes("role")))
    return SurveyAnalysis(
      outcome.table, ledger: outcome.ledger, groupings: by ? [grouping] : [],
      population: population
    ).figures()
  }

  private func released(_ rows: [String], minimum: Int = 5) throws -> SurveyFigures {
    try figures(rows).released(under: .audit(minimum: minimum)).figures
  }

  @Test func `a small group keeps its place, and nothing else`() throws {
    let sizes = try population(["role,count", "t,20", "h,2", "o,8"])
    let figures = try figures(rows(12, 2, 6), population: sizes)
      .released(under: .audit(minimum: 5)).figures
    let groups = figures.groups
    #expect(groups.map(\.value) == [nil, "h", "o", "t"])
    #expect(groups.map(\.n) == [20, nil, nil, 12])
    #expect(groups.map(\.population) == [30, nil, nil, 20])
    #expect(groups.map(\.isSizeHeld) == [false, true, true, false])
    #expect(groups[1].responseRate == nil && groups[3].responseRate == 0.6)
    #expect(groups[1].scores.isEmpty && groups[1].items.isEmpty)
    #expect(groups[0].scores.count == 1 && groups[3].scores.count == 1)
  }

  @Test func `the size of a group of which too few answered stays where many belong to it`() throws
  {
    let sizes = try population(["role,count", "t,20", "h,7", "o,8"])
    let groups = try figures(rows(12, 2, 6), population: sizes)
      .released(under: .audit(minimum: 5)).figures.groups
    #expect(groups.map(\.n) == [20, nil, nil, 12])
    #expect(groups.map(\.population) == [35, 7, 8, 20])
  }

  @Test func `weighted means go where a stratum is held back, and stay where none is`() throws {
    let sizes = try population(["role,count", "t,20", "h,20", "o,20"])
    for (heads, isShown) in [(2, false), (6, true)] {
      let figures = try figures(rows(12, heads, 8), population: sizes)
      #expect(figures.groups[0].scores[0].weighted != nil)
      let shown = figures.released(under: .audit(minimum: 5)).figures.groups[0].scores[0]
      #expect((shown.weighted != nil) == isShown)
      #expect(shown.bounds != nil)
    }
  }

  @Test func `the item that splits says no sizes of groups`() throws {
    let hidden = try released(rows(12, 2, 6)).groups
    #expect(hidden[0].items.map(\.id) == ["a", "b"] && hidden[3].items.map(\.id) == ["a", "b"])
    #expect(hidden[0].held.map(\.id) == ["role"])
    let shown = try released(rows(12, 7, 6)).groups
    #expect(shown[0].items.map(\.id) == ["a", "b", "role"] && shown[0].held.isEmpty)
    #expect(shown[1].items.map(\.id) == ["a", "b"])
    let unsplit = try figures(rows(12, 2, 6), by: false).released(under: .audit(minimum: 5))
    #expect(unsplit.figures.groups[0].items.map(\.id) == ["a", "b"])
  }

  @Test(arguments: [(0, Optional(0)), (3, nil), (7, 7)])
  func `few who do not say are a group that is held back`(others: Int, ungrouped: Int?) throws {
    let figures = try released(rows(12, 9, 6, others))
    #expect(figures.ungrouped == ungrouped)
    #expect(figures.groups.map(\.n) == [27 + others, 9, ungrouped == nil ? nil : 6, 12])
  }

  @Test func `an item that few answered is held back with another of the same item`() throws {
    var rows = rows(12, 8, 7)
    for row in 12..<18 { rows[row] = "3,,h" }
    let groups = try released(rows).groups
    #expect(groups.map(\.n) == [27, 8, 7, 12])
    let held = groups.map { $0.held.filter { $0.id == "b" }.count }
    #expect(held == [0, 1, 1, 0])
    #expect(groups[1].items.map(\.id) == ["a"] && groups[1].scores.isEmpty)
    #expect(groups[0].items.map(\.id) == ["a", "b", "role"])
  }

  @Test func `comparisons with a hidden group go, and where none is hidden all stay as they are`()
    throws
  {
    let all = try figures(rows(12, 2, 6) + rows(0, 0, 8))
    #expect(all.comparisons.count == 3)
    let shown = all.released(under: .audit(minimum: 5)).figures.comparisons
    #expect(shown.isEmpty)
    let more = try figures(rows(12, 9, 6))
    let kept = more.released(under: .audit(minimum: 5)).figures.comparisons
    #expect(kept.count == 3 && kept.map(\.adjustedP) == more.comparisons.map(\.adjustedP))
  }

  /// Three groups that differ, and two of three people each who all give one answer.
  private func apart(hidden answer: Int?) throws -> SurveyFigures {
    let codes = ["t", "h", "o", "x", "y"].map { "{ code: \($0) }" }.joined(separator: ", ")
    let small = SmallInstrument(
      items: ["a", "b"], scores: ["id: s, items: [a, b], method: mean, min_answered: 2"],
      further: ["{ id: role, type: single, role: group, choices: [ \(codes) ] }"])
    let hidden = answer.map { answer in
      ["x", "y"].flatMap { Array(repeating: "\(answer),\(answer),\($0)", count: 3) }
    }
    let rows =
      (0..<12).map { "\(4 + $0 % 2),\(3 + $0 % 3),t" }
      + (0..<9).map { "\(3 + $0 % 2),\(3 + $0 % 3),h" }
      + (0..<7).map { "\(2 + $0 % 3),\(2 + $0 % 2),o" } + (hidden ?? [])
    let outcome = try small.responses(rows, heading: "a,b,role")
    let grouping = Grouping(by: "role", codes: try #require(outcome.table.codes("role")))
    return SurveyAnalysis(outcome.table, ledger: outcome.ledger, groupings: [grouping]).figures()
  }

  @Test(arguments: [1, 5])
  func `the adjusted p values of an audit are those without the groups that it hides`(answer: Int)
    throws
  {
    let whole = try apart(hidden: answer)
    #expect(whole.comparisons.count == 10)
    let shown = whole.released(under: .audit(minimum: 5)).figures
    #expect(shown.groups.filter { $0.n == nil }.compactMap(\.value) == ["x", "y"])
    let alone = try apart(hidden: nil).comparisons
    #expect(shown.comparisons.map(\.adjustedP) == alone.map(\.adjustedP))
    // With the hidden ones they are others: what is compared here could have differed.
    let among = whole.comparisons.filter {
      !["x", "y"].contains($0.a) && !["x", "y"].contains($0.b)
    }
    #expect(among.map(\.adjustedP) != alone.map(\.adjustedP))
    #expect(whole.released(under: .holder).figures.comparisons.count == 10)
  }

  @Test func `a whole of too few shows nothing at all`() throws {
    let figures = try released(rows(2, 1, 1))
    #expect(figures.groups.allSatisfy { $0.n == nil && $0.scores.isEmpty && $0.items.isEmpty })
    #expect(figures.ledger == nil && figures.quality == nil && figures.ungrouped == nil)
    #expect(figures.comparisons.isEmpty)
  }

  @Test func `nobody is no secret`() throws {
    let figures = try released([])
    #expect(figures.groups.map(\.n) == [0] && figures.ledger?.read == 0)
  }

  @Test func `one group is the whole, and hidden only with it`() throws {
    #expect(try released(rows(12, 0, 0)).groups.map(\.n) == [12, 12])
    #expect(try released(rows(3, 0, 0)).groups.map(\.n) == [nil, nil])
  }

  @Test func `whoever holds the file sees all of it`() throws {
    let release = try figures(rows(2, 1, 1)).released(under: .holder)
    #expect(release.figures.groups.map(\.n) == [4, 1, 1, 2])
    #expect(release.policy.word == "none" && release.policy.minimums == nil)
    #expect(ReleasePolicy.audit(minimum: 10).word == "audit")
  }
}
