import Diagnostics
import Instruments
import Testing

struct RecordItemRuleTests {
  /// A record with a tally, a word, a choice and a day; `rule` stands below `record:`.
  private func record(_ rule: String) -> String {
    head + """
      sections:
        - id: main
          items:
            - { id: lesson, type: text }
            - { id: good, type: number }
            - { id: all, type: number }
            - { id: says, type: single, choices: [{ code: gap }, { code: strength }] }
            - { id: day, type: date }
            - { id: about, type: single, choices: [{ code: a.b }, { code: a.c }] }
      record:

      """ + rule
  }

  private func measure(_ rest: String) -> String {
    record("  measures:\n    - { id: m, \(rest) }\n")
  }

  @Test func `a record has its rule with the defaults filled in`() throws {
    let text = record(
      """
        unit: lesson
        minimum: { units: 3, count: 20 }
        measures:
          - { id: share, kind: share, of: good, among: [good, all], practices: a.b }
          - { id: rate, kind: rate, of: good, among: all, per: 1000, better: lower, practices: [a.b] }
          - { id: said, kind: voices, of: says, by: about }

      """)
    let (instrument, ids) = read(text)
    #expect(ids == ["no-framework"] || ids == [])
    let rule = try #require(instrument?.record)
    #expect(rule.unit == "lesson")
    #expect((rule.minimum.units, rule.minimum.settings, rule.minimum.count) == (3, 0, 20))
    #expect(rule.measures.map(\.feeds) == [.index, .direction, .direction])
    #expect(rule.measures[0].of == ["good"])
    #expect(rule.measures[1].per == 1_000)
    #expect(rule.measures[1].better == .lower)
  }

  @Test func `a record computes something from items that it has`() {
    expectFaults(in: record("  1️⃣measures: []\n"), Fault("1️⃣", "record-without-measures"))
    expectFaults(
      in: record(
        "  unit: 1️⃣lessen\n  measures:\n    - { id: m, kind: evenness, of: 2️⃣goods, practices: a.b }\n"
      ),
      Fault("1️⃣", "unknown-item", "lesson"), Fault("2️⃣", "unknown-item", "good"))
  }

  @Test func `a minimum and a rate are told with whole and positive numbers`() {
    expectFaults(
      in: record(
        "  minimum: { units: 1️⃣-1 }\n  measures:\n    - { id: m, kind: rate, of: good, among: all, per: 2️⃣0, practices: a.b }\n"
      ),
      Fault("1️⃣", "bad-minimum", "from 0 up"), Fault("2️⃣", "bad-per", "above 0"))
  }

  @Test func `how long a unit takes is a number above 0, and no part of what is computed`() throws {
    let text = { (minutes: String) in
      record(
        "  minutes: \(minutes)\n  measures:\n    - { id: m, kind: evenness, of: good, practices: a.b }\n"
      )
    }
    expectFaults(in: text("1️⃣0"), Fault("1️⃣", "bad-minutes", "above 0"))
    let short = try #require(read(text("2.5")).0)
    let long = try #require(read(text("30")).0)
    #expect(short.record?.minutes == 2.5)
    #expect(long.record?.minutes == 30)
    #expect(short.hash == long.hash)
  }

  @Test func `each kind counts items that it can`() {
    expectFaults(
      in: measure("kind: share, of: 1️⃣lesson, among: all, practices: a.b"),
      Fault("1️⃣", "measure-item-type", "counts numbers"))
    expectFaults(
      in: measure("kind: named, of: 1️⃣good, values: x, practices: a.b"),
      Fault("1️⃣", "measure-item-type", "choices"))
    expectFaults(
      in: measure("kind: voices, of: says, by: 1️⃣lesson, practices: a.b"),
      Fault("1️⃣", "measure-split-type", "a single choice whose codes are practices"))
    expectFaults(
      in: measure("kind: run_chart, of: good, among: all, by: 1️⃣lesson, practices: a.b"),
      Fault("1️⃣", "measure-split-type", "a date"))
  }

  @Test func `each kind has the parts that it is computed from`() {
    expectFaults(
      in: record("  measures:\n    - 1️⃣{ id: m, kind: share, of: good, practices: a.b }\n"),
      Fault("1️⃣", "measure-part", "'among'"))
    expectFaults(
      in: measure("kind: voices, of: [says, 1️⃣says], practices: a.b"),
      Fault("1️⃣", "measure-one-item", "a measure for each"))
    expectFaults(
      in: record("  measures:\n    - 1️⃣{ id: m, kind: evenness, of: [good, all] }\n"),
      Fault("1️⃣", "measure-without-practice", "'m'"))
  }

  @Test func `an overlap has something stated, and a step its kind of item`() {
    expectFaults(
      in: record("  measures:\n    - 1️⃣{ id: m, kind: overlap, of: says, practices: a.b }\n"),
      Fault("1️⃣", "measure-part", "'among' or 'values'"))
    expectFaults(
      in: measure("kind: overlap, of: says, among: 1️⃣good, practices: a.b"),
      Fault("1️⃣", "measure-item-type", "choices, lists and texts"))
    expectFaults(
      in: measure(
        "kind: journey, of: says, by: day, values: gap, passed: 1️⃣day, due: 2️⃣says, practices: a.b"),
      Fault("1️⃣", "measure-step-type", "a single choice"),
      Fault("2️⃣", "measure-step-type", "a date"))
    expectFaults(
      in: measure("kind: share, of: good, among: all, by: says, below: 1️⃣120, practices: a.b"),
      Fault("1️⃣", "bad-limit", "0 to 100"))
  }

  @Test func `those who came to an event enter an index by half at most`() throws {
    let head = "  sample: event\n  measures:\n    - "
    expectFaults(
      in: record(head + "1️⃣{ id: m, kind: met, of: good, practices: a.b }\n"),
      Fault("1️⃣", "event-sample-feeds", "half_index"))
    expectFaults(
      in: record(head + "{ id: m, kind: met, of: good, feeds: 1️⃣index, practices: a.b }\n"),
      Fault("1️⃣", "event-sample-feeds", "half_index"))
    let (half, _) = read(
      record(head + "{ id: m, kind: met, of: good, feeds: half_index, practices: a.b }\n"))
    #expect(half?.record?.sample == .event)
    #expect(half?.record?.measures.map(\.feeds) == [.halfIndex])
  }

  @Test func `no figure does more than its kind may`() {
    expectFaults(
      in: measure("kind: rate, of: good, among: all, feeds: 1️⃣index, practices: a.b"),
      Fault("1️⃣", "measure-feeds", "direction"))
  }

  @Test(arguments: [
    "kind: evenness, of: good", "kind: listed, of: says", "kind: voices, of: says",
    "kind: journey, of: says, by: day, values: gap",
  ])
  func `what has no better end takes none`(kind: String) {
    expectFaults(
      in: measure("\(kind), better: 1️⃣lower, practices: a.b"),
      Fault("1️⃣", "measure-better", "take 'better' out"))
    expectFaults(in: measure("\(kind), better: higher, practices: a.b"))
  }

  @Test func `practices of a record are those of its framework`() {
    let pack = Framework(
      id: "small", title: "Small", source: "ours",
      components: [
        Framework.Component(
          id: "a", code: "C1", title: "A",
          practices: [Framework.Practice(id: "a.b", code: "C1.P1", label: "B")], methods: [])
      ])
    let text =
      "framework: small\n" + measure("kind: evenness, of: [good, all], practices: [a.b, 1️⃣a.c]")
    expectFaults(in: text, Fault("1️⃣", "unknown-practice", "a.b")) {
      _ = InstrumentReader(frameworks: [pack]).read($0, file: $1, into: &$2)
    }
    let notes = ("framework: small\n" + measure("kind: voices, of: says, by: about"))
      .replacing("{ code: a.c }", with: "{ code: 1️⃣a.c }")
    expectFaults(in: notes, Fault("1️⃣", "unknown-practice", "a.b")) {
      _ = InstrumentReader(frameworks: [pack]).read($0, file: $1, into: &$2)
    }
  }

  @Test func `the rule of a record is part of its hash`() throws {
    let one = measure("kind: evenness, of: [good, all], practices: a.b")
    let other = measure("kind: evenness, of: [good, all], practices: a.b, feeds: nothing")
    #expect(read(one).0?.hash != read(other).0?.hash)
    #expect(read(one).0?.hash == read(one + "# a comment\n").0?.hash)
  }
}
