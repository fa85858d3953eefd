import Diagnostics
import Foundation
import Instruments
import Testing

@testable import Responses

/// One survey as several tools export it; every form must give the same responses.
struct DialectTests {
  /// The instrument of the sample school's dialect files.
  private static func survey() throws -> Instrument {
    let file = projectFolder.appending(path: "SampleData/dialects/mini-safety.yaml")
    var sink = DiagnosticSink()
    let bytes = [UInt8](try Data(contentsOf: file))
    return try #require(InstrumentReader().read(bytes, file: "mini-safety.yaml", into: &sink))
  }

  /// The record of the literals below.
  private static let record = [
    "year_group": "y5", "safe_class": "4", "safe_playground": "2",
    "worried_where": "toilets+journey", "trusted_people": "Aisha Khan, Tom Brown",
    "comment": "She said \"hi\"\nand left",
  ]

  private static let exports: [(String, Dialect)] = [
    (
      """
      year_group,safe_class,safe_playground,worried_where,trusted_people,comment
      y5,4,2,toilets;journey,"Aisha Khan, Tom Brown","She said ""hi""
      and left"

      """, .plain
    ),
    (
      """
      Timestamp,Year group,How safe do you feel? [In my classroom],How safe do you feel? [In the \
      playground],Where do you feel worried?,Three people you trust,Anything else?
      17/11/2025 09:04:31,Year 5,Always,Sometimes,"Toilets, Journey home, after school",\
      "Aisha Khan, Tom Brown","She said ""hi""
      and left"

      """, .googleForms
    ),
    (
      """
      "Timestamp","Year group","How safe do you feel? [In my classroom]","How safe do you feel? \
      [In the playground]","Where do you feel worried?","Three people you trust","Anything else?"
      "2025/11/17 9:04:31 AM GMT","Year 5","Always","Sometimes","Toilets;Journey home, after \
      school","Aisha Khan, Tom Brown","She said ""hi""
      and left"

      """, .googleForms
    ),
    (
      """
      \u{FEFF}ID,Start time,Completion time,Email,Name,Year group,In my classroom,In the \
      playground,Where do you feel worried?,Three people you trust,Anything else?
      1,17/11/2025 09:01,17/11/2025 09:04,anonymous,,Year 5,Always,Sometimes,"Toilets;Journey \
      home, after school;","Aisha Khan, Tom Brown","She said ""hi""
      and left"

      """, .microsoftForms
    ),
    (
      """
      year_group;safe_class;safe_playground;worried_where/toilets;worried_where/corridors;\
      worried_where/journey;trusted_people;comment
      y5;4,0;2.0;1;0;1;Aisha Khan, Tom Brown;"She said ""hi""
      and left"

      """.replacing("4,0", with: "4.0"), .plain
    ),
  ]

  @Test(arguments: exports.indices)
  func `each tool's export gives the same record`(_ index: Int) throws {
    let (text, dialect) = Self.exports[index]
    let survey = try Self.survey()
    let file = imported(text, for: survey)
    for (item, answer) in Self.record {
      #expect(file.answers(item) == [answer], "\(file.messages)")
    }
    #expect(file.ledger?.dialect == dialect)
    #expect(file.ledger?.unreadableCells == 0)
  }

  @Test func `the sample school's dialect files all give the same records`() throws {
    let survey = try Self.survey()
    let files = ["plain", "google-sheet", "google-download", "microsoft"].map { name in
      imported(
        FileSource(path: projectFolder.appending(path: "SampleData/dialects/\(name).csv").path),
        for: survey)
    }
    let plain = try #require(files[0].table?.items)
    for item in Self.record.keys {
      for file in files {
        #expect(file.answers(item).count == 6, "\(file.messages)")
        #expect(file.answers(item) == files[0].answers(item))
      }
    }
    #expect(plain.count == Self.record.count)
  }

  @Test(
    arguments: [
      "=1+1", "+44 20", "-5 for maths", "@home", "'=quoted", "\t=tab", "=HYPERLINK(\"x\")",
    ])
  func `text that a spreadsheet would run is kept as it was written`(_ text: String) throws {
    let cell = "\"" + text.replacing("\"", with: "\"\"") + "\""
    let file = imported(
      "year_group,safe_class,safe_playground,worried_where,trusted_people,comment\n"
        + "y5,4,2,,,\(cell)\n", for: try Self.survey())
    #expect(file.answers("comment") == [text])
  }

  @Test(
    arguments: [
      (["Timestamp", "a"], .googleForms), (["timestamp ", "Email Address"], .googleForms),
      (["a", "Timestamp"], .googleForms), (["_uuid", "_submission_time"], .kobo),
      (["ID", "Start time", "Completion time"], .microsoftForms),
      (["x", "id", "Completion Time", "START TIME"], .microsoftForms),
      ([], .plain),
    ] as [([String], Dialect)])
  func `the headings show which tool wrote a file`(_ header: [String], _ dialect: Dialect) {
    let best = DialectFinding.all(in: [header]).first { $0.score >= DialectFinding.threshold }
    #expect((best?.dialect ?? .plain) == dialect)
  }

  @Test func `the person's word on the dialect wins over the headings`() {
    let survey = instrument([item("safe", often)])
    let text = "ID,Start time,Completion time,safe\n1,,,2\n1,,,3\n"
    #expect(imported(text, for: survey).outcome == nil)
    #expect(
      imported(text, for: survey, options { $0.dialect = .plain }).answers("safe") == ["2", "3"])
  }
}
