import Diagnostics
import Instruments
import Testing

struct AuditPlanRulesTests {
  private static let reader = AuditPlanReader(framework: [smallFramework])

  @Test func `rounds differ, end after they open, and list an instrument once`() {
    expectPlanFaults(
      in: """
        school: x
        framework: small
        rounds:
          - { id: autumn, from: 2026-09-02, until: 1️⃣2026-09-01, instruments: [a, b, 2️⃣a] }
          - { id: 3️⃣autumn, until: 2026-01-01, instruments: [a, x/a.yaml, 4️⃣x/a.yaml] }
        """,
      Fault("1️⃣", "round-ends-early", "ends on 2026-09-01, before it opens on 2026-09-02"),
      Fault("2️⃣", "instrument-twice", "list it once"),
      Fault("3️⃣", "duplicate-id", "the round 'autumn' was given on line 4 already"),
      Fault("4️⃣", "instrument-twice", "'x/a.yaml'"))
  }

  @Test func `targets are indices, groups have somebody in them, minimums protect`() {
    expectPlanFaults(
      in: shortPlan + """
        targets: { all: 1️⃣100.5, vision: 2️⃣-1 }
        groups: { staff: 3️⃣0, pupils: 4️⃣-4, leaders: 5️⃣4, parents: 6️⃣7 }
        minimums: { pupils: 7️⃣9, staff: 8️⃣4, parents: 8, leaders: 9️⃣0 }
        """,
      Fault("1️⃣", "bad-target", "from 0 to 100"), Fault("2️⃣", "bad-target"),
      Fault("3️⃣", "empty-group", "how many staff could answer"), Fault("4️⃣", "empty-group"),
      Fault("5️⃣", "small-group", "no figure of these 4 leaders will be shown"),
      Fault("6️⃣", "small-group", "the smallest group is 8"),
      Fault("7️⃣", "low-minimum", "write 10 or more"), Fault("8️⃣", "low-minimum", "fewer than 5"),
      Fault("9️⃣", "low-minimum"))
  }

  @Test func `a plan with warnings is a plan`() {
    let (plan, ids) = readPlan(
      shortPlan + "groups: { leaders: 3 }\nnot_applicable: { digital: no devices in school }\n",
      Self.reader)
    #expect(plan?.groups == [.leaders: 3])
    #expect(ids == ["small-group", "needless-reason"])
  }

  @Test func `components are those of the plan's framework, each once`() {
    expectPlanFaults(
      in: shortPlan + """
        components: [vision, 1️⃣visoin, 2️⃣digital, 3️⃣vision]
        not_applicable: { 4️⃣vison: none, 5️⃣digital: none }
        targets: { 6️⃣al: 70, 7️⃣digital: 71 }
        """, reader: Self.reader,
      Fault("1️⃣", "unknown-component", "has no component 'visoin'; did you mean 'vision'?"),
      Fault("2️⃣", "unknown-component", "write one of 'vision'"),
      Fault("3️⃣", "duplicate-id", "the component 'vision'"),
      Fault("4️⃣", "unknown-component", "did you mean 'vision'?"),
      Fault("5️⃣", "needless-reason", "'small' has no component 'digital'"),
      Fault("6️⃣", "unused-target"),
      Fault("6️⃣", "unknown-component", "did you mean 'all'?"),
      Fault("7️⃣", "unused-target"), Fault("7️⃣", "unknown-component", "'all', 'vision'"))
  }

  @Test func `a target of what is not looked at is told`() {
    expectPlanFaults(
      in: shortPlan + """
        components: [vision]
        not_applicable: { vision: none }
        targets: { all: 70, 1️⃣vision: 75, 2️⃣staff: 71 }
        """,
      Fault("1️⃣", "unused-target", "choose it under 'components'"), Fault("2️⃣", "unused-target"))
  }

  @Test func `a framework that is not known is named, and its components are left alone`() {
    let text = shortPlan.replacing("framework: small", with: "framework: 1️⃣smal")
    expectPlanFaults(
      in: text + "components: [whatever]", reader: Self.reader,
      Fault("1️⃣", "unknown-framework", "no framework is called 'smal'; did you mean 'small'?"))
    #expect(readPlan(text.replacing("1️⃣", with: "") + "components: [whatever]").1 == [])
  }

  @Test func `instruments are found by id or path`() {
    let shelf = PlanShelf(ids: ["staff-wellbeing", "pupil-safety"]) { $0 == "own/a.yaml" }
    let text = """
      school: x
      framework: small
      rounds:
        - { id: a, instruments: [staff-wellbeing, 1️⃣staff-welbeing, own/a.yaml, 2️⃣own/b.yaml] }
        - { id: b, instruments: [3️⃣roll, 4️⃣instruments/pupil-saftey.yaml] }
      """
    expectPlanFaults(
      in: text, reader: AuditPlanReader(instruments: shelf),
      Fault("1️⃣", "unknown-instrument", "did you mean 'staff-wellbeing'?"),
      Fault("2️⃣", "no-such-file", "from the folder in which the plan stands"),
      Fault("3️⃣", "unknown-instrument", "known are 'staff-wellbeing', 'pupil-safety'"),
      Fault("4️⃣", "no-such-file", "did you mean the id 'pupil-safety'?"))
    let empty = PlanShelf(ids: []) { _ in false }
    expectPlanFaults(
      in: shortPlan.replacing("[staff", with: "[1️⃣staff"),
      reader: AuditPlanReader(instruments: empty),
      Fault("1️⃣", "unknown-instrument", "the folder 'instruments' beside the plan"))
  }
}
