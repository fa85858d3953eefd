import Diagnostics
import Instruments
import Testing

@testable import Responses

struct FaultReportTests {
  private static let survey = instrument([
    item("safe", often), item("age", .number), item("born", .date), item("said", .text),
    item("where", .multiple([point("toilets", "Toilets"), point("stairs", "Stairs")])),
  ])
  private static let header = "safe,age,born,said,where"

  @Test func `a fault names the row, the line of the file, the column, the value and a remedy`() {
    let file = imported(
      "\(Self.header)\n1,7,2016-02-03,\"one\ntwo\r\nthree\",\n\nAlwys,7,2016-02-03,x,\n",
      for: Self.survey)
    #expect(file.faults == ["answers.csv:6 unknown-answer"])
    #expect(
      file.messages == [
        "row 2, column 'safe': 'Alwys' is no answer; did you mean 'Always'?"
      ])
  }

  @Test func `without a near word the message lists what is expected`() {
    let file = imported("\(Self.header)\n77,7,2016-02-03,x,\n", for: Self.survey)
    #expect(
      file.messages.allSatisfy { $0.contains("expected one of 'Never', 'Sometimes', 'Mostly'") })
  }

  @Test func `all faults of a file are told in one run, in the order of the file`() {
    let file = imported(
      """
      \(Self.header)
      5,x,31/02/2016,fine,hall
      1,7,2016-02-03,fine,Stairs
      1,7,2016-02-03
      1,7,2016-02-03,one, two,Stairs
      9,7,,fine,toilets

      """, for: Self.survey)
    #expect(
      file.sink.diagnostics.map { "\($0.location.line ?? 0) \($0.message.id)" } == [
        "2 unknown-answer", "2 not-a-number", "2 not-a-date", "2 unknown-answer", "4 ragged-row",
        "5 ragged-row", "6 unknown-answer",
      ])
    #expect(file.messages[4].contains("cut off") && file.messages[5].contains("comma"))
  }

  @Test func `with --accept-rejects sound rows are taken, and faults are warnings`() throws {
    let file = imported(
      "\(Self.header)\n5,7,,,\n1,7,,,\n,,,,\n2,7,,\n3,7,,,\n", for: Self.survey,
      options { $0.acceptsRejects = true })
    #expect(file.answers("safe") == ["1", "3"])
    #expect(file.faults == ["answers.csv:2 unknown-answer", "answers.csv:5 ragged-row"])
    #expect(file.sink.warningCount == 2)
    let ledger = try #require(file.ledger)
    #expect(ledger.read == 5 && ledger.excluded == [.fault: 2, .empty: 1] && ledger.needsPerson)
    #expect((0..<2).compactMap { file.table?.record(ofRow: $0) } == [2, 5])
  }

  @Test func `--accept-rejects cannot mend a file that breaks off`() {
    let file = imported(
      "\(Self.header)\n1,7,,,\n1,7,,\"x,\n", for: Self.survey, options { $0.acceptsRejects = true })
    #expect(file.outcome == nil && file.faults == ["answers.csv:3:6 unclosed-quote"])
  }

  @Test(arguments: [" \n", ",,,,\n", " ,\t, ,,\n", "\"\",\"\",,,\n", "\"  \"\n", ",\n"])
  func `rows without anything but blanks are left out as empty`(_ row: String) {
    let file = imported("\(Self.header)\n1,7,,,\n\(row)", for: Self.survey)
    #expect(file.ledger?.excluded == [.empty: 1] && file.ledger?.used == 1)
  }

  @Test func `a message stays short and without control characters`() throws {
    let long = String(repeating: "x\u{1B}[31m\u{202E}", count: 2_000)
    let marks = "e" + String(repeating: "\u{301}", count: 20_000)
    for value in [long, marks, String(repeating: "é", count: 30_000)] {
      let file = imported("safe\n\(value)\n", for: instrument([item("safe", often)]))
      let message = try #require(file.messages.first)
      #expect(message.utf8.count < 600)
      #expect(!message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
  }

  /// A long text in a closed question is somebody's own words that slipped a column.
  @Test(arguments: [(40, true), (41, false)])
  func `a value of up to 40 characters is shown, a longer one is not`(
    _ length: Int, _ isShown: Bool
  ) {
    let value = String(repeating: "y", count: length)
    let file = imported("safe\n\(value)\n", for: instrument([item("safe", often)]))
    #expect(file.messages.count == 1 && file.messages[0].contains(value) == isShown)
    #expect(file.messages[0].contains("yyy") == isShown)
  }

  @Test func `the same value in the same column is told once, with how often it stands there`() {
    let rows = String(repeating: "9,x\n", count: 3_000)
    let file = imported(
      "safe,age\n\(rows)9,y\n", for: instrument([item("safe", often), item("age", .number)]))
    #expect(file.sink.errorCount == 3)
    #expect(
      file.messages.filter { $0.hasSuffix("(3000 more rows have it in this column)") }.count == 1)
    #expect(
      file.messages.filter { $0.hasSuffix("(2999 more rows have it in this column)") }.count == 1)
  }

  @Test func `beyond the thousandth fault they are only counted`() {
    let rows = (0..<3_000).map { "9\($0)9,x\($0)\n" }.joined()
    let file = imported(
      "safe,age\n\(rows)", for: instrument([item("safe", often), item("age", .number)]))
    #expect(file.sink.errorCount == 6_000)
    #expect(file.sink.diagnostics.count == DiagnosticSink.storageLimit)
  }

  @Test func `the export of another survey is told in one sentence`() {
    let file = imported("Timestamp,Colour,Song\nx,y,z\n", for: Self.survey)
    #expect(file.faults == ["answers.csv:1 other-survey"])
    #expect(file.messages[0].contains("5 of 5 items") && file.messages[0].contains("'Song'"))
  }

  /// Free text, and whatever shifts into another column, belongs to the person who wrote it.
  @Test(
    arguments: [
      "1,7,2016-02-03,Mr Secret hits me, and I am afraid,\n",
      "1,7,2016-02-03,\"Mr Secret \"hits\" me\",\n",
      "1,7,2016-02-03,\"Mr Secret hits me\n",
      "1,7,2016-02-03,Mr Secret \"hits\" me,\n",
      "1,7,2016-02-03,Mr Secret hits me\n",
    ])
  func `free text never stands in a message`(_ row: String) {
    let file = imported("\(Self.header)\n\(row)", for: Self.survey)
    #expect(file.outcome == nil)
    #expect(!file.messages.joined().contains("Secret"), "\(file.messages)")
    #expect(!file.sink.diagnostics.flatMap(\.notes).joined(separator: " ").contains("Secret"))
  }
}
