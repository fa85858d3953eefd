import Instruments
import Testing

@testable import Responses
@testable import exports

/// Rows that their tool marks as no data are left out, with the reason.
struct ScreenedRowTests {
  /// Exports of three answers with a mark put into the second.
  private static let marked: [(DialectWriter, from: String, to: String, ImportLedger.Exclusion)] = [
    (
      .qualtrics, "IP Address,,100,True,2025-11-17 08:00:02",
      "Survey Preview,,100,True,2025-11-17 08:00:02", .preview
    ),
    (.qualtrics, "100,True,2025-11-17 08:00:02", "40,False,2025-11-17 08:00:02", .unfinished),
    (.qualtricsLegacy, ",0,2025-11-17 08:00:02", ",2,2025-11-17 08:00:02", .preview),
    (.limeSurvey, "\"2025-11-17 08:00:02\"", "", .unfinished),
    (.redcap, "2025-11-17 08:00:02", "[not completed]", .unfinished),
    (.typeform, "completed,2025-11-17 08:00:00,,2025-11-17 08:00:02", "partial,,,", .unfinished),
    (.smartSurvey, "17/11/2025 08:00:02", "", .unfinished),
  ]

  @Test(arguments: marked.indices)
  func `tests, previews and unfinished rows are no responses`(_ index: Int) throws {
    let (writer, from, to, exclusion) = Self.marked[index]
    let plain = writer.export([.example, .example, .example])
    let text = plain.replacing(from, with: to, maxReplacements: 1)
    try #require(text != plain, "\(writer)")
    func read(_ keeps: Bool) throws -> Imported {
      imported(
        text, for: try RoundTripTests.survey(),
        options {
          $0.recipe = writer.recipe
          $0.keepsUnfinished = keeps
        })
    }
    let file = try read(false)
    #expect(file.ledger?.excluded == [exclusion: 1], "\(writer): \(file.messages)")
    #expect(file.table?.rowCount == 2)
    #expect(try read(true).table?.rowCount == (exclusion == .unfinished ? 3 : 2))
  }

  @Test func `a column is split by under the tool's name for it as well as under its question`()
    throws
  {
    for name in ["Q1", "Year group", "QID1"] {
      let file = imported(
        DialectWriter.qualtrics.export([.example]), for: try RoundTripTests.survey(),
        options { $0.extras = [name] })
      #expect(file.table?.extras[name]?.labels == ["Year 5"], "\(name): \(file.messages)")
    }
  }

  @Test func `a column without a heading beside Typeform's number sign is not its twin`() throws {
    let text = DialectWriter.typeform.export([.example, .example])
    let lines = text.replacing(",Ending\n", with: ",Ending,\n").replacing(
      "98eebf3737,,\n", with: "98eebf3737,,,\n")
    try #require(lines != text)
    let file = imported(lines, for: try RoundTripTests.survey())
    #expect(file.table?.rowCount == 2, "\(file.messages)")
  }

  @Test func `marks that could be of two tools ask`() throws {
    let file = imported(
      "record_id,UserID,safe\n1,2,3\n", for: instrument([item("safe", often)]))
    #expect(file.faults == ["answers.csv:1 dialect-unclear"])
    #expect(file.messages[0].contains("--dialect redcap, --dialect smartsurvey, --dialect plain"))
    let plain = imported(
      "record_id,UserID,safe\n1,2,3\n", for: instrument([item("safe", often)]),
      options { $0.dialect = .plain })
    #expect(plain.answers("safe") == ["3"])
  }

  @Test func `two ticks in the columns of a single question are no answer anybody can tell`() throws
  {
    let writer = DialectWriter.surveyMonkeyExpanded
    let text = writer.export([.example]).replacing(",,Year 5,,", with: ",Year 4,Year 5,,")
    let file = imported(text, for: try RoundTripTests.survey())
    #expect(file.answers("year_group") == ["unreadable"], "\(file.messages)")
  }
}
