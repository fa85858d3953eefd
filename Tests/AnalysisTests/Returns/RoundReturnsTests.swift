import Analysis
import Diagnostics
import Instruments
import Responses
import Testing

/// What came in of what a round planned.
struct RoundReturnsTests {
  private static let record = SmallRecord(
    items: ["id: lesson, type: text", "id: good, type: number", "id: all, type: number"],
    rule: [
      "unit: lesson", "minimum: { units: 3 }", "measures:",
      "  - { id: m, kind: share, of: good, among: all, practices: [vision.values] }",
    ])

  private func rows(_ lines: [String], audience: String = "observers") throws -> RecordReturn {
    var record = Self.record
    record.audience = audience
    var sink = DiagnosticSink()
    let text = (["lesson,good,all"] + lines).joined(separator: "\n")
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: Array(text.utf8)), for: try record.read(),
      options: ImportOptions(), reporting: &sink)
    return RecordReturn(of: try #require(outcome?.table), minimum: 5)
  }

  private func survey(_ rows: Int, of population: Int?, minimum: Int = 5) throws -> ReturnFigures {
    let small = SmallInstrument(id: "ours", audience: "staff", items: ["a/staff.trust"])
    let outcome = try small.responses((0..<rows).map { "\(1 + $0 % 5)" })
    return ReturnFigures(
      of: outcome.table, ledger: outcome.ledger, for: .audit(minimum: minimum), total: population
    ) { _ in nil }
  }

  private func returns(
    _ surveys: [ReturnFigures], _ records: [RecordReturn] = [],
    notApplicable: [String: String] = [:]
  ) -> [ComponentReturns] {
    RoundReturns(
      surveys: surveys, records: records, framework: planPack, notApplicable: notApplicable
    ).components
  }

  @Test func `a record is missing, too little or enough by its own minimum`() throws {
    let nothing = RecordReturn(nothingOf: try Self.record.read())
    #expect(nothing.state == .missing && nothing.units == 0 && nothing.expected == 3)
    let two = try rows(["1,1,2", "1,0,2", "2,1,2"])
    #expect(two.state == .tooLittle && two.units == 2 && two.unit == "lesson")
    let three = try rows(["1,1,2", "2,0,2", "3,1,2"])
    #expect(three.state == .enough && three.units == 3)
  }

  @Test func `fewer people than may be shown are not counted out`() throws {
    let staff = try rows(["1,1,2", "2,0,2", "3,1,2"], audience: "staff")
    #expect(staff.state == .enough && staff.units == nil)
    let more = try rows((1...5).map { "\($0),1,2" }, audience: "staff")
    #expect(more.units == 5)
  }

  @Test func `rows of people who were asked again and again are not counted out either`() throws {
    let record = SmallRecord(
      audience: "parents",
      items: ["id: event, type: text", "id: came, type: number", "id: asked, type: number"],
      rule: [
        "setting: event", "minimum: { units: 3 }", "measures:",
        "  - { id: m, kind: share, of: came, among: asked, practices: [vision.values] }",
      ])
    func units(_ asked: Int) throws -> RecordReturn {
      var sink = DiagnosticSink()
      let text = ["event,came,asked"] + (0..<6).map { "e\($0),1,\(asked)" }
      let outcome = ResponseImport.read(
        FileSource(name: "rows.csv", bytes: Array(text.joined(separator: "\n").utf8)),
        for: try record.read(), options: ImportOptions(), reporting: &sink)
      return RecordReturn(of: try #require(outcome?.table), minimum: 5)
    }
    // Four parents may have been asked at each of six events: the evidence of them is held back.
    #expect(try units(4).units == nil && units(4).state == .enough)
    #expect(try units(5).units == 6)
  }

  @Test func `groups of few people are not told by their size`() throws {
    let small = SmallInstrument(
      id: "ours", audience: "staff", items: ["a/staff.trust"],
      further: [
        "{ id: role, type: single, role: group, choices: [{ code: t }, { code: o }, { code: s }] }"
      ])
    let rows = ["t", "o", "s"].flatMap { role in
      (0..<(role == "t" ? 12 : 3)).map { "\(1 + $0 % 5),\(role)" }
    }
    let outcome = try small.responses(rows, heading: "a,role")
    func returns(_ office: Int, _ policy: ReleasePolicy) throws -> ReturnFigures {
      let sizes = try population(["role,count", "t,14", "o,\(office)", "s,6"])
      return ReturnFigures(
        of: outcome.table, ledger: outcome.ledger, for: policy, total: 20 + office
      ) { _ in sizes }
    }
    let audit = try returns(3, .audit(minimum: 5))
    #expect(audit.groups.map(\.returned) == [12, nil, nil])
    #expect(audit.groups.map(\.expected) == [14, nil, nil] && audit.expected == 23)
    #expect(audit.groups.map(\.share) == [12.0 / 14, nil, nil])
    #expect(try returns(5, .audit(minimum: 5)).groups.map(\.expected) == [14, 5, 6])
    #expect(try returns(3, .holder).groups.map(\.expected) == [14, 3, 6])
  }

  @Test func `a component lacks what did not come in, and what too few answered`() throws {
    let nothing = ReturnFigures(
      nothingOf: try survey(1, of: 40).instrument, minimum: 5, expected: 40)
    let none = returns([nothing])[1]
    #expect(none.state == .lacking && none.lacking.map(\.state) == [.nothing])
    #expect(none.practicesWithout.map(\.id) == ["staff.trust"])
    let few = returns([try survey(19, of: 40)])[1]
    #expect(few.lacking.map(\.state) == [.tooLittle])
    #expect(few.practicesWithout.isEmpty)
    let enough = returns([try survey(20, of: 40)])[1]
    #expect(enough.state == .complete && enough.planned == ["ours"])
  }

  @Test func `so few that they are held back are too little`() throws {
    let held = returns([try survey(4, of: 6)])[1]
    #expect(held.lacking.map(\.state) == [.tooLittle])
  }

  @Test func `where nobody said how many could answer, what came in is not called too little`()
    throws
  {
    #expect(returns([try survey(6, of: nil)])[1].state == .complete)
  }

  @Test func `a component has what is planned for it, or nothing`() throws {
    let components = returns([try survey(20, of: 40)], [try rows(["1,1,2"])])
    #expect(components.map(\.planned) == [["small"], ["ours"]])
    #expect(components.map(\.state) == [.lacking, .complete])
    #expect(components[0].practicesWithout.map(\.id) == ["vision.safety"])
    #expect(returns([]).map(\.state) == [.nothingPlanned, .nothingPlanned])
    let excused = returns([try survey(20, of: 40)], notApplicable: ["staff": "none here"])[1]
    #expect(excused.state == .notApplicable && excused.planned.isEmpty)
    #expect(excused.practicesWithout.isEmpty)
  }
}
