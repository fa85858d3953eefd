import Testing

@testable import Responses
@testable import exports

/// What each kind of cell comes to.
struct CellTests {
  private func row(_ cells: String, _ change: (inout WorkbookWriter) -> Void = { _ in }) -> [String]
  {
    var workbook = WorkbookWriter(
      "<row r=\"1\">\(cells)</row>",
      strings: [
        "<t>plain</t>",
        "<r><rPr><b/></rPr><t xml:space=\"preserve\">rich </t></r><r><t>text</t></r>"
          + "<rPh sb=\"0\" eb=\"1\"><t>aloud</t></rPh><phoneticPr fontId=\"1\"/>",
        "<t>a_x000D_\nb_x005F_x000D_, \"q\"</t>", "<t/>",
      ],
      formats: ["0", "14", "22", "dd/mm/yyyy hh:mm:ss", "9", "00000", "[h]:mm"])
    change(&workbook)
    let file = OpenedFile(workbook.source)
    #expect(file.faults.isEmpty, "\(file.messages)")
    return file.header
  }

  @Test func `texts are read from where they are kept`() {
    let cells = """
      <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
      <c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r>\
      </is></c><c r="E1" t="str"><f>A1&amp;"x"</f><v>plainx</v></c>
      """
    #expect(
      row(cells) == ["plain", "rich text", "a\nb_x000D_, \"q\"", "inline", "plainx"])
  }

  @Test func `numbers, dates and truths are read as Excel shows them`() {
    let cells = """
      <c r="A1"><v>5.0</v></c><c r="B1" s="1"><v>45978</v></c>\
      <c r="C1" s="2"><v>45978.378136574</v></c><c r="D1" s="3"><v>45978.378136574</v></c>\
      <c r="E1" s="4"><v>0.25</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="b"><v>0</v></c>\
      <c r="H1" s="5"><v>42</v></c><c r="I1" s="6"><v>1.5</v></c>\
      <c r="J1" t="d"><v>2025-11-17T09:04:31</v></c><c r="K1"><f>SUM(A1)</f><v>5</v></c>
      """
    #expect(
      row(cells) == [
        "5", "2025-11-17", "2025-11-17 09:04:31", "2025-11-17 09:04:31", "0.25", "TRUE", "FALSE",
        "00042", "36:00:00", "2025-11-17 09:04:31", "5",
      ])
    #expect(row(cells) { $0.is1904 = true }.dropFirst().first == "2029-11-18")
  }

  @Test func `a date beyond the calendar stays the number it is`() {
    #expect(row("<c r=\"A1\" s=\"1\"><v>-1</v></c>") == ["-1"])
  }

  @Test func `elements may have a prefix, and CDATA is text`() {
    var workbook = WorkbookWriter(
      "<x:row><x:c t=\"inlineStr\"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c>"
        + "<x:c><x:v>2</x:v></x:c></x:row>")
    workbook.prefix = "x:"
    workbook.prolog = "\u{FEFF}<?xml version='1.0'?><!-- made by hand --><?x y?>\r\n"
    // Without declarations the prefix is only part of a name.
    #expect(OpenedFile(workbook.source).header == ["a<b", "2"])
  }

  @Test func `rows and cells without a place follow the ones before them`() {
    let workbook = WorkbookWriter(
      "<row><c><v>1</v></c><c r=\"C1\"><v>3</v></c><c><v>4</v></c></row>"
        + "<row r=\"3\"><c><v>5</v></c></row><row><c r=\"D4\"><v>6</v></c></row>")
    let file = OpenedFile(workbook.source)
    #expect(file.header == ["1", "", "3", "4"])
    #expect(file.rows == [["5", "", "", ""], ["", "", "", "6"]])
  }

  @Test func `cells without content make the table neither wider nor longer`() {
    var workbook = WorkbookWriter(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"0\"/></row>"
        + "<row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"C2\" t=\"s\"><v>0</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\" s=\"0\"/></row><row r=\"1048576\" ht=\"15\"/>",
      strings: ["<t></t>"])
    workbook.sheets[0].rows += ""
    let file = OpenedFile(workbook.source)
    #expect(file.header == ["1"] && file.rows == [["2"]], "\(file.messages)")
  }

  @Test func `rows above the widest one are filled up, whatever their cells hold`() {
    let table: [[String?]] = [
      ["Title, \"2026\"\nof all"], [], ["id", nil, "name\n"], ["1", "2"], ["1", nil, nil, "x"],
      ["2"],
    ]
    let file = OpenedFile(WorkbookWriter(table).source)
    #expect(file.header == ["Title, \"2026\"\nof all", "", "", ""])
    #expect(
      file.rows == [
        ["id", "", "name\n", ""], ["1", "2", "", ""], ["1", "", "", "x"], ["2", "", "", ""],
      ])
  }

  @Test func `texts with all the signs of CSV survive`() {
    var random = SystemRandomNumberGenerator()
    let signs = Array("ab,;\"\n\t=é😀 '|".map(String.init))
    for _ in 0..<200 {
      let width = Int.random(in: 1...6, using: &random)
      let table = (0..<Int.random(in: 2...9, using: &random)).map { _ in
        (0..<width).map { _ in
          let count = Int.random(in: 1...8, using: &random)
          return (0..<count).compactMap { _ in signs.randomElement(using: &random) }.joined()
        }
      }
      let file = OpenedFile(WorkbookWriter(table).source)
      #expect([file.header] + file.rows == table)
    }
  }
}
