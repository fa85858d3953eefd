import Diagnostics
import Instruments
import Testing

@testable import Responses

/// Tables of decisions, as they are exported, written by hand, and spoilt.
struct DecisionFileTests {
  private static let rollText = """
    pupil,name,class
    P1,Thomas Brown,5A
    P2,Tommy Reed,5A
    P3,Maya Begum,5A
    P4,Ravi Khan,5A
    P5,Tom Fielding,5B
    P6,Thomas Grant,5B

    """
  private static let names = """
    pupil,trusted_1,trusted_2,trusted_3
    P3,Tom,=cmd,Mr Jones
    P4,Tom,Xavier Quill,
    P5,Tom,P6,
    Tom,P3,P4,

    """
  private static let peers = instrument([
    item("me", .text, role: .respondent),
    item("trusted", .nominate(NominationRule(scope: .class, limit: 3)), text: "Who?"),
  ])

  private func nominations(_ decisions: [NameDecision] = []) throws -> Nominations {
    let roll = try #require(importedRoll(Self.rollText).roll)
    var sink = DiagnosticSink()
    let outcome = NominationImport.read(
      FileSource(name: "names.csv", bytes: Array(Self.names.utf8)), for: Self.peers, on: roll,
      options: ImportOptions(), decisions: NameDecisions(decisions), reporting: &sink)
    return try #require(outcome).nominations
  }

  private func read(
    _ text: String, after decisions: [NameDecision] = [], replaces: Bool = false
  ) throws -> (plan: DecisionFile.Plan?, sink: DiagnosticSink) {
    let nominations = try nominations(decisions)
    var sink = DiagnosticSink()
    let plan = DecisionFile.read(
      FileSource(name: "decisions.csv", bytes: Array(text.utf8)), against: nominations.queue,
      on: nominations.roll, replaces: replaces, reporting: &sink)
    #expect((plan == nil) == sink.hasErrors)
    return (plan, sink)
  }

  /// The faults as `id:line`, in the order of the file.
  private static func placed(_ sink: DiagnosticSink) -> [String] {
    sink.diagnostics.map { "\($0.message.id):\($0.location.line ?? 0)" }
  }

  private func key(_ written: String, _ label: String) throws -> String {
    try #require(
      try nominations().queue.entries.first { $0.written == written && $0.classLabel == label }
    ).key
  }

  @Test func `a table by hand needs what was written and the decision`() throws {
    let plan = try #require(
      try read("written,decision,pupil\ntom,pupil,P2\nXavier Quill,Off roll,\nmr JONES,,\n").plan)
    #expect(plan.blank == 1)
    let found = plan.decisions.map { "\($0.written) \($0.classLabel) \($0.meaning) \($0.pupils)" }
    // Without a class a decision is about each class that wrote the name.
    #expect(
      found.sorted() == [
        "Tom 5A pupil [\"P2\"]", "Tom 5B pupil [\"P2\"]", "Xavier Quill 5A offRoll []",
      ])
    let one = try #require(
      try read("written,class,decision,pupil\nTom,5B,pupil,P6\n").plan)
    #expect(one.decisions.map(\.classLabel) == ["5B"])
  }

  @Test func `a guard before a formula is read as what was written`() throws {
    let plan = try #require(try read("written,decision\n\"'=cmd\",illegible\n").plan)
    #expect(plan.decisions.map(\.written) == ["=cmd"])
  }

  @Test func `a row is found by its key, and by the beginning of it`() throws {
    let key = try key("Tom", "5A")
    for own in [key, String(key.prefix(5)), key.uppercased()] {
      let plan = try #require(try read("key,decision,pupil,note\n\(own),not,P1; P2,both\n").plan)
      #expect(plan.decisions.map(\.pupils) == [["P1", "P2"]])
      #expect(plan.decisions.map(\.note) == ["both"])
    }
  }

  @Test func `what was decided before is no new decision, and another needs a word`() throws {
    let entry = try #require(
      try nominations().queue.entries.first { $0.written == "Tom" && $0.classLabel == "5A" })
    var decision = entry.decided(.pupil, pupils: ["P1"])
    decision.who = "Ms Lead"
    let same = try #require(
      try read("key,decision,pupil\n\(entry.key),pupil,P1\n", after: [decision]).plan)
    #expect(same.decisions.isEmpty)
    #expect(same.unchanged == 1)
    let text = "key,decision,pupil\n\(entry.key),pupil,P2\n"
    let other = try read(text, after: [decision])
    #expect(Self.placed(other.sink) == ["decided-otherwise:2"])
    #expect(try read(text, after: [decision], replaces: true).plan?.decisions.count == 1)
  }

  @Test func `all faults of all rows are told at once and nothing is taken`() throws {
    let tom = try key("Tom", "5A")
    let jones = try key("Mr Jones", "5A")
    let row = try #require(try nominations().queue.entries.first { $0.entry.kind == .writer }).key
    let lines = [
      "key,written,class,decision,pupil,note",
      "\(tom),Tom,,guess,P1,", "\(tom),Tom,,pupil,,", "\(tom),Tom,,pupil,P1; P2,",
      "\(tom),Tom,,pupil,P99,", "\(tom),Tom,,staff,P1,", "\(tom),Tom,,,P1,",
      "zzzzzz,,,staff,,", ",Nobody Wrote,,staff,,", ",Tom,9Z,staff,,",
      "\(jones),Tom,,staff,,", "\(row),,,staff,,",
      "\(tom),Tom,,pupil,P1,\(String(repeating: "x", count: 501))",
      "\(jones),,,staff,,", "\(jones),,,family,,", "\(tom),staff",
      "\(tom.prefix(2)),,,staff,,",
    ]
    let found = try read(lines.joined(separator: "\n") + "\n")
    #expect(found.plan == nil)
    #expect(
      Self.placed(found.sink) == [
        "bad-decision:2", "decision-without-pupil:3", "decision-without-pupil:4",
        "decision-not-on-roll:5", "decision-with-pupil:6", "pupil-without-decision:7",
        "unknown-key:8", "nobody-wrote:9", "nobody-wrote:10", "key-of-another:11",
        "no-writer-decision:12", "long-note:13", "decided-twice:15", "decision-width:16",
        "key-of-several:17",
      ])
  }

  @Test func `a hostile table is refused in few words`() throws {
    let cell = String(repeating: "A", count: 1 << 20)
    let hostile = [
      "decision\nstaff\n", "", "key,decision\n",
      "key,decision\n\"\(cell)\",staff\n", "written,decision,pupil\n\(cell),pupil,P1\n",
      "key,decision\n=1+1,\"=HYPERLINK(\"\"x\"\")\"\n", "written,decision\nTom,\"\"\"staff\"\"\"\n",
      "key,decision\n\u{0},staff\n", "key,decision\n\"abc,staff\n",
      "written,decision,pupil\nTom,pupil,\"P1\nP2\"\n",
    ]
    for text in hostile {
      let found = try read(text)
      #expect(found.plan?.decisions.isEmpty ?? true)
      for fault in found.sink.diagnostics {
        #expect(fault.message.text.count < 400)
        #expect(!fault.message.text.contains("Tom"), "what pupils wrote is in no message")
      }
    }
  }

  @Test func `rows sorted otherwise say the same`() throws {
    let tom = try key("Tom", "5A")
    let jones = try key("Mr Jones", "5A")
    let rows = ["\(tom),pupil,P2", "\(jones),family,"]
    let one = try read("key,decision,pupil\n" + rows.joined(separator: "\n") + "\n").plan
    let other = try read("key,decision,pupil\n" + rows.reversed().joined(separator: "\n") + "\n")
      .plan
    #expect(one?.decisions.count == 2)
    #expect(Set(one?.decisions ?? []) == Set(other?.decisions ?? []))
  }
}
