import Diagnostics
import Instruments
import Testing

struct AuditPlanReaderTests {
  @Test func `a plan of three keys has the defaults`() throws {
    let (plan, ids) = readPlan(shortPlan)
    let read = try #require(plan)
    #expect(ids == [])
    #expect(
      read
        == AuditPlan(
          school: "Larkfield Primary", framework: "small",
          rounds: [AuditPlan.Round(id: "autumn-2026", instruments: ["staff-wellbeing"])]))
    #expect(read.phase == .other)
    #expect(read.rounds[0].title == "autumn 2026")
    #expect(read.target == 70 && read.target(for: "vision") == 70)
    #expect(read.keepsAnswers == .standard && read.keepsNames == .standard)
    #expect(AuditPlan.audiences.map(read.minimum) == [10, 5, 5, 5])
    #expect(read.minimum(for: .records) == 10 && read.minimum(for: .observers) == 10)
    #expect(read.looksAt("vision") && read.looksAt("anything"))
    #expect(read.reference == nil)
  }

  @Test func `every key is read`() throws {
    let (plan, ids) = readPlan(
      """
      school: "St. Mary's: Upper"
      phase: all-through
      framework: small
      components: [vision, staff]
      not_applicable: { staff: nobody works here }
      rounds:
        - id: autumn-2026
          title: First time
          from: 2026-09-01
          until: 2026-09-01
          instruments: [staff-wellbeing, own/survey.yaml]
        - id: spring-2027
          instruments: [./pupils.yml]
      targets: { all: 62.5, vision: 100 }
      groups: { staff: 42, parents: 190, pupils: 240, leaders: 5 }
      minimums: { pupils: 12, staff: 5 }
      reference: school
      keep: { answers: 1 year, names: 30  days }
      """)
    #expect(ids == [])
    let read = try #require(plan)
    #expect(read.school == "St. Mary's: Upper" && read.phase == .allThrough)
    #expect(read.components == ["vision", "staff"])
    #expect(read.notApplicable == ["staff": "nobody works here"])
    #expect(read.looksAt("vision") && !read.looksAt("staff") && !read.looksAt("parents"))
    let first = try #require(read.round("autumn-2026"))
    #expect(first.title == "First time" && first.from?.iso == "2026-09-01")
    #expect(first.until == first.from)
    #expect(first.instruments == ["staff-wellbeing", "own/survey.yaml"])
    #expect(read.round("spring-2027")?.instruments == ["./pupils.yml"])
    #expect(read.round("summer") == nil)
    #expect(read.target == 62.5 && read.target(for: "vision") == 100)
    #expect(read.groups == [.staff: 42, .parents: 190, .pupils: 240, .leaders: 5])
    #expect(read.minimum(for: .pupils) == 12 && read.minimum(for: .records) == 12)
    #expect(read.minimum(for: .parents) == 5)
    #expect(read.reference == .school)
    #expect(read.keepsAnswers == AuditPlan.Retention(count: 1, unit: .years))
    #expect(read.keepsNames == AuditPlan.Retention(count: 30, unit: .days))
  }

  @Test func `a plan that was made with lower minimums keeps to the least`() {
    let plan = AuditPlan(
      school: "x", framework: "y", rounds: [], minimums: [.pupils: 1, .staff: 7])
    #expect(AuditPlan.audiences.map(plan.minimum) == [10, 7, 5, 5])
  }

  @Test func `faults of shape, words and numbers are all named`() {
    expectPlanFaults(
      in: """
        1️⃣shool: Larkfield
        school: 2️⃣[Larkfield]
        phase: 3️⃣primery
        framework: 4️⃣Islington MHARS
        components: 5️⃣vision
        not_applicable: { digital: 6️⃣"" }
        rounds:
          - 7️⃣{ title: First, 8️⃣form: 2026-09-01, instruments: [9️⃣Staff Survey] }
        targets: { all: 0️⃣70 % }
        groups: { #️⃣teachers: 4, staff: *️⃣many }
        """,
      Fault("1️⃣", "unknown-key", "an audit plan has no key 'shool'; did you mean 'school'?"),
      Fault("2️⃣", "wrong-shape", "put quotes"),
      Fault("3️⃣", "unknown-word", "'primery' is not known as a phase; did you mean 'primary'?"),
      Fault("4️⃣", "bad-id"), Fault("5️⃣", "wrong-shape", "a list of components"),
      Fault("6️⃣", "empty-value", "why 'digital' does not apply is empty"),
      Fault("7️⃣", "missing-key", "a round needs 'id'"),
      Fault("8️⃣", "unknown-key", "did you mean 'from'?"), Fault("9️⃣", "bad-id"),
      Fault("0️⃣", "not-a-number", "the target of 'all'"),
      Fault("#️⃣", "unknown-word", "write one of 'pupils', 'staff', 'parents', 'leaders'"),
      Fault("*️⃣", "not-a-number", "the number of staff"))
  }

  @Test func `more faults of words are named in the same run`() {
    expectPlanFaults(
      in: """
        school: 1️⃣|
          Larkfield
          Primary
        framework: small
        rounds:
          - id: 2️⃣Autumn_2026
            title:3️⃣
            instruments: 4️⃣[]
        minimums: { 5️⃣observers: 12 }
        reference: 6️⃣form
        keep: { answers: 7️⃣forever, 8️⃣name: 1 year }
        """,
      Fault("1️⃣", "several-lines", "the name of the school runs over several lines"),
      Fault("2️⃣", "bad-id", "such as 'autumn-2026'"), Fault("3️⃣", "empty-value"),
      Fault("4️⃣", "empty-value", "'instruments' is empty"),
      Fault("5️⃣", "unknown-word", "'pupils'"),
      Fault("6️⃣", "unknown-word", "write one of 'class', 'year', 'school'"),
      Fault("7️⃣", "bad-retention", "such as '12 months'"),
      Fault("8️⃣", "unknown-key", "did you mean 'names'?"))
  }

  @Test func `the keys that a plan needs are asked for`() {
    expectPlanFaults(
      in: "1️⃣phase: primary", Fault("1️⃣", "missing-key", "an audit plan needs 'school'"),
      Fault("1️⃣", "missing-key", "'framework'"), Fault("1️⃣", "missing-key", "'rounds'"))
    expectPlanFaults(
      in: "school: x\nframework: small\nrounds: 1️⃣[]\ncomponents: 2️⃣[]",
      Fault("1️⃣", "empty-value", "'rounds' is empty"), Fault("2️⃣", "empty-value", "'components'"))
    expectPlanFaults(
      in: "school: x\nframework: small\nrounds: [1️⃣{ id: a }, 2️⃣b]",
      Fault("1️⃣", "missing-key", "a round needs 'instruments'"),
      Fault("2️⃣", "wrong-shape", "for a round"))
  }

  @Test(arguments: ["1.9.2026", "2026-9-1", "2026-02-29", "autumn", "2026-09", "20260901"])
  func `days are written in one way`(_ day: String) {
    expectPlanFaults(
      in: "school: x\nframework: y\nrounds: [{ id: a, from: 1️⃣\(day), instruments: [b] }]",
      Fault("1️⃣", "not-a-day", "such as 2026-09-01"))
  }

  @Test(arguments: [
    "12", "months", "0 days", "-1 days", "1.5 years", "012 months", "12months", "12 moons",
    "101 years", "36526 days", "99999999999999999999 days", "1 year 2 months", "12 Months",
  ])
  func `times of keeping are whole numbers of days, weeks, months or years`(_ time: String) {
    expectPlanFaults(
      in: shortPlan + "keep: { names: 1️⃣\(time) }", Fault("1️⃣", "bad-retention"))
  }

  @Test(arguments: [
    "", "# nothing\n", "- a\n- b\n", "just words", "school: *a", "school: [", "{}", "\u{0}",
    "school: &a x\n<<: *a", "rounds: { a: { b: [c, { d: } ] } }", "school: \"x", "rounds: [[[[]]]]",
  ])
  func `a degenerate file has faults and no plan`(_ text: String) {
    let (plan, ids) = readPlan(text)
    #expect(plan == nil)
    #expect(!ids.isEmpty)
  }

  @Test func `no prefix and no single change of a file brings the reader down`() {
    let text = Array((shortPlan + "targets: { all: 70 }\nkeep: { names: 1 year }\n").utf8)
    let reader = AuditPlanReader(framework: [smallFramework])
    for length in 0..<text.count {
      var sink = DiagnosticSink()
      _ = reader.read(Array(text[..<length]), file: "audit.yaml", into: &sink)
    }
    for position in stride(from: 0, to: text.count, by: 5) {
      for byte in Array("\n\t:#-?[]{}&*!|>'\"%@`,\\\0".utf8) {
        var changed = text
        changed[position] = byte
        var sink = DiagnosticSink()
        let plan = reader.read(changed, file: "audit.yaml", into: &sink)
        #expect((plan == nil) == sink.hasErrors)
      }
    }
  }

  @Test func `a plan of tens of thousands of lines is read to its end`() {
    let words = (0..<30_000).map { "c\($0)" }
    let text =
      shortPlan + "components:\n" + words.map { "  - \($0)\n" }.joined() + "targets:\n"
      + words.map { "  d\($0): 101\n" }.joined()
    var sink = DiagnosticSink()
    let reader = AuditPlanReader(framework: [smallFramework])
    #expect(reader.read(Array(text.utf8), file: "audit.yaml", into: &sink) == nil)
    #expect(sink.errorCount == 90_000 && sink.warningCount == 30_000)
  }
}
