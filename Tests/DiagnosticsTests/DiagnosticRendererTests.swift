import Diagnostics
import Testing

struct DiagnosticRendererTests {
  private let message = Diagnostic.Message(id: "unknown-key", "no key 'titel'; write 'title'")

  /// The text for one error at a column of a line.
  private func rendered(_ line: String, column: Int, length: Int = 1) -> String {
    let place = Location(file: "a.yaml", line: 3, column: column)
    return DiagnosticRenderer(colour: false) { _ in line }
      .render(Diagnostic(.error, message, at: place, length: length))
  }

  @Test func `a diagnostic says place, weight and sentence, and underlines the words`() {
    #expect(
      rendered("  titel: WHO", column: 3, length: 5) == """
        a.yaml:3:3: error: no key 'titel'; write 'title'
          titel: WHO
          ^^^^^

        """)
  }

  @Test func `without a line to show there is the sentence alone`() {
    let renderer = DiagnosticRenderer(colour: false)
    let place = Location(file: "a.csv", line: 2)
    let text = renderer.render(
      Diagnostic(.warning, message, at: place, notes: ["first on line 1"]))
    #expect(text == "a.csv:2: warning: no key 'titel'; write 'title'\n  first on line 1\n")
  }

  @Test(arguments: [
    ("名前: x", 5, 6), ("👩🏽‍🏫: x", 4, 4), ("e\u{301}a: x", 5, 4), ("1️⃣ x", 3, 3), ("a\tb: x", 6, 5),
  ])
  func `the caret stands below its character in wide text`(
    _ line: String, _ column: Int, _ indent: Int
  ) throws {
    let lines = rendered(line, column: column).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.last?.prefix { $0 == " " }.count == indent)
  }

  @Test func `a wide character is underlined in full`() {
    #expect(rendered("名前", column: 1, length: 2).hasSuffix("\n^^^^\n"))
  }

  @Test func `a long line is cut about the caret`() throws {
    let line = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let lines = rendered(line, column: 501).split(separator: "\n").map(String.init)
    try #require(lines.count == 3)
    #expect(lines[1].count == 96)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let offset = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(Array(lines[1])[offset] == "X")
  }

  @Test func `a caret beyond the end of the line stands after it`() {
    #expect(rendered("ab", column: 9, length: 4).hasSuffix("ab\n  ^\n"))
    #expect(rendered("", column: 1).hasSuffix("\n\n^\n"))
  }

  @Test func `control characters in lines, sentences and notes cannot act on a terminal`() {
    let bad = "a\u{1B}[31m\u{202E}b\u{7}\u{9B}"
    let place = Location(file: "a.yaml", line: 1, column: 1)
    let diagnostic = Diagnostic(
      .error, Diagnostic.Message(id: "x", bad), at: place, notes: [bad])
    let text = DiagnosticRenderer(colour: false) { _ in bad }.render(diagnostic)
    #expect(
      !text.unicodeScalars.contains { "\u{1B}\u{202E}\u{7}\u{9B}".unicodeScalars.contains($0) })
    #expect(DiagnosticRenderer.printable("Zoë 👩🏽‍🏫 naïve") == "Zoë 👩🏽‍🏫 naïve")
  }

  @Test func `a file name cannot act on a terminal either`() {
    let place = Location(file: "a\u{1B}[2J.yaml", line: 1, column: 1)
    let text = DiagnosticRenderer(colour: false).render(Diagnostic(.error, message, at: place))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `colour is used only when asked for`() {
    let place = Location(file: "a.yaml")
    let text = DiagnosticRenderer(colour: true).render(Diagnostic(.error, message, at: place))
    #expect(text.contains("\u{1B}[1;31merror\u{1B}[0m"))
  }

  @Test func `all diagnostics come in the order of their places with a count`() {
    var sink = DiagnosticSink()
    sink.warning(message, at: Location(file: "a.yaml", line: 9, column: 1))
    sink.error(message, at: Location(file: "a.yaml", line: 2, column: 7))
    sink.error(message, at: Location(file: "a.yaml", line: 2, column: 3))
    let lines = DiagnosticRenderer(colour: false).render(sink).split(separator: "\n")
    #expect(
      lines.map { $0.prefix(10) } == ["a.yaml:2:3", "a.yaml:2:7", "a.yaml:9:1", "2 errors, "])
    #expect(lines.last == "2 errors, 1 warning")
  }

  @Test func `nothing is printed where there is nothing to say`() {
    #expect(DiagnosticRenderer(colour: false).render(DiagnosticSink()) == "")
  }

  @Test func `what is beyond the print limit is counted`() {
    var sink = DiagnosticSink()
    for line in 1...60 { sink.error(message, at: Location(file: "a.yaml", line: line)) }
    let lines = DiagnosticRenderer(colour: false).render(sink).split(separator: "\n")
    #expect(lines.count == 52)
    #expect(lines[50] == "… and 10 more of these")
    #expect(lines[51] == "60 errors")
  }
}
