import Analysis
import Diagnostics
import Instruments
import Responses
import Testing

@testable import Reports

/// The table of responses: its columns have names of their own, and its cells are what was answered.
struct PersonsCSVTests {
  private static func table(
    _ text: String, _ rows: String, extras: [String] = [], id: String? = nil
  ) throws -> ResponseTable {
    var sink = DiagnosticSink()
    let instrument = try #require(
      InstrumentReader().read(Array(text.utf8), file: "small", into: &sink),
      "\(sink.diagnostics.map(\.message.text))")
    var options = ImportOptions()
    options.extras = extras
    options.identifier = id
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: Array(rows.utf8)), for: instrument, options: options,
      reporting: &sink)
    return try #require(outcome, "\(sink.diagnostics.map(\.message.text))").table
  }

  private static func written(_ persons: PersonFigures) -> [[String]] {
    let text = PersonsCSV.write(persons.releasedToHolder(), to: ByteSink()).text
    return text.split(separator: "\r\n").map { line in
      line.replacing("\"", with: "").split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
    }
  }

  private static let clashing = """
    id: small
    version: 1
    audience: pupils
    privacy: confidential
    scales:
      points: { points: [ { code: -1, label: No }, { code: 0, label: So }, { code: 1, label: Yes } ] }
    sections:
      - id: main
        scale: points
        items:
          - { id: row, text: First }
          - { id: mood, text: Second }
          - { id: mood_band, text: Third }
          - { id: next, text: Fourth }
          - { id: item_mood, text: Fifth }
          - { id: who, type: text, role: respondent }
          - { id: said, type: text }
          - { id: day, type: date }
          - { id: age, type: number }
          - { id: any, type: multiple, choices: [ { code: A B, label: One }, { code: c, label: Two } ] }
    scores:
      - { id: mood, items: [mood, mood_band], method: mean, min_answered: 1, bands: { scheme: own, bands: [ { label: low, below: 0 }, { label: high, from: 0 } ] } }

    """

  private static let rows = """
    row,mood,mood_band,next,item_mood,who,said,day,age,any,School name
    -1,1,,0,1,P1,=1+1,2026-09-01,9.5,A B,=North
    0,-1,0,,1,P2,hello,,10,,South

    """

  @Test func `a name that two columns want, or that R or Python keep, gets its kind in front`()
    throws
  {
    let table = try Self.table(Self.clashing, Self.rows, extras: ["School name"])
    let by = Grouping(by: "School name", labels: try #require(table.extras["School name"]))
    let lines = Self.written(PersonFigures(table, groupings: [by]))
    #expect(
      lines[0] == [
        "row", "id", "school_name", "score_mood", "band_mood_band", "item_row", "item_mood_2",
        "item_mood_band", "item_next", "item_mood", "day", "age", "any_a_b", "any_c", "flags",
      ])
    #expect(
      lines[1] == [
        "1", "", "'=North", "1.0", "high", "-1", "1", "", "0", "1", "2026-09-01", "9.5", "1", "0",
        "",
      ])
    #expect(
      lines[2] == [
        "2", "", "South", "-0.5", "low", "0", "-1", "0", "", "1", "", "10.0", "", "", "",
      ])
  }

  @Test func `an item that splits stands once, and ids and records are those of the file`() throws {
    let text = Self.clashing.replacing("confidential", with: "anonymous")
      .replacing("      - { id: who, type: text, role: respondent }\n", with: "")
    let rows = "row,mood,mood_band,next,item_mood,said,day,age,any,key\n"
    let body = ",,,,,,,,,\n1,0,0,0,1,,,,,K-2\n0,1,0,1,1,,,,,007\n"
    let table = try Self.table(text, rows + body, id: "key")
    let by = Grouping(by: "Fourth", codes: try #require(table.codes("next")))
    let lines = Self.written(PersonFigures(table, groupings: [by]))
    #expect(lines[0][2] == "item_next" && lines[0].count { $0 == "item_next" } == 1)
    #expect(lines[1...].map { $0[0] } == ["2", "3"])
    #expect(lines[1...].map { $0[1] } == ["K-2", "007"])
    #expect(lines[1...].map { $0[2] } == ["0", "1"])
  }

  @Test func `the dictionary has one row for each column, in their order`() throws {
    let table = try Self.table(Self.clashing, Self.rows, extras: ["School name"])
    let by = Grouping(by: "School name", labels: try #require(table.extras["School name"]))
    let persons = PersonFigures(table, groupings: [by])
    let text = DictionaryCSV.write(persons.releasedToHolder(), to: ByteSink()).text
    let lines = text.split(separator: "\r\n").dropFirst()
    #expect(
      lines.map { String($0.split(separator: ",")[0]).replacing("\"", with: "") }
        == Self.written(persons)[0])
    let band = try #require(lines.first { $0.hasPrefix("\"band_mood_band\"") })
    #expect(band.contains("\"low|high\"") && band.contains("\"own\""))
    let score = try #require(lines.first { $0.hasPrefix("\"score_mood\"") })
    #expect(score.contains(",-1.0,1.0,\"mean\",\"mood|mood_band\""))
    #expect(score.contains("\"mean of the answers given, at least 1 of 2\""))
  }
}
