import Instruments
import Testing

/// What changed between two editions, and which trends survive.
struct InstrumentDifferenceTests {
  private let old =
    head + often + twoItems + """
      scores:
        - { id: s, items: [a, b], method: mean }
        - { id: t, items: [a], method: sum }

      """

  private func difference(_ changes: (String, String)...) throws -> InstrumentDifference {
    var text = old
    for (from, to) in changes {
      #expect(text.contains(from))
      text = text.replacing(from, with: to)
    }
    return InstrumentDifference(
      from: try #require(read(old).0), to: try #require(read(text).0, "\(read(text).1)"))
  }

  private func trends(_ entries: [InstrumentDifference.Entry]) -> [String] {
    entries.map { "\($0.id) \($0.state.rawValue) \($0.isComparable)" }
  }

  @Test func `nothing changed and every trend goes on`() throws {
    let difference = try difference()
    #expect(difference.isEmpty)
    #expect(trends(difference.items) == ["a same true", "b same true"])
    #expect(trends(difference.scores) == ["s same true", "t same true"])
  }

  @Test func `another wording ends the trend of the item and of its scores`() throws {
    let difference = try difference(("text: Two", "text: Second"))
    #expect(trends(difference.items) == ["a same true", "b changed false"])
    #expect(trends(difference.scores) == ["s changed false", "t same true"])
    let change = try #require(difference.items[1].changes.first)
    #expect(change.what == "text (en)" && change.from == "Two" && change.to == "Second")
    #expect(difference.scores[0].changes.map(\.what) == ["items that changed"])
  }

  @Test(arguments: [
    ("code: 4", "code: 5", "codes"), ("label: Mostly", "label: Often", "labels"),
    ("text: One }", "text: One, reverse: true }", "reversed"),
    ("text: One }", "text: One, role: group }", "role"),
    ("scale: often\n", "stem: x\n    scale: often\n", "stem (en)"),
  ])
  func `other codes, labels, turns, roles and stems end a trend`(
    from: String, to: String, what: String
  ) throws {
    let difference = try difference((from, to))
    #expect(difference.items.first.map { $0.isComparable } == false)
    #expect(difference.items[0].changes.map(\.what) == [what])
    #expect(difference.scores.allSatisfy { !$0.isComparable })
  }

  @Test func `a practice or a section says nothing about the answers`() throws {
    let difference = try difference(
      ("text: One }", "text: One, practice: vision.safety }"), ("id: main", "id: other"))
    #expect(trends(difference.items) == ["a changed true", "b changed true"])
    #expect(difference.items[0].changes.map(\.what) == ["practice", "section"])
    #expect(difference.scores.allSatisfy { $0.isComparable })
  }

  @Test(arguments: [
    ("method: mean }", "method: sum }", "method"),
    ("method: mean }", "method: mean, min_answered: 2 }", "fewest answers"),
    ("method: mean }", "method: mean, range: [0, 100] }", "range"),
    ("method: mean }", "method: mean, rounding: half_up }", "rounding"),
    ("method: mean }", "method: mean, recode: { 1: 2 } }", "recode"),
    ("items: [a, b]", "items: [a, { item: b, reverse: true }]", "items"),
  ])
  func `another rule ends the trend of the score alone`(from: String, to: String, what: String)
    throws
  {
    let difference = try difference((from, to))
    #expect(difference.items.allSatisfy { $0.isComparable })
    #expect(difference.scores[0].changes.map(\.what).contains(what))
    #expect(!difference.scores[0].isComparable && difference.scores[1].isComparable)
  }

  @Test func `bands and titles leave the figures as they were`() throws {
    let bands = "bands: { scheme: ours, bands: [{ label: low, to: 2 }] }"
    let difference = try difference(("method: mean }", "method: mean, \(bands), better: lower }"))
    #expect(difference.scores[0].changes.map(\.what) == ["bands", "better"])
    #expect(difference.scores[0].isComparable)
  }

  @Test func `a total goes on only where all that it adds up goes on`() throws {
    let total = "  - { id: all, from: [s, t], method: sum }\n"
    let old = try #require(read(self.old + total).0)
    let other = self.old.replacing("items: [a], method: sum", with: "items: [b], method: sum")
    let new = try #require(read(other + total).0)
    let difference = InstrumentDifference(from: old, to: new)
    #expect(trends(difference.scores) == ["s same true", "t changed false", "all same false"])
  }

  @Test func `an item under a new id is told apart from a new one`() throws {
    let difference = try difference(
      ("id: b, text", "id: renamed, text"), ("items: [a, b]", "items: [a, renamed]"))
    #expect(
      trends(difference.items) == ["a same true", "renamed added false", "b removed false"])
    #expect(difference.items.map(\.twin) == [nil, "b", "renamed"])
    #expect(trends(difference.scores) == ["s changed false", "t same true"])
  }

  @Test func `what changed in the head is told`() throws {
    let difference = try difference(
      ("version: 1", "version: 2\nmissing: { prefer_not: PN }"),
      ("audience: pupils", "audience: staff"))
    #expect(difference.head.map(\.what) == ["version", "audience", "missing answers"])
    #expect(!difference.isEmpty && difference.items.allSatisfy { $0.isComparable })
  }
}
