import Diagnostics
import Instruments
import Responses
import Testing

@testable import Analysis

/// How much of a record an audit tells to have come in.
struct RecordAmountTests {
  private func amount(_ record: SmallRecord, _ lines: [String], minimum: Int = 5) throws
    -> RecordAmount
  {
    var sink = DiagnosticSink()
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: Array(lines.joined(separator: "\n").utf8)),
      for: try record.read(), options: ImportOptions(), reporting: &sink)
    let table = try #require(outcome?.table, "\(sink.diagnostics.map(\.message.text))")
    return try #require(RecordAmount(of: table, minimum: minimum))
  }

  @Test func `voices are told as in the gap table, however few they are`() throws {
    let talk = SmallRecord(
      audience: "pupils",
      items: [
        "id: voice, type: text",
        "id: says, type: single, choices: [{ code: strength }, { code: gap }]",
      ],
      rule: [
        "unit: voice", "minimum: { units: 3 }", "measures:",
        "  - { id: said, kind: voices, of: says, practices: [vision.safety] }",
      ])
    let found = try amount(talk, ["voice,says"] + (1...7).map { "\($0),gap" }, minimum: 10)
    #expect(found.units == 7 && found.tellsRows)
  }

  @Test func `rows of an office are told where the people that they count are enough`() throws {
    let office = SmallRecord(
      audience: "records",
      items: ["id: topic, type: text", "id: trained, type: number", "id: people, type: number"],
      rule: [
        "minimum: { count: 10 }", "measures:",
        "  - { id: trained, kind: share, of: trained, among: people, practices: [vision.values] }",
      ])
    let told = try amount(office, ["topic,trained,people", "a,9,20", "b,3,20"])
    #expect(told.units == 2 && told.tellsRows)
    let held = try amount(office, ["topic,trained,people", "a,1,2", "b,1,2"])
    #expect(held.units == nil && !held.tellsRows)
  }

  @Test(arguments: [(2, nil), (3, Optional(3))])
  func `rows of a way through support are told with its cases`(cases: Int, units: Int?) throws {
    let journey = SmallRecord(
      audience: "records",
      items: [
        "id: case, type: text", "id: day, type: date",
        "id: stage, type: single, choices: [{ code: noticed }, { code: helped }]",
      ],
      rule: [
        "unit: case", "minimum: { units: 3 }", "measures:",
        "  - { id: way, kind: journey, of: stage, by: day, values: [noticed, helped], "
          + "practices: [vision.values] }",
      ])
    let rows = (1...cases).flatMap { ["\($0),2025-10-01,noticed", "\($0),2025-10-20,helped"] }
    let found = try amount(journey, ["case,day,stage"] + rows)
    #expect(found.units == units && found.tellsRows == (units != nil))
  }

  @Test(arguments: [(4, nil), (5, Optional(5))])
  func `where few pupils were asked about neither they nor their rows are told`(
    pupils: Int, units: Int?
  ) throws {
    let needs = SmallRecord(
      audience: "staff",
      items: ["id: pupil, type: text", "id: know, type: number", "id: asked, type: number"],
      rule: [
        "setting: pupil", "minimum: { settings: 3 }", "measures:",
        "  - { id: know, kind: share, of: know, among: asked, practices: [vision.values] }",
      ])
    let rows = (1...pupils).flatMap { ["p\($0),6,12", "p\($0),3,9"] }
    let found = try amount(needs, ["pupil,know,asked"] + rows)
    #expect(found.units == units && found.tellsRows == (units != nil))
  }

  @Test func `rows that say nothing are no units, and few of them are not told`() throws {
    let lessons = SmallRecord(
      items: ["id: lesson, type: text", "id: good, type: number", "id: all, type: number"],
      rule: [
        "unit: lesson", "measures:",
        "  - { id: m, kind: share, of: good, among: all, practices: [vision.values] }",
      ])
    let few = try amount(lessons, ["lesson,good,all", "a,,", "b,,"])
    #expect(few.units == 0 && !few.tellsRows)
    let more = try amount(lessons, ["lesson,good,all"] + (1...5).map { "\($0),," })
    #expect(more.units == 0 && more.tellsRows)
    let seen = try amount(lessons, ["lesson,good,all", "a,1,2", "b,1,2"])
    #expect(seen.units == 2 && seen.tellsRows)
  }
}
