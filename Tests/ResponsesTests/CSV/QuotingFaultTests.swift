import Testing

@testable import Responses

struct QuotingFaultTests {
  @Test(
    arguments: [
      ("a,b\n1,\"open\n2,3\n", "2:3"),
      ("a,b\n1,2\n\"open", "3:1"),
      ("a,b\n\"fine\",\"é\nfine\"\n\"x\",\"open,\n\n", "4:5"),
      ("a,\"b\n1,2\n", "1:3"),
    ])
  func `a quotation mark that is never closed is shown where it opens`(
    _ text: String, _ place: String
  ) {
    #expect(OpenedFile(text).faults == ["a.csv:\(place) unclosed-quote"])
  }

  @Test(
    arguments: [
      ("a,b\n1,x\"y\n", "2:4"),
      ("a,b\nZoë \"Z\" Fox,2\n", "2:5"),
      ("a,b\n\"He said \"hi\" ok\",2\n", "2:10"),
      ("a,b\n\"x\" ,2\n", "2:3"),
      ("a,b\r\n1,2\r\n3,\"4\"5\r\n", "3:5"),
      ("a\"b,c\n1,2\n", "1:2"),
    ])
  func `a quotation mark inside an answer is shown where it stands`(
    _ text: String, _ place: String
  ) {
    #expect(OpenedFile(text).faults == ["a.csv:\(place) stray-quote"])
  }

  @Test func `the message names the column and not the answer`() throws {
    let file = OpenedFile("year,comment\n3,I hate \"school\"\n")
    let text = try #require(file.messages.first)
    #expect(text.contains("'comment'") && !text.contains("hate"))
  }

  @Test func `a mark that closes too late points back to the line where the answer begins`() throws
  {
    let file = OpenedFile("a,b\n1,\"open\n2,3\n4,\"5\"\n")
    #expect(file.faults == ["a.csv:4:3 stray-quote"])
    #expect(try #require(file.messages.first).contains("line 2"))
  }

  @Test func `records before the fault are still read, so that their faults are told too`() {
    #expect(OpenedFile("a,b\n1,2\n3,x\"y\n5,6\n").rows == [["1", "2"]])
  }

  @Test func `a byte-order mark before a quoted heading is no quotation inside an answer`() {
    let file = OpenedFile("\u{FEFF}\"a\",\"b\"\n1,2\n")
    #expect(file.header == ["a", "b"] && file.faults.isEmpty)
  }
}
