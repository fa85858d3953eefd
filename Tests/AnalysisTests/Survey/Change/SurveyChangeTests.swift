import Responses
import Statistics
import Testing

@testable import Analysis

/// What may be said of a score in two rounds, and what may not.
struct SurveyChangeTests {
  private static let instrument = SmallInstrument(
    items: ["mood", "calm"], scores: ["id: ease, items: [mood, calm], method: mean"])

  private func change(
    _ before: [String], _ after: [String], then: SmallInstrument = instrument,
    now: SmallInstrument = instrument, extras: [String] = [], heading: String = "mood,calm",
    minimum: Int = 1
  ) throws -> SurveyFigures {
    func groupings(_ table: ResponseTable) -> [Grouping] {
      extras.compactMap { by in table.extras[by].map { Grouping(by: by, labels: $0) } }
    }
    let old = try then.responses(before, heading: heading, extras: extras)
    let new = try now.responses(after, heading: heading, extras: extras)
    return SurveyAnalysis(
      new.table, ledger: new.ledger, groupings: groupings(new.table),
      earlier: EarlierSurvey(
        title: "spring", table: old.table, ledger: old.ledger, groupings: groupings(old.table)),
      minimum: minimum
    ).figures()
  }

  private static let low = ["1,2", "2,2", "1,1", "2,3", "1,2", "2,2", "3,2", "1,3"]
  private static let high = ["4,5", "5,5", "4,4", "5,3", "4,5", "5,5", "3,4", "4,4"]

  @Test func `a clear rise is an improvement, its mirror image is worse`() throws {
    let rise = try #require(try change(Self.low, Self.high).change?.groups.first?.scores.first)
    let fall = try #require(try change(Self.high, Self.low).change?.groups.first?.scores.first)
    #expect(rise.verdict == .improved && fall.verdict == .worse)
    #expect(isClose(rise.change, -(fall.change ?? 0)))
    #expect(isClose(rise.interval?.low, fall.interval.map { -$0.high }))
    #expect(rise.interval?.method == "Welch" && rise.linked == nil)
    #expect(rise.change == WelchTest(rise.after, rise.before)?.difference)
  }

  @Test func `a change within what chance gives is no clear change`() throws {
    let found = try change(Self.low, Self.low.dropFirst() + ["3,3"])
    let score = try #require(found.change?.groups.first?.scores.first)
    #expect(score.verdict == .noClearChange && score.change != 0)
    let detectable = try #require(score.smallestDetectable)
    #expect(detectable > abs(score.change ?? 0))
  }

  @Test func `where the lower end is the better one a fall is an improvement`() throws {
    var instrument = Self.instrument
    instrument.scores = ["id: ease, items: [mood, calm], method: mean, better: lower"]
    let found = try change(Self.high, Self.low, then: instrument, now: instrument)
    #expect(found.change?.groups.first?.scores.first?.verdict == .improved)
  }

  @Test func `one answer in a round says nothing`() throws {
    let found = try change(["1,1"], Self.high)
    let score = try #require(found.change?.groups.first?.scores.first)
    #expect(score.verdict == .cannotTell && score.interval == nil && score.p == nil)
  }

  @Test func `a score whose item has other words now is not compared, and the item is named`()
    throws
  {
    var now = Self.instrument
    now.wordings = ["calm": "Something else"]
    let found = try #require(try change(Self.low, Self.high, now: now).change)
    #expect(found.groups.first?.scores.isEmpty == true)
    #expect(found.incomparable.map(\.reason) == ["has items that changed (calm)"])
  }

  @Test func `answers given under other terms are not compared`() throws {
    var then = Self.instrument
    then.privacy = "confidential"
    let found = try #require(try change(Self.low, Self.high, then: then).change)
    #expect(
      found.incomparable.map(\.reason) == [
        "was answered under other terms (confidential, now anonymous)"
      ])
  }

  @Test func `a rise that comes from who answered alone is a matter of the mix`() throws {
    let before = Self.low.map { $0 + ",a" } + Self.high.prefix(2).map { $0 + ",b" }
    let after = Self.low.prefix(2).map { $0 + ",a" } + Self.high.map { $0 + ",b" }
    let found = try change(
      before, after, extras: ["site"], heading: "mood,calm,site")
    let mix = try #require(found.change?.mixes.first)
    let whole = try #require(found.change?.groups.first?.scores.first)
    #expect(isClose(mix.parts.mix + mix.parts.rate, whole.change))
    #expect(abs(mix.parts.mix) > 5 * abs(mix.parts.rate))
    #expect(found.change?.groups.map(\.value) == [nil, "a", "b"])
    #expect(found.change?.groups.map(\.changesMade) == [1, 2, 2])
  }

  @Test func `a change without a p value does not count among those adjusted over`() throws {
    let before = Self.low.map { $0 + ",a" } + ["1,1,b"]
    let after = Self.high.map { $0 + ",a" } + ["2,2,b", "1,3,b"]
    let found = try #require(
      try change(before, after, extras: ["site"], heading: "mood,calm,site").change)
    #expect(found.groups[2].scores.first?.p == nil)
    #expect(found.groups.map(\.changesMade) == [1, 1, 1])
    #expect(found.groups[1].scores.first.map { $0.p == $0.adjustedP } == true)
  }

  @Test func `an audit shows the change of groups that both rounds show`() throws {
    let before = Self.low.map { $0 + ",a" } + Self.low.map { $0 + ",b" }
    let after =
      Self.high.map { $0 + ",a" } + Self.high.prefix(2).map { $0 + ",b" }
      + Self.high.map { $0 + ",c" }
    let figures = try change(before, after, extras: ["site"], heading: "mood,calm,site")
    let held = figures.released(under: .audit(minimum: 5)).figures
    let shown = Set(held.groups.filter { $0.n != nil }.map(\.value))
    #expect(!shown.contains("b"))
    let groups = try #require(held.change?.groups)
    #expect(groups.allSatisfy { shown.contains($0.value) })
    #expect(groups.map(\.value).contains(nil))
    #expect(held.change?.mixes.isEmpty == true)
  }

  @Test func `the adjusted p of a shown change is the one without the groups that are hidden`()
    throws
  {
    func rows(_ answers: [String], _ site: String) -> [String] { answers.map { $0 + ",\(site)" } }
    let some = ["1,2", "2,3", "1,1", "2,3", "1,4", "2,2", "4,2", "3,3"]
    let shown = (rows(Self.low, "a") + rows(Self.low, "b"), rows(Self.high, "a") + rows(some, "b"))
    let few = ["c", "d"].map {
      (rows(["1,1", "1,2", "2,1"], $0), rows(["5,5", "5,4", "4,5"], $0))
    }
    func figures(_ before: [String], _ after: [String]) throws -> SurveyChange {
      try #require(
        try change(before, after, extras: ["site"], heading: "mood,calm,site")
          .released(under: .audit(minimum: 5)).figures.change)
    }
    let all = try figures(shown.0 + few.flatMap(\.0), shown.1 + few.flatMap(\.1))
    let alone = try figures(shown.0, shown.1)
    #expect(all.groups.map(\.value) == [nil, "a", "b"])
    #expect(all.groups.map(\.changesMade) == [1, 2, 2])
    for (own, other) in zip(all.groups, alone.groups).dropFirst() {
      let p = try #require(own.scores.first?.adjustedP)
      #expect(p == other.scores.first?.adjustedP && p < 1)
    }
  }
}
