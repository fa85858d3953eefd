import Foundation
import Instruments
import Testing

struct AuditPlanTemplateTests {
  private static let round = AuditPlan.Round(
    id: "autumn-2026", instruments: ["staff-wellbeing", "own/a.yaml"])

  @Test(arguments: [
    "Larkfield Primary", "St. Mary's (C of E) Primary", "Ysgol Gymraeg Llŷn", "École: Nº 5",
    "\"The\" School", "'Quoted'", "a # b", "#1 Academy", "Key: value", "- dash", "[brackets]",
    "{braces}", "back\\slash \\n", "*star", "&and", "!bang", "| bar", "> more", "% percent", "@ at",
    "`tick`", "true", "No", "null", "~", "12", "2026-09-01", "学校", "مدرسة النور", "School 🎒", "?",
    "a, b", "x:", "--- x", "... x", "e\u{301}cole", "\"\u{301}", "a\u{A0}b", "=", "<<", "👩‍🏫 School",
    String(repeating: "long name ", count: 200) + "end",
  ])
  func `a hostile name of a school reads back as it was`(_ school: String) throws {
    let text = AuditPlan.template(
      school: school, phase: .special, framework: smallFramework, round: Self.round)
    let (plan, ids) = readPlan(text, AuditPlanReader(framework: [smallFramework]))
    #expect(ids == [])
    let expected = AuditPlan(
      school: school, phase: .special, framework: "small", components: ["vision"],
      rounds: [Self.round])
    #expect(plan == expected)
    #expect(plan?.school.unicodeScalars.elementsEqual(school.unicodeScalars) == true)
  }

  @Test(arguments: [
    ("  Larkfield\t", "Larkfield"), ("\u{A0}Lark\u{3000}", "Lark"),
    ("Lark\r\nfield", "Lark  field"),
    ("Lark\u{2028}field", "Lark field"), ("Lark\u{0}\u{200B}field", "Larkfield"),
    ("\u{202E}dleif", "dleif"), ("a\tb", "a b"), ("\u{E000}x\u{FEFF}", "x"),
  ])
  func `what a name cannot hold is left out`(_ school: String, _ read: String) {
    let text = AuditPlan.template(
      school: school, phase: .primary, framework: smallFramework, round: Self.round)
    let (plan, ids) = readPlan(text)
    #expect(ids == [])
    #expect(plan?.school == read)
  }

  @Test func `all that is known stands in the file`() {
    var round = Self.round
    round.title = "First: \"one\""
    round.from = CalendarDay(iso: "2026-09-01")
    round.until = CalendarDay(iso: "2026-12-18")
    let groups: [Instrument.Audience: Int] = [.staff: 42, .parents: 190]
    let text = AuditPlan.template(
      school: "x", phase: .allThrough, framework: smallFramework, components: ["vision"],
      round: round, groups: groups)
    let expected = AuditPlan(
      school: "x", phase: .allThrough, framework: "small", components: ["vision"], rounds: [round],
      groups: groups)
    let (plan, ids) = readPlan(text, AuditPlanReader(framework: [smallFramework]))
    #expect(plan == expected)
    #expect(ids == [])
    #expect(text.contains("  - vision  # C4 Vision\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `components that are not chosen stand there as examples`() {
    var pack = smallFramework
    pack.components.append(
      Framework.Component(
        id: "staff", code: "C1", title: "Staff\nand # training", practices: [], methods: []))
    let text = AuditPlan.template(
      school: "x", phase: .primary, framework: pack, components: ["vision"], round: Self.round)
    #expect(text.contains("  #- staff   # C1 Staff and # training\n"))
    #expect(readPlan(text, AuditPlanReader(framework: [pack])).0?.components == ["vision"])
  }

  @Test func `what a round could ask besides stands there with what it is for`() throws {
    let offers = [
      (instrument: "book-look", note: "C3.M3 Books\n# looked at"),
      (instrument: "helpers", note: "C2.M1 Helpers"),
    ]
    let text = AuditPlan.template(
      school: "x", phase: .primary, framework: smallFramework, round: Self.round, offers: offers)
    #expect(text.contains("      #- book-look  # C3.M3 Books # looked at\n"))
    #expect(readPlan(text).0?.rounds == [Self.round])
    let used = text.replacing("      #- helpers", with: "      - helpers")
    let (plan, ids) = readPlan(used)
    #expect(ids == [])
    #expect(plan?.rounds[0].instruments == Self.round.instruments + ["helpers"])
  }

  @Test func `every example in the file can be used by deleting its mark`() throws {
    let text = AuditPlan.template(
      school: "x", phase: .primary, framework: smallFramework, round: Self.round)
    let used = text.replacing(/(?m)^( *)#(?! )/) { $0.output.1 }
    let reader = AuditPlanReader(framework: [smallFramework])
    let (plan, ids) = readPlan(used, reader)
    #expect(ids == [])
    let read = try #require(plan)
    #expect(read.notApplicable == ["vision": "the reason in a few words"])
    #expect(read.rounds[0].from?.iso == "2026-09-01" && read.rounds[0].until?.iso == "2026-12-18")
    #expect(read.groups == [.staff: 42, .parents: 190])
    #expect(AuditPlan.audiences.allSatisfy { read.minimums[$0] == read.minimum(for: $0) })
    #expect(read.reference == .class)
    var other = try #require(readPlan(text, reader).0)
    (other.notApplicable, other.rounds) = (read.notApplicable, read.rounds)
    (other.groups, other.minimums) = (read.groups, read.minimums)
    other.reference = read.reference
    #expect(other == read, "the examples are the defaults")
  }
}
