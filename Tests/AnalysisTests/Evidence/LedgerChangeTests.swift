import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// What changed in the ledger between two rounds.
struct LedgerChangeTests {
  private func lessons(
    unit: String = "lesson", words: String = "Friendly", kind: String = "share",
    practices: String = "vision.values", better: String = "higher"
  ) -> SmallRecord {
    let among = kind == "share" ? ", among: all" : ""
    return SmallRecord(
      items: [
        "id: lesson, type: text", "id: class, type: text",
        "id: good, type: number, text: { en: \(words) }", "id: all, type: number",
      ],
      rule: [
        "unit: \(unit)", "minimum: { units: 3 }", "measures:",
        "  - { id: seen, kind: \(kind), of: good\(among), better: \(better), practices: [\(practices)] }",
      ])
  }

  private func log(_ better: String) -> SmallRecord {
    SmallRecord(
      audience: "records",
      items: ["id: term, type: text", "id: incidents, type: number", "id: pupils, type: number"],
      rule: [
        "minimum: { count: 10 }", "measures:",
        "  - { id: rate, kind: rate, of: incidents, among: pupils, better: \(better), practices: [networks.kindness] }",
      ])
  }

  private static func rows(_ good: [Int]) -> [String] {
    ["lesson,class,good,all"] + good.enumerated().map { "l\($0),c\($0),\($1),10" }
  }

  private func table(_ entries: [EvidenceEntry], _ others: [GapSource] = []) -> GapTable {
    GapAnalysis([.record(entries)] + others, framework: smallPack).table()
  }

  private func change(_ before: [EvidenceEntry], _ after: [EvidenceEntry]) throws -> LedgerChange {
    let release = table(after).released(under: .holder)
    let change = release.since(table(before).released(under: .holder), titled: "spring")
      .figures.ledgerChange
    return try #require(change)
  }

  private static let few = [3, 4, 2, 5, 3, 4], many = [8, 7, 9, 6, 8, 9]

  @Test func `a share changes by the difference with the errors of both over their clusters`()
    throws
  {
    let (then, now) = (
      try lessons().evidence(Self.rows(Self.few)), try lessons().evidence(Self.rows(Self.many))
    )
    let found = try #require(try change(then, now).changes.first)
    let figures = try #require(found.figures)
    let (a, b) = (try #require(then[0].index), try #require(now[0].index))
    #expect(isClose(figures.change, b.value - a.value))
    let error = try #require(IndexFigure.combined(0, [(a, 1), (b, -1)]).standardError)
    let df = try #require(IndexFigure.combined(0, [(a, 1), (b, -1)]).df)
    let t = StudentT(degreesOfFreedom: df)
    let change = b.value - a.value
    #expect(isClose(figures.interval.low, change - t.upperQuantile(0.025) * error))
    #expect(isClose(figures.p, t.twoSided(change / error)))
    #expect(
      isClose(
        figures.smallestDetectable, (t.upperQuantile(0.025) + t.upperQuantile(0.2)) * error))
    #expect(figures.interval.method == "Welch, linearised")
    #expect(found.verdict == .improved && !figures.isRatio)
    #expect(try self.change(now, then).changes[0].verdict == .worse)
  }

  @Test func `the figures of the page are these`() throws {
    let points = try #require(
      try change(
        lessons().evidence(Self.rows(Self.few)), lessons().evidence(Self.rows(Self.many))
      ).changes[0].figures)
    #expect(isClose(points.change, 43.333333333333336))
    #expect(isClose(points.interval.low, 25.469545430687, 1e-8))
    #expect(isClose(points.interval.high, 61.19712123598, 1e-8))
    #expect(isClose(points.smallestDetectable, 24.901624466035, 1e-8))
    let rate = try #require(
      try change(
        log("lower").evidence(["term,incidents,pupils", "a,40,240"]),
        log("lower").evidence(["term,incidents,pupils", "a,15,230"])
      ).changes[0].figures)
    #expect(isClose(rate.interval.low, 0.2008014056949, 1e-8))
    #expect(isClose(rate.interval.high, 0.723989050410, 1e-8))
    #expect(isClose(rate.p, 0.0017461190847674, 1e-8))
    #expect(isClose(rate.smallestDetectable, 2.33549061, 1e-6))
  }

  @Test func `within chance there is no clear change`() throws {
    let found = try change(
      lessons().evidence(Self.rows(Self.few)), lessons().evidence(Self.rows([4, 3, 5, 2, 4, 4])))
    #expect(found.changes.map(\.verdict) == [.noClearChange])
    #expect(found.changes[0].figures?.interval.contains(0) == true)
  }

  @Test func `of what is better when it is less a fall of the share is an improvement`() throws {
    let record = lessons(better: "lower")
    let found = try change(
      record.evidence(Self.rows(Self.many)), record.evidence(Self.rows(Self.few)))
    #expect(found.changes.map(\.verdict) == [.improved])
  }

  @Test(arguments: [("lower", EntryChange.Verdict.improved), ("higher", .worse)])
  func `a rate changes by the exact ratio, and the record says which way is better`(
    better: String, verdict: EntryChange.Verdict
  ) throws {
    let found = try #require(
      try change(
        log(better).evidence(["term,incidents,pupils", "a,40,240"]),
        log(better).evidence(["term,incidents,pupils", "a,15,230"])
      ).changes.first)
    let figures = try #require(found.figures)
    #expect(figures.isRatio && isClose(figures.change, (15.0 / 230) / (40.0 / 240)))
    #expect(figures.interval.method == "conditional binomial" && !figures.interval.contains(1))
    #expect(found.verdict == verdict)
    #expect((figures.smallestDetectable ?? 0) > 1)
  }

  @Test func `a rate that had no events has no ratio, no smallest change and still a verdict`()
    throws
  {
    let record = log("lower")
    let found = try change(
      record.evidence(["term,incidents,pupils", "a,0,240"]),
      record.evidence(["term,incidents,pupils", "a,12,240"]))
    let figures = try #require(found.changes[0].figures)
    #expect(figures.change == nil && figures.smallestDetectable == nil)
    #expect(figures.interval.high == .infinity && found.changes[0].verdict == .worse)
    let none = try change(
      record.evidence(["term,incidents,pupils", "a,0,240"]),
      record.evidence(["term,incidents,pupils", "a,0,240"]))
    #expect(none.changes[0].verdict == .cannotCompare)
    #expect(none.changes[0].reason == "had no events in either round")
  }

  @Test func `a change of a share ends where shares end`() throws {
    let then = try lessons().evidence(Self.rows([0, 9, 1])), rows = Self.rows([9, 1, 10])
    let up = try #require(try change(then, lessons().evidence(rows)).changes[0].figures)
    #expect(up.interval.high == 100 && up.interval.low > -100 && up.p > 0.05)
    let down = try #require(try change(lessons().evidence(rows), then).changes[0].figures)
    #expect(down.interval.low == -100 && isClose(down.interval.high, -up.interval.low))
    #expect(isClose(down.p, up.p) && down.smallestDetectable == up.smallestDetectable)
  }

  @Test(arguments: [([2, 2], [4, 0]), ([2, 2], [3, 1]), ([3, 1], [3, 1])])
  func `rounds in which all was alike have no range, whatever lies between them`(
    then: [Int], now: [Int]
  ) throws {
    let record = SmallRecord(
      items: ["id: lesson, type: text", "id: open, type: number", "id: closed, type: number"],
      rule: [
        "unit: lesson", "minimum: { units: 3 }", "measures:",
        "  - { id: variety, kind: evenness, of: [open, closed], practices: vision.values }",
      ])
    func evidence(_ lesson: [Int]) throws -> [EvidenceEntry] {
      try record.evidence(
        ["lesson,open,closed"] + (0..<3).map { "l\($0),\(lesson[0]),\(lesson[1])" })
    }
    let found = try change(evidence(then), evidence(now)).changes[0]
    #expect(found.figures == nil && found.verdict == .cannotCompare)
    #expect(found.reason == "was all alike within either round, which gives no range")
  }

  @Test(arguments: [
    (3, 12, "was held back then"), (12, 3, "is held back now"), (3, 4, "was held back then"),
  ])
  func `what a round holds back is not called too little, and no number is told`(
    then: Int, now: Int, reason: String
  ) throws {
    let record = SmallRecord(
      audience: "pupils",
      items: [
        "id: pupil, type: text",
        "id: helper, type: single, choices: [{ code: teacher }, { code: nobody }]",
      ],
      rule: [
        "unit: pupil", "minimum: { units: 5 }", "measures:",
        "  - { id: adult, kind: named, of: helper, values: teacher, practices: networks.asking }",
      ])
    func release(of pupils: Int) throws -> Release<GapTable> {
      let rows = (1...pupils).map { "\($0),\($0.isMultiple(of: 2) ? "teacher" : "nobody")" }
      let entries = try record.evidence(["pupil,helper"] + rows)
      let minimums = GroupMinimums([.pupils: 10], others: 5)
      return GapAnalysis([.record(entries)], framework: smallPack, minimums: minimums).table()
        .released(under: .audit(minimums))
    }
    let after = try release(of: now).since(try release(of: then), titled: "spring").figures
    let found = try #require(after.ledgerChange?.changes.first)
    #expect(found.reason == reason && found.figures == nil && found.adjustedP == nil)
    #expect(found.reason?.contains(where: \.isNumber) == false)
  }

  @Test
  func `another unit, other words or other practices cannot be compared, each with its reason`()
    throws
  {
    let then = try lessons().evidence(Self.rows(Self.few))
    let rows = Self.rows(Self.many)
    let found = try [
      lessons(unit: "class"), lessons(words: "Kind"), lessons(practices: "vision.safety"),
      lessons(better: "lower"),
    ].map { try change(then, $0.evidence(rows)).changes[0] }
    #expect(found.allSatisfy { $0.verdict == .cannotCompare && $0.figures == nil })
    #expect(
      found.map(\.reason) == [
        "is counted in another unit now", "is asked or counted otherwise now",
        "is of other practices now", "is asked or counted otherwise now",
      ])
  }

  @Test func `too little, nothing then and nothing now are said, and adjust no other p`() throws {
    let (then, now) = (
      try lessons().evidence(Self.rows(Self.few)), try lessons().evidence(Self.rows(Self.many))
    )
    let little = try lessons().evidence(Self.rows([3, 4]))
    #expect(try change(little, now).changes[0].reason == "had too little to count then")
    #expect(try change(then, little).changes[0].reason == "has too little to count now")
    let rate = try log("lower").evidence(["term,incidents,pupils", "a,15,230"])
    let both = try change(then, now + rate)
    #expect(both.changes.map(\.reason) == [nil, "was not recorded then"])
    #expect(both.changes[0].adjustedP == both.changes[0].figures?.p)
    let gone = try change(then + rate, now)
    #expect(gone.changes.map(\.reason) == [nil, "was not recorded now"])
  }

  @Test
  func `an evenness of one lesson has no range, and lists, voices and cases are not compared`()
    throws
  {
    let list = SmallRecord(
      audience: "pupils", items: ["id: words, type: list"],
      rule: ["measures:", "  - { id: said, kind: listed, of: words, practices: [vision.values] }"])
    let entries = try list.evidence(["words", "kind", "kind; fair", "fair"])
    #expect(
      try change(entries, entries).changes[0].reason == "is a list, which has no one figure")
  }

  @Test func `without entries in both rounds there is nothing to tell`() throws {
    let now = table(try lessons().evidence(Self.rows(Self.many))).released(under: .holder)
    let empty = GapAnalysis([], framework: smallPack).table().released(under: .holder)
    #expect(now.since(empty, titled: "x").figures.ledgerChange == nil)
    #expect(empty.since(now, titled: "x").figures.ledgerChange == nil)
  }

  @Test func `the lowest of three components then is remembered, and of two none is`() throws {
    let small = SmallInstrument(
      id: "pupils", items: ["v/vision.values", "w/staff.wellbeing", "k/networks.kindness"])
    let staff = SmallInstrument(
      id: "staff", audience: "staff",
      items: ["v/vision.values", "w/staff.wellbeing", "k/networks.kindness"])
    func sources(_ row: String) throws -> [GapSource] {
      let rows = (0..<12).map { $0.isMultiple(of: 3) ? "3,3,3" : row }
      return try [small, staff].map { .survey(try $0.responses(rows).table, population: 12) }
    }
    let then = try lessons().evidence(Self.rows(Self.few))
    let now = table(try lessons().evidence(Self.rows(Self.many))).released(under: .holder)
    func lowest(_ row: String) throws -> LedgerChange? {
      now.since(table(then, try sources(row)).released(under: .holder), titled: "x")
        .figures.ledgerChange
    }
    let change = try #require(try lowest("1,4,4"))
    #expect(change.lowest?.id == "vision")
    #expect(change.isOfLowest(change.changes[0]))
    #expect(try lowest("3,1,3")?.lowest?.id == "staff")
    let alone = now.since(table(then).released(under: .holder), titled: "x").figures.ledgerChange
    #expect(alone?.lowest == nil)
  }
}
