import Diagnostics
import Instruments
import Testing

struct HostileFileTests {
  /// The ids of what a reader says about some bytes.
  private func faults(_ bytes: [UInt8]) -> [String] {
    var sink = DiagnosticSink()
    #expect(InstrumentReader().read(bytes, file: "x.yaml", into: &sink) == nil)
    var other = DiagnosticSink()
    #expect(FrameworkReader().read(bytes, file: "x.yaml", into: &other) == nil)
    return sink.diagnostics.map(\.message.id)
  }

  private func faults(_ text: String) -> [String] { faults(Array(text.utf8)) }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n...\n", "\u{FEFF}"])
  func `a file without content is called empty`(_ text: String) {
    let ids = Set(faults(text))
    #expect(ids.isSubset(of: ["empty-file", "empty-value"]) && !ids.isEmpty)
  }

  @Test(arguments: ["- a\n- b\n", "just words\n", "[1, 2]", "\"quoted\"", "|\n  block\n", "~"])
  func `a file without keys at the top is refused`(_ text: String) {
    #expect(faults(text) == ["wrong-shape"])
  }

  @Test func `a file that is too large is not read`() {
    #expect(faults([UInt8](repeating: 0x61, count: 1 << 20 + 1)) == ["file-too-large"])
  }

  @Test func `bytes that are not UTF-8 are named at their place`() {
    var sink = DiagnosticSink()
    let bytes = Array("id: sample\ntitle: Caf".utf8) + [0xE9, 0x0A]
    #expect(InstrumentReader().read(bytes, file: "x.yaml", into: &sink) == nil)
    #expect(sink.diagnostics.map(\.message.id) == ["not-utf8"])
    #expect(sink.diagnostics.map(\.location.description) == ["x.yaml:2:11"])
    #expect(faults([0xFF, 0xFE, 0x69, 0x00]) == ["not-utf8"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "{", "[[{a: ["])
  func `deep nesting is refused`(_ opening: String) {
    let text = String(repeating: opening, count: 100_000 / opening.count)
    #expect(faults(text) == ["nested-too-deep"])
  }

  @Test func `deep nesting by indentation is refused`() {
    var text = ""
    for depth in 0..<500 { text += String(repeating: " ", count: depth) + "a:\n" }
    #expect(faults(text) == ["nested-too-deep"])
  }

  @Test func `an alias bomb does not go off`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(faults(text + "*a40 : boom\n").contains("yaml-anchor"))
  }

  @Test func `a file of a hundred thousand lines is read to its end`() {
    let keys = (0..<100_000).map { "k\($0): v" }.joined(separator: "\n")
    var sink = DiagnosticSink()
    _ = InstrumentReader().read(Array(keys.utf8), file: "x.yaml", into: &sink)
    #expect(sink.errorCount == 100_005)
  }

  @Test func `a file of many items is read`() throws {
    let items = (0..<8_000).map { "    - { id: i\($0), text: Number \($0) here }\n" }.joined()
    let text = head + often + "sections:\n- id: main\n  scale: often\n  items:\n" + items
    #expect(read(text).0?.items.count == 8_000)
  }

  @Test func `no prefix and no single change of a file brings the reader down`() {
    let text = Array(
      (head + often + twoItems + "scores: [{ id: s, items: [a], method: sum }]").utf8)
    for length in 0..<text.count {
      var sink = DiagnosticSink()
      _ = InstrumentReader().read(Array(text[..<length]), file: "x.yaml", into: &sink)
    }
    for position in stride(from: 0, to: text.count, by: 7) {
      for byte in Array("\n\t:#-?[]{}&*!|>'\"%@`,\\\0".utf8) {
        var changed = text
        changed[position] = byte
        var sink = DiagnosticSink()
        let instrument = InstrumentReader().read(changed, file: "x.yaml", into: &sink)
        #expect((instrument == nil) == sink.hasErrors)
      }
    }
  }
}
