import Diagnostics
import Foundation
import Instruments
import Testing

@testable import Responses
@testable import exports

/// Workbooks are read wherever CSV files are, and faults name cells.
struct WorkbookTests {
  /// One response as Microsoft Forms writes it.
  private static let forms: WorkbookWriter = {
    let heads = [
      "ID", "Start time", "Completion time", "Email", "Name", "Year group", "In my classroom",
      "In the playground", "Where do you feel worried?", "Three people you trust", "Anything else?",
    ]
    let answers = [
      "anonymous", "Year 5", "Always", "Sometimes", "Toilets;Journey home, after school;",
      "Aisha Khan, Tom Brown", "She said \"hi\"\nand left",
    ]
    let head = heads.indices.map { column in
      "<c r=\"\(CellReference(row: 1, column: column))\" t=\"s\"><v>\(column)</v></c>"
    }
    let texts = [3, 5, 6, 7, 8, 9, 10].enumerated().map { index, column in
      "<c r=\"\(CellReference(row: 2, column: column))\" t=\"s\"><v>\(11 + index)</v></c>"
    }
    return WorkbookWriter(
      "<row r=\"1\">\(head.joined())</row><row r=\"2\"><c r=\"A2\"><v>1</v></c>"
        + "<c r=\"B2\" s=\"1\"><v>46028.3758</v></c><c r=\"C2\" s=\"1\"><v>46028.3781</v></c>"
        + texts.joined() + "</row>",
      strings: (heads + answers).map { "<t>\(WorkbookWriter.escaped($0))</t>" },
      formats: ["0", "m/d/yy\\ h:mm:ss"])
  }()

  private static func survey() throws -> Instrument {
    let file = projectFolder.appending(path: "SampleData/dialects/mini-safety.yaml")
    var sink = DiagnosticSink()
    let bytes = [UInt8](try Data(contentsOf: file))
    return try #require(InstrumentReader().read(bytes, file: "mini-safety.yaml", into: &sink))
  }

  @Test func `a workbook of Microsoft Forms gives the record of its re-saved file`() throws {
    let file = imported(Self.forms.source, for: try Self.survey())
    #expect(file.faults.isEmpty, "\(file.messages)")
    #expect(file.ledger?.dialect == .microsoftForms)
    #expect(file.answers("year_group") == ["y5"])
    #expect(file.answers("safe_playground") == ["2"])
    #expect(file.answers("worried_where") == ["toilets+journey"])
    #expect(file.answers("comment") == ["She said \"hi\"\nand left"])
  }

  @Test func `dates at most 12 need no word on day and month`() throws {
    var sink = DiagnosticSink()
    let survey = instrument([item("born", .date)])
    let workbook = WorkbookWriter(
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>born</t></is></c></row>"
        + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46028</v></c></row>", formats: ["0", "14"])
    let outcome = ResponseImport.read(
      workbook.source, for: survey, options: ImportOptions(), reporting: &sink)
    #expect(Imported(outcome: outcome, sink: sink).answers("born") == ["2026-1-6"])
    let plain = imported("born\n06/01/2026\n", for: survey)
    #expect(plain.faults == ["answers.csv:2 date-order-unknown"])
  }

  @Test func `faults name the row and the cell of the sheet`() {
    let survey = instrument([item("safe", often)])
    let table: [[String?]] = [
      ["id", "safe"], ["1\n2\n3", "2"], [], ["x", "quite often"], ["y", "9"],
    ]
    let file = imported(WorkbookWriter(table).source, for: survey)
    #expect(
      file.faults == ["a.xlsx (Sheet1):4 unknown-answer", "a.xlsx (Sheet1):5 unknown-answer"])
    #expect(file.messages.first?.hasPrefix("cell B4, column 'safe': 'quite often'") == true)
  }

  @Test func `cells with errors are all told, and nothing is taken in`() {
    let workbook = WorkbookWriter(
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>safe</t></is></c></row>"
        + "<row r=\"2\"><c r=\"A2\" t=\"e\"><f>B2</f><v>#REF!</v></c></row>"
        + "<row r=\"7\"><c r=\"B7\" t=\"e\"><v>#N/A</v></c></row>")
    let file = OpenedFile(workbook.source)
    #expect(file.faults == ["a.xlsx (Sheet1):2 error-cell", "a.xlsx (Sheet1):7 error-cell"])
    #expect((file.messages.first ?? "").contains("cell A2 shows the error #REF!"))
    #expect(file.rows.isEmpty)
  }

  @Test func `what stands beside the headings is a fault of the survey`() {
    let survey = instrument([item("safe", often)])
    let file = imported(WorkbookWriter([["safe"], ["2"], ["3", nil, "n"]]).source, for: survey)
    #expect(file.faults == ["a.xlsx (Sheet1):3 unnamed-column"])
    #expect((file.messages.first ?? "").hasPrefix("row 3: column 3 "))
  }

  @Test func `rolls and population counts come in from workbooks`() throws {
    var sink = DiagnosticSink()
    let roll = RollImport.read(
      WorkbookWriter([["pupil", "Class"], ["P1", "3 Oak"], ["P2", "3 Elm"]]).source,
      reporting: &sink)
    #expect(roll?.count == 2)
    let counts = PopulationTable.read(
      WorkbookWriter([["role", "count"], ["teacher", "12"], ["other", "30"]]).source,
      reporting: &sink)
    #expect(counts?.total == 42)
    #expect(sink.diagnostics.isEmpty)
  }

  @Test func `a workbook on disk and one through a pipe are read alike`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.xlsx").path
    try Data(Self.forms.bytes).write(to: URL(filePath: path))
    let survey = try Self.survey()
    #expect(imported(FileSource(path: path), for: survey).answers("year_group") == ["y5"])
    let pipe = folder.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    let bytes = Self.forms.bytes
    let writer = Thread {
      let handle = FileHandle(forWritingAtPath: pipe)
      try? handle?.write(contentsOf: Data(bytes))
      try? handle?.close()
    }
    writer.start()
    #expect(imported(FileSource(path: pipe), for: survey).answers("year_group") == ["y5"])
  }

  @Test func `the sample workbook gives the records of the sample file`() throws {
    let survey = try Self.survey()
    let files = ["microsoft.csv", "microsoft.xlsx"].map { name in
      imported(
        FileSource(path: projectFolder.appending(path: "SampleData/dialects/\(name)").path),
        for: survey)
    }
    #expect(files[1].faults.isEmpty, "\(files[1].messages)")
    for item in survey.items {
      #expect(files[1].answers(item.id).count == 6)
      #expect(files[0].answers(item.id) == files[1].answers(item.id))
    }
  }
}

/// Which sheet is read, and which file of an archive.
struct SheetChoiceTests {
  private typealias Sheet = WorkbookWriter.Sheet

  private static let filled = WorkbookWriter.rows([["a"], ["1"]])

  private func open(_ sheets: [WorkbookWriter.Sheet], _ wanted: String...) -> OpenedFile {
    OpenedFile(WorkbookWriter(sheets: sheets).source, options { $0.sheets = wanted })
  }

  @Test func `the only sheet with content is taken`() {
    let sheets = [
      Sheet(name: "Empty", rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"),
      Sheet(name: "Form1", rows: Self.filled),
      Sheet(name: "Old", rows: WorkbookWriter.rows([["b"]]), state: "hidden"),
    ]
    #expect(open(sheets).header == ["a"])
    #expect(open(sheets, "OLD").header == ["b"])
    #expect(open(sheets, "3").header == ["b"])
    #expect(open(sheets, "form1", "another file's").header == ["a"])
  }

  @Test func `of several nothing is guessed`() {
    let sheets = [
      Sheet(name: "2", rows: Self.filled), Sheet(name: "Notes", rows: Self.filled),
      Sheet(name: "Codes", rows: Self.filled, state: "veryHidden"),
    ]
    let file = open(sheets)
    #expect(file.faults == ["a.xlsx several-sheets"])
    #expect((file.messages.first ?? "").contains("'2', 'Notes', 'Codes (hidden)'"))
    #expect(open(sheets, "Notes", "codes").faults == ["a.xlsx several-sheets"])
    let unknown = open(sheets, "Nots")
    #expect(unknown.faults == ["a.xlsx no-such-sheet"])
    #expect((unknown.messages.first ?? "").contains("'2', 'Notes', 'Codes (hidden)'"))
    // A name is a name, even one that looks like a number.
    #expect(open([sheets[1], sheets[0]], "2").faults.isEmpty)
  }

  @Test func `hidden sheets are not taken unasked`() {
    let sheets = [
      Sheet(name: "A", rows: ""), Sheet(name: "B", rows: Self.filled, state: "hidden"),
    ]
    let file = open(sheets)
    #expect(file.faults == ["a.xlsx several-sheets"])
    #expect((file.messages.first ?? "").contains("'B (hidden)'"))
    #expect(open([sheets[0], sheets[0]]).faults == ["a.xlsx file-empty"])
    #expect(open([sheets[0]]).faults == ["a.xlsx (A) file-empty"])
  }

  private func zipped(_ files: [(String, String)], _ wanted: String...) -> OpenedFile {
    OpenedFile(
      FileSource(name: "a.zip", bytes: ZipWriter.archive(files)), options { $0.sheets = wanted })
  }

  @Test func `the only CSV file of an archive is taken`() {
    let file = zipped([
      ("__MACOSX/._b.csv", "x"), ("folder/", ""), ("folder/b.csv", "\u{FEFF}a;b\n1;\"2\n3\"\n4\n"),
      ("folder/.hidden.csv", "y"), ("read me.pdf", "z"),
    ])
    #expect(file.header == ["a", "b"] && file.rows == [["1", "2\n3"], ["4"]])
    let survey = instrument([item("safe", often)])
    let bytes = ZipWriter.archive([("b.csv", "safe\n\"9\n\"\n8\n")])
    let faulty = imported(FileSource(name: "a.zip", bytes: bytes), for: survey)
    #expect(
      faulty.faults == ["a.zip/b.csv:2 unknown-answer", "a.zip/b.csv:4 unknown-answer"])
  }

  @Test func `of several CSV files one must be named`() {
    let files = [("x/Safety.csv", "a\n1\n"), ("x/staff.csv", "b\n1\n")]
    #expect(zipped(files).faults == ["a.zip several-sheets"])
    for name in ["safety", "Safety.csv", "x/safety.csv", "1"] {
      #expect(
        OpenedFile(
          FileSource(name: "a.zip", bytes: ZipWriter.archive(files)), options { $0.sheets = [name] }
        ).header == ["a"])
    }
    #expect(zipped(files, "3").faults == ["a.zip no-such-sheet"])
  }

  @Test func `an archive without a table is refused`() {
    #expect(zipped([("a.pdf", "x")]).faults == ["a.zip archive-without-table"])
    let packed = zipped([("b.xlsx", "x")])
    #expect(packed.faults == ["a.zip archive-without-table"])
    #expect((packed.messages.first ?? "").contains("workbook"))
    #expect(zipped([("b.csv", "")]).faults == ["a.zip/b.csv file-empty"])
    #expect(zipped([("b.csv", "PK\u{3}\u{4}")]).faults == ["a.zip/b.csv file-not-csv"])
  }
}
