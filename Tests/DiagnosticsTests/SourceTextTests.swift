import Diagnostics
import Testing

struct SourceTextTests {
  @Test func `line ends of all systems cut lines`() {
    let source = SourceText("one\ntwo\r\nthree\rfour\n", file: "a.yaml")
    #expect(source.lineCount == 5)
    #expect((1...5).map { source.line($0) } == ["one", "two", "three", "four", ""])
    #expect(source.line(0) == nil)
    #expect(source.line(6) == nil)
  }

  @Test func `an empty text has one empty line`() {
    let source = SourceText("", file: "a.yaml")
    #expect(source.lineCount == 1)
    #expect(source.line(1) == "")
    #expect(source.span(0, 0).location.description == "a.yaml:1:1")
  }

  @Test func `columns count characters, not scalars`() {
    let source = SourceText("x\nCafe\u{301} 👩🏽‍🏫 end\n", file: "a.yaml")
    let end = source.scalars.count - 4
    let span = source.span(end, end + 3)
    #expect(span.location.description == "a.yaml:2:8")
    #expect(span.length == 3)
  }

  @Test func `a span is cut to its first line and to the text`() {
    let source = SourceText("abc\ndef", file: "a.yaml")
    #expect(source.span(1, 6).length == 2)
    #expect(source.span(5, 99).length == 2)
    #expect(source.span(99, 100).location.description == "a.yaml:2:4")
    #expect(source.span(3, 3).length == 1)
  }

  @Test func `places and indices lead to one another`() {
    let source = SourceText("ab\r\ncd\n\nef", file: "a.yaml")
    for (index, line, column) in [(0, 1, 1), (4, 2, 1), (5, 2, 2), (7, 3, 1), (9, 4, 2)] {
      #expect(source.index(line: line, column: column) == index)
      #expect(source.lineNumber(at: index) == line)
    }
    #expect(source.index(line: 9, column: 1) == source.scalars.count)
  }
}
