import Instruments
import Testing

@testable import Analysis

/// Dots on notes, by theme and by the colour of a role.
struct DotVotesTests {
  private let wall = SmallRecord(
    audience: "staff",
    items: [
      "id: note, type: text",
      "id: theme, type: single, choices: [{ code: news, label: { en: News } }, { code: plans }]",
      "id: teachers, type: number", "id: office, type: number", "id: site, type: number",
      "id: each, type: number",
    ],
    rule: [
      "unit: note", "minimum: { units: 3 }", "measures:",
      "  - { id: dots, kind: votes, of: [teachers, office, site], among: each, by: theme, "
        + "practices: parents.planning }",
    ])
  private let rows = [
    "note,theme,teachers,office,site,each", "1,plans,9,1,2,3", "2,news,6,3,,", "3,plans,0,2,8,",
    "4,,5,5,5,",
  ]

  private func votes(_ rows: [String], below minimum: Int? = nil) throws -> DotVotes {
    let found = try #require(try wall.evidence(rows).first)
    #expect(found.family == .voices && found.feeds == .nothing && found.index == nil)
    #expect(found.base.units == 3)
    let figure = minimum.map { found.heldBack(below: $0).figure } ?? found.figure
    guard case .votes(let votes) = figure else { throw Missing() }
    return votes
  }

  private struct Missing: Error {}

  @Test func `dots and notes are counted by theme, most dots first`() throws {
    let found = try votes(rows)
    #expect(found.themes.map(\.title) == ["plans", "News"])
    #expect(found.themes.map(\.notes) == [2, 1] && found.themes.map(\.dots) == [22, 9])
    #expect(found.themes.map(\.byColour) == [[9, 3, 10], [6, 3, 0]])
    // 15, 6 and 10 dots of three each are of five, two and four people or more.
    #expect(found.colours.map(\.people) == [5, 2, 4])
    #expect((found.notes, found.dots) == (3, 31))
  }

  @Test func `an audit tells colours of few people together, until they are as many`() throws {
    let held = try votes(rows, below: 5)
    #expect(held.colours.map(\.title) == ["teachers", "office + site"])
    #expect(held.themes.map(\.byColour) == [[9, 13], [6, 3]])
    #expect(held.themes.map(\.dots) == [22, 9])
    // With one colour left there is none to tell.
    #expect(try votes(rows, below: 7).colours.isEmpty)
    #expect(try votes(rows, below: 7).themes.map(\.byColour) == [[], []])
  }

  @Test func `an audit tells no colour where nobody said how many dots each had`() throws {
    var unknown = rows
    unknown[1] = "1,plans,9,1,2,"
    #expect(try votes(unknown).colours.map(\.people) == [nil, nil, nil])
    #expect(try votes(unknown, below: 5).colours.isEmpty)
  }
}
