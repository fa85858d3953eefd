import Instruments
import Testing

struct InstrumentHashTests {
  private let text = head + often + twoItems + "scores: [{ id: s, items: [a, b], method: mean }]\n"

  private func hash(_ text: String) throws -> String { try #require(read(text).0).hash }

  @Test func `comments, spacing, key order and spelt-out defaults do not change the hash`() throws {
    let other = """
      # The same, written in another way.
      sections:
      - items:
        - text: { en: "One" }   # the first
          id: a
          type: scale
          reverse: false
        - { text: 'Two', id: b, scale: often }
        scale: often
        id: main
      privacy: anonymous
      audience: pupils
      version: "1"
      id: sample
      scores:
      - { id: s, items: [{ item: a, reverse: false }, b], method: mean, min_answered: 1 }

      """
    #expect(try hash(other + often) == hash(text))
  }

  @Test(arguments: [
    ("id: a, text: One", "id: c, text: One"), ("text: One", "text: Once"),
    ("text: One", "text: { cy: One }"), ("label: Mostly", "label: Often"),
    ("code: 4", "code: 5"), ("version: 1", "version: 2"), ("audience: pupils", "audience: staff"),
    ("anonymous", "identified"), ("method: mean", "method: sum"), ("id: s,", "id: t,"),
    ("method: mean }", "method: mean, range: [0, 100] }"),
    ("items: [a, b]", "items: [a, { item: b, reverse: true }]"),
    ("items: [a, b]", "items: [b, a]"), ("id: b, text", "id: b, reverse: true, text"),
    ("id: b, text", "id: b, practice: vision.safety, text"),
    ("method: mean }]", "method: mean }]\nimport: { a: x }"),
    ("version: 1", "version: 1\nmissing: { gone: NA }"),
    ("method: mean }", "method: mean, outcome: true }"),
    ("method: mean }", "method: mean, better: lower }"),
    ("method: mean }", "method: mean, rounding: half_up }"),
    ("method: mean }", "method: mean, recode: { 1: 2 } }"),
    ("method: mean }", "method: mean, bands: { scheme: x, bands: [{ label: low, to: 2 }] } }"),
    ("method: mean }", "method: mean }, { id: u, from: s, method: table, table: { 1: 2 } }"),
    ("method: mean }", "method: mean }, { id: u, from: [s], method: sum }"),
    ("method: mean }", "method: mean }, { id: u, method: sum, awaits: items }"),
    ("method: mean }", "method: label, labels: [{ label: x, when: { a: 1 } }] }"),
    ("method: mean }", "method: mean, confidence: { missing: low } }"),
    (
      "method: mean }]",
      "method: mean }]\nlicence: { status: x, ships_text: true }\n"
        + "vectors: [{ answers: [1, 1], expect: { s: 1 } }]"
    ),
    ("version: 1", "version: 1\nmethod: C4.M3"), ("often:\n", "often:\n    favourable: [4]\n"),
    ("scale: often\n", "scale: often\n    stem: x\n"),
    ("{ id: b, text: Two }", "{ id: b, text: Two }\n      - { id: n, type: number }"),
  ])
  func `every change of what is asked or computed changes the hash`(_ old: String, _ new: String)
    throws
  {
    let changed = text.replacing(old, with: new).replacing(
      "[a, b]", with: new.contains("id: c") ? "[c, b]" : "[a, b]")
    #expect(changed != text)
    #expect(try hash(changed) != hash(text))
  }

  @Test func `the hash does not count itself`() throws {
    var instrument = try #require(read(text).0)
    let hash = instrument.hash
    instrument.hash = "other"
    #expect(InstrumentHash.hash(of: instrument) == hash)
  }
}
