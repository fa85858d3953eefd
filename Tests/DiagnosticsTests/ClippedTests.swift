import Diagnostics
import Testing

struct ClippedTests {
  @Test func `short text stays and long text is cut at forty characters`() {
    #expect("Zoë".clipped == "Zoë")
    let forty = String(repeating: "é", count: 40)
    #expect(forty.clipped == forty)
    #expect((forty + "x").clipped == String(repeating: "é", count: 39) + "…")
  }

  @Test func `control characters are replaced`() {
    #expect("a\nb\u{1B}c".clipped == "a\u{FFFD}b\u{FFFD}c")
  }
}
