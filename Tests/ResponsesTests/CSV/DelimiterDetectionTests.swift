import Testing

@testable import Responses

struct DelimiterDetectionTests {
  @Test(
    arguments: [
      ("a,b\n1,2\n", ","),
      ("a;b\n1;2\n", ";"),
      ("a\tb\n1\t2\n", "\t"),
      ("a|b\n1|2\n", "|"),
      ("a;b\n1;\"x,y,z\"\n2;\"x,y,z\"\n", ";"),
      ("\"a,b\";\"c,d\"\n1;2\n3;4\n", ";"),
      ("a;b;c\n\"one, two\nthree, four\";2;3\n", ";"),
      ("name;safe, or not;x\n1;2;3\n4;5;6\n", ";"),
      ("a;b;c, d, e, f\n1;2;3\n4;5;6\n", ";"),
      ("a,b\n1;2,3\n4;5,6\n", ","),
      ("a,b,c\n1,2;3,4\n", ","),
      ("answer\nyes\nno\n", ","),
      ("answer\nyes, but\n", ","),
      ("a;b", ";"),
      ("a;b\r1;2\r", ";"),
    ] as [(String, Character)])
  func `the delimiter is that under which the rows are as wide as the headings`(
    _ text: String, _ delimiter: Character
  ) {
    #expect(OpenedFile(text).delimiter == delimiter)
  }

  @Test func `a quoted answer that the sample cuts in two does not mislead`() {
    let long = String(repeating: "x,y\n", count: 10_000)
    let text = "a;b\n1;2\n3;\"\(long)\"\n4;\"\(long)\"\n5;6\n"
    let file = OpenedFile(text)
    #expect(file.delimiter == ";" && file.rows.map(\.count) == [2, 2, 2, 2] && file.faults.isEmpty)
  }

  @Test(arguments: ["sep=;\n", "sep=;\r\n", "SEP=;\r", "\u{FEFF}sep=;\n"])
  func `a first line of sep= names the delimiter and is no heading`(_ line: String) {
    let file = OpenedFile(line + "a,b;c\n1,\"2;3\n")
    #expect(file.header == ["a,b", "c"])
    #expect(file.rows.isEmpty && file.faults == ["a.csv:3:3 stray-quote"])
  }

  @Test(arguments: ["sep=\"\n", "sep=\r\n", "sep=é\n", "sep=\n"])
  func `a sep= line that names no delimiter is a line like others`(_ line: String) {
    #expect(OpenedFile(line + "1\n").header != ["1"])
  }
}
