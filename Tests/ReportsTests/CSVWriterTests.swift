import Testing

@testable import Reports

struct CSVWriterTests {
  private func line(_ cells: [CSVWriter.Cell]) -> String {
    var csv = CSVWriter(ByteSink())
    csv.row(cells)
    return csv.finish().text
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "\u{0}=1", "＝1", "＋1", "－1",
    "＠1",
    "=\u{301}1",
  ])
  func `text that a spreadsheet could take for a formula is marked`(text: String) {
    #expect(line([.text(text)]) == "\"'\(text)\"\r\n")
  }

  @Test(arguments: ["plain", "a=b", "5 - 3", "", "é", "'quoted"])
  func `other text stays as it is`(text: String) {
    #expect(line([.text(text)]) == (text.isEmpty ? "\r\n" : "\"\(text)\"\r\n"))
  }

  @Test func `quotes are doubled and line breaks stay inside the quotes`() {
    #expect(line([.text("a \"b\"\nc"), .count(2)]) == "\"a \"\"b\"\"\nc\",2\r\n")
  }

  @Test func `a figure that does not exist is an empty cell, and a negative one a number`() {
    #expect(line([.number(nil), .number(.nan), .number(-0.5), .count(nil)]) == ",,-0.5,\r\n")
  }
}
