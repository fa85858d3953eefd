import Responses
import Statistics
import Testing

@testable import Analysis

/// The change of those who answered both rounds.
struct LinkedChangeTests {
  private static let instrument = SmallInstrument(
    privacy: "confidential", items: ["mood", "calm"],
    scores: ["id: ease, items: [mood, calm], method: mean"],
    further: ["{ id: code, type: text, role: respondent, text: Your code }"])

  private func change(_ before: [String], _ after: [String], minimum: Int = 1) throws -> ScoreChange
  {
    let old = try Self.instrument.responses(before, heading: "code,mood,calm")
    let new = try Self.instrument.responses(after, heading: "code,mood,calm")
    let figures = SurveyAnalysis(
      new.table, ledger: new.ledger,
      earlier: EarlierSurvey(title: "spring", table: old.table, ledger: old.ledger),
      minimum: minimum
    ).figures()
    return try #require(figures.change?.groups.first?.scores.first)
  }

  private static let before = ["a,1,2", "b,2,3", "c,2,2", "d,1,3", "e,3,3", "f,2,4"]
  private static let after = ["F,3,4", "a ,2,2", "b,3,3", "c,2,3", "d,3,3", "e,3,4"]

  @Test func `those who answered twice are found whatever their order and spelling`() throws {
    let found = try change(Self.before, Self.after)
    let linked = try #require(found.linked)
    #expect(linked.pairs.n == 6 && found.interval?.method == "t, two waves")
    // Where all are linked it is the paired test.
    #expect(isClose(found.standardError, linked.test?.standardError))
    #expect(isClose(found.p, linked.test?.p))
    #expect(isClose(linked.test?.change, 3.5 / 6))
  }

  @Test func `linking tells a change that strangers would not`() throws {
    let strangers = Self.after.map { "x" + $0 }
    let (own, other) = (try change(Self.before, Self.after), try change(Self.before, strangers))
    #expect(own.verdict == .improved && other.verdict == .noClearChange && other.linked == nil)
    #expect(isClose(own.change, other.change))
  }

  @Test func `a code that stands twice in a round links nobody`() throws {
    let found = try change(Self.before + ["a,5,5"], Self.after)
    #expect(found.linked?.pairs.n == 5)
  }

  @Test func `codes that differ in more than case and spacing are of two persons`() throws {
    let found = try change(Self.before, Self.after + ["a*,5,5", "b.,5,5"])
    #expect(found.linked?.pairs.n == 6)
  }

  @Test func `a person without a score in one round is not linked`() throws {
    let found = try change(Self.before, ["a,,"] + Self.after.filter { !$0.hasPrefix("a") })
    #expect(found.linked?.pairs.n == 5 && found.waves != nil)
  }

  @Test func `an audit links nobody where those who are not linked would be few`() throws {
    let found = try change(Self.before + ["g,1,1"], Self.after, minimum: 5)
    #expect(found.linked == nil && found.interval?.method == "Welch")
    let all = try change(Self.before, Self.after, minimum: 5)
    #expect(all.linked != nil)
    // One count of nobody, one of six or a few: a few are not told.
    let reliable = try change(Self.before, Self.after).linked?.reliable
    let counts = [reliable?.up, reliable?.unclear, reliable?.down]
    #expect((all.linked?.reliable == nil) == counts.contains { (1..<5).contains($0 ?? 0) })
  }
}
