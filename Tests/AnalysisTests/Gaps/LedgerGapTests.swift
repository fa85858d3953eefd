import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// What the entries of the ledger do in the gap table.
struct LedgerGapTests {
  private func tally(_ practices: String, feeds: String = "index") -> SmallRecord {
    SmallRecord(
      items: ["id: lesson, type: text", "id: good, type: number", "id: all, type: number"],
      rule: [
        "unit: lesson", "minimum: { units: 3, count: 20 }", "measures:",
        "  - { id: seen, kind: share, of: good, among: all, practices: [\(practices)], feeds: \(feeds) }",
      ])
  }

  private let lessons = ["lesson,good,all", "a,8,10", "b,7,10", "c,9,10"]

  private func survey(_ answers: [Int]) throws -> GapSource {
    let small = SmallInstrument(items: ["q/vision.values", "r/vision.safety"])
    return .survey(
      try small.responses(answers.map { "\($0),\($0)" }).table, population: answers.count)
  }

  private func table(_ sources: [GapSource]) -> GapTable {
    GapAnalysis(sources, framework: smallPack).table()
  }

  @Test func `what was seen is an index of its practice and of its component`() throws {
    let table = table([.record(try tally("vision.values").evidence(lessons))])
    let vision = try #require(table.component("vision"))
    #expect(isClose(vision.seen?.value, 80))
    #expect(isClose(vision.index?.value, 80))
    #expect(vision.said == nil)
    #expect(isClose(vision.practices[0].figure?.value, 80))
    #expect(vision.practices[0].evidence.map(\.entry) == ["small.seen"])
    #expect(vision.practices[1].figure == nil)
    #expect(vision.strength.sources.map(\.family) == [.seen])
  }

  @Test func `four measures of the same rows are no surer than one`() throws {
    let once = tally("vision.values")
    var often = once
    often.rule += (1...3).map {
      "  - { id: copy\($0), kind: share, of: good, among: all, practices: [vision.values] }"
    }
    let one = try #require(table([.record(try once.evidence(lessons))]).component("vision")?.index)
    let four = try #require(
      table([.record(try often.evidence(lessons))]).component("vision")?.index)
    #expect(isClose(four.value, one.value))
    #expect(isClose(four.standardError, one.standardError))
    #expect(isClose(four.df, one.df))
    #expect(one.standardError ?? 0 > 0)
  }

  @Test func `said and seen weigh alike, however many answered`() throws {
    let table = table([
      try survey([3, 3, 3, 3, 4, 2, 3, 3, 4, 2, 3, 3]),
      .record(try tally("vision.values").evidence(lessons)),
    ])
    let vision = try #require(table.component("vision"))
    #expect(isClose(vision.said?.value, 50))
    #expect(isClose(vision.index?.value, 65))
  }

  @Test func `an entry below its minimum is told and enters nothing`() throws {
    let few = try tally("vision.values").evidence(Array(lessons.prefix(3)))
    let table = table([.record(few)])
    let vision = try #require(table.component("vision"))
    #expect(vision.index == nil)
    #expect(vision.state == .notLookedAt)
    #expect(table.entries == few)
    let whole = self.table([try survey(Array(repeating: 3, count: 12))])
    let both = self.table([try survey(Array(repeating: 3, count: 12)), .record(few)])
    #expect(both.component("vision")?.index == whole.component("vision")?.index)
    #expect(both.component("vision")?.strength == whole.component("vision")?.strength)
  }

  @Test func `half an index weighs half`() throws {
    let whole = try tally("vision.values").evidence(lessons)
    let half = try tally("vision.values", feeds: "half_index")
      .evidence(["lesson,good,all", "a,2,10", "b,2,10", "c,2,10"])
    let vision = try #require(table([.record(whole + half)]).component("vision"))
    #expect(isClose(vision.index?.value, (80 + 0.5 * 20) / 1.5))
  }

  @Test func `a practice of halves alone weighs half among the practices, however many there are`()
    throws
  {
    let whole = try tally("vision.values").evidence(lessons)
    let half = try tally("vision.safety", feeds: "half_index")
      .evidence(["lesson,good,all", "a,2,10", "b,2,10", "c,2,10"])
    for halves in [half, half + half] {
      let vision = try #require(table([.record(whole + halves)]).component("vision"))
      #expect(isClose(vision.index?.value, (80 + 0.5 * 20) / 1.5))
      #expect(isClose(vision.practices[1].figure?.value, 20))
    }
  }

  @Test func `the half weights of the page`() throws {
    // Practice a: a survey of 50 and a poll of 80; practice b: a poll of 20 alone.
    func poll(_ practice: String, _ good: Int) throws -> [EvidenceEntry] {
      let record = SmallRecord(
        audience: "pupils",
        items: [
          "id: event, type: text",
          "id: says, type: single, choices: [{ code: agrees }, { code: not }]",
        ],
        rule: [
          "sample: event", "minimum: { units: 10 }", "measures:",
          "  - { id: poll, kind: met, of: says, values: agrees, practices: [\(practice)], feeds: half_index }",
        ])
      return try record.evidence(
        ["event,says"] + (1...20).map { "x,\($0 <= good ? "agrees" : "not")" })
    }
    let survey = GapSource.survey(
      try SmallInstrument(items: ["q/vision.values"])
        .responses(Array(repeating: "3", count: 12)).table, population: 12)
    let sources = [
      survey, .record(try poll("vision.values", 16)), .record(try poll("vision.safety", 4)),
    ]
    let vision = try #require(table(sources).component("vision"))
    #expect(isClose(vision.practices[0].figure?.value, 60))
    #expect(isClose(vision.practices[1].figure?.value, 20))
    #expect(isClose(vision.index?.value, 140.0 / 3))
    #expect(table(sources).entries.allSatisfy { $0.sample == .event })
  }

  @Test func `practices weigh alike, whatever number of entries each has`() throws {
    let one = try tally("vision.values").evidence(lessons)
    let low = ["lesson,good,all", "a,2,10", "b,2,10", "c,2,10"]
    let other = try tally("vision.safety").evidence(low)
    let vision = try #require(table([.record(one + one + other)]).component("vision"))
    #expect(isClose(vision.index?.value, 50))
  }

  @Test func `an entry on two practices counts in both and is one source of error`() throws {
    let both = try tally("vision.values, vision.safety").evidence(lessons)
    let vision = try #require(table([.record(both)]).component("vision"))
    #expect(isClose(vision.index?.value, 80))
    #expect(isClose(vision.index?.standardError, both[0].index?.standardError))
  }

  @Test func `voices of a gap contradict an index that is strong`() throws {
    let talks = SmallRecord(
      audience: "staff",
      items: [
        "id: voice, type: text",
        "id: says, type: single, choices: [{ code: strength }, { code: gap }]",
      ],
      rule: [
        "unit: voice", "minimum: { units: 3 }", "measures:",
        "  - { id: said, kind: voices, of: says, practices: vision.values }",
      ])
    let gap = try talks.evidence(["voice,says", "1,gap", "2,gap", "3,gap"])
    let strength = try talks.evidence(["voice,says", "1,strength", "2,strength", "3,gap"])
    let high = try survey(Array(repeating: 5, count: 12))
    let contradicted = try #require(table([high, .record(gap)]).component("vision"))
    let agreeing = try #require(table([high, .record(strength)]).component("vision"))
    #expect(contradicted.strength.isContradicted)
    #expect(!agreeing.strength.isContradicted)
    #expect(contradicted.index == agreeing.index)
    #expect(contradicted.strength.grade == agreeing.strength.grade - 1)
  }

  @Test func `a group far above all others must be looked at, and one by chance need not`() throws {
    func found(_ events: Int) throws -> [MustLook] {
      let entries = try SmallRecord.exclusions.evidence([
        "group,suspended,pupils", "sen,\(events),40", "others,12,200",
      ])
      return table([.record(entries)]).figureFindings
    }
    #expect(try found(3).isEmpty)
    let far = try #require(try found(15).first)
    guard case .groupRatio(let entry, _, let value, let ratio, let count) = far.kind else {
      Issue.record("the finding is no ratio")
      return
    }
    #expect((entry, value, count, far.n) == ("small.out", "sen", 15, 40))
    #expect(isClose(ratio, 6.25))
  }

  @Test func `a group that has all there is must be looked at, though no ratio can be had`() throws
  {
    let entries = try SmallRecord.exclusions.evidence([
      "group,suspended,pupils", "sen,7,20", "others,0,40",
    ])
    let found = try #require(table([.record(entries)]).figureFindings.first)
    guard case .groupRatio(_, _, "sen", nil, 7) = found.kind else {
      Issue.record("\(found.kind)")
      return
    }
  }

  @Test(arguments: [(2, nil, nil), (0, nil, nil), (12, 6.25, 15)] as [(Int, Double?, Int?)])
  func `an audit tells no figure of a group that would give away how few the others are`(
    others: Int, ratio: Double?, count: Int?
  ) throws {
    let entries = try SmallRecord.exclusions.evidence([
      "group,suspended,pupils", "sen,15,40", "others,\(others),200",
    ])
    let minimums = GroupMinimums.ofIndices
    let whole = GapAnalysis([.record(entries)], framework: smallPack, minimums: minimums).table()
    let found = try #require(whole.heldBack(below: minimums).figureFindings.first)
    guard case .groupRatio(_, _, "sen", let told, count) = found.kind else {
      Issue.record("\(found.kind)")
      return
    }
    #expect((told == nil) == (ratio == nil))
    #expect(ratio == nil || isClose(told, ratio ?? 0))
    #expect(found.n == (count == nil ? 0 : 40))
  }

  @Test func `a ratio to fewer others than the minimum is no finding of an audit`() throws {
    let entries = try SmallRecord.exclusions.evidence([
      "group,suspended,pupils", "sen,60,90", "others,0,6",
    ])
    let minimums = GroupMinimums.ofIndices
    let whole = GapAnalysis([.record(entries)], framework: smallPack, minimums: minimums).table()
    #expect(whole.heldBack(below: minimums).figureFindings.isEmpty)
  }

  @Test func `a group without any event still says where the records point`() throws {
    let entries = try SmallRecord.exclusions.evidence([
      "group,suspended,pupils", "sen,7,20", "others,0,40",
    ])
    #expect(entries[0].heldBack(below: 1) == entries[0])
    #expect(entries[0].heldBack(below: 1).direction == .gap)
  }

  @Test func `a gap between six pupils and twelve staff is told and not flagged`() throws {
    func gap(_ pupils: Int) throws -> PerceptionGap? {
      let asked = SmallRecord(
        audience: "pupils",
        items: ["id: pupil, type: text", "id: good, type: number", "id: all, type: number"],
        rule: [
          "unit: pupil", "minimum: { units: 3 }", "measures:",
          "  - { id: kind, kind: share, of: good, among: all, practices: [vision.values] }",
        ])
      let rows = (0..<pupils).map { "p\($0),\($0 % 2),10" }
      var staff = SmallInstrument(id: "staff-survey", items: ["q/vision.values"])
      staff.audience = "staff"
      let answers = try staff.responses((0..<12).map { "\(4 + $0 % 2)" }).table
      let table = table([
        .record(try asked.evidence(["pupil,good,all"] + rows)),
        .survey(answers, population: 12),
      ])
      return table.component("vision")?.perception.first { ($0.a, $0.b) == ("staff", "pupils") }
    }
    let few = try #require(try gap(6))
    #expect(few.nA == 12 && few.nB == 6)
    #expect(few.interval.map { $0.low > 10 } == true && !few.isFlagged)
    #expect(try gap(10)?.isFlagged == true)
  }

  @Test func `evidence of one component changes no figure of another`() throws {
    let answers = try survey([3, 4, 5, 3, 4, 2, 3, 3, 4, 2, 3, 3])
    let alone = table([answers])
    let beside = table([answers, .record(try tally("networks.asking").evidence(lessons))])
    for id in ["vision", "staff"] {
      let (one, other) = (alone.component(id), beside.component(id))
      #expect(one?.index == other?.index)
      #expect(one?.state == other?.state)
      #expect(one?.strength == other?.strength)
    }
    #expect(alone.component("networks")?.state == .notLookedAt)
    #expect(beside.component("networks")?.index != nil)
  }

  @Test func `the order of the sources changes no digit`() throws {
    let sources = [
      try survey([3, 4, 5, 3, 4, 2, 3, 3, 4, 2, 3, 3]),
      GapSource.record(try tally("vision.values").evidence(lessons)),
      GapSource.record(try tally("networks.asking").evidence(lessons)),
    ]
    let (one, other) = (table(sources), table(sources.reversed()))
    #expect(one.components.map(\.index) == other.components.map(\.index))
    #expect(one.components.map(\.state) == other.components.map(\.state))
  }
}
