import Instruments
import Testing

struct MatchingKeyTests {
  /// An invisible character is dropped, and text that has one is not of plain letters.
  @Test(arguments: [
    "", " ", "Ann", "  Ann\t\n Lee ", "O`Hara", "A-B", "Mr. Lee.", "wait...", "a..b", "a. .b",
    "...",
    "WHAT?!", "? ", "x*:", "\u{0B}a\u{0C}b\r\nc", "\u{1C}a\u{1F}", "~{|}@[`", "1 2  3",
  ])
  func `plain letters are folded as all others are`(text: String) {
    #expect(text.folded == (text + "\u{200B}").folded)
    #expect(text.matchingKey == ("\u{200B}" + text).matchingKey)
    #expect("x\(text)y".dropFirst().dropLast().folded == text.folded)
  }

  @Test func `what a key leaves out and what it keeps`() {
    #expect("  How  SAFE do you\tfeel? ".matchingKey == "how safe do you feel")
    #expect("O`Hara".matchingKey == "o'hara")
    #expect("Wait...".matchingKey == "wait…")
  }
}
