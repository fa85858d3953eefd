import Diagnostics
import Instruments
import Testing

/// A school maps the headings of its own export to a key and leaves the key alone.
struct KeyMappingTests {
  private static let key = """
    id: calm
    version: 1
    title: Calm
    audience: pupils
    privacy: anonymous
    licence: { status: theirs, ships_text: false }
    scales: { points: { points: [{ code: 1 }, { code: 2 }, { code: 3 }] } }
    sections: [{ id: items, scale: points, items: [{ id: item_1 }, { id: item_2 }] }]
    scores: [{ id: raw, items: [item_1, item_2], method: sum, outcome: true }]
    vectors: [{ answers: [1, 2], expect: { raw: 3 } }]

    """
  private static let mapping = """
    id: our-calm
    version: 2026.1
    audience: staff
    privacy: confidential
    key: calm
    sections:
      - id: about
        items: [{ id: role, type: single, role: group, choices: [{ code: a }, { code: b }] }]
    import:
      item_1: ["Quiet [Home]"]

    """

  private static let keys: InstrumentReader.Keys = { id in
    id == "calm" ? (bytes: Array(key.utf8), file: "calm.yaml") : nil
  }

  private func read(_ text: String, keys: @escaping InstrumentReader.Keys = KeyMappingTests.keys)
    -> (Instrument?, [String])
  {
    var sink = DiagnosticSink()
    let instrument = InstrumentReader(keys: keys).read(
      Array(text.utf8), file: "our-calm.yaml", into: &sink)
    return (instrument, sink.diagnostics.map(\.message.id))
  }

  @Test func `the items and scores are those of the key, the rest is the school's`() throws {
    let (read, faults) = read(Self.mapping)
    let instrument = try #require(read, "\(faults)")
    #expect(instrument.id == "our-calm" && instrument.key == "calm")
    #expect(instrument.title.preferred == "Calm")
    #expect(instrument.audience == .staff && instrument.privacy == .confidential)
    #expect(instrument.items.map(\.id) == ["item_1", "item_2", "role"])
    #expect(instrument.scores.map(\.id) == ["raw"] && instrument.scores[0].isOutcome)
    #expect(instrument.aliases == ["item_1": ["Quiet [Home]"]])
    #expect(instrument.terms?.licence.status == "theirs")
    #expect(faults == [])
  }

  @Test func `a heading for an item that the key does not have is a fault`() {
    let text = Self.mapping.replacing("item_1: [", with: "item_9: [")
    #expect(read(text).1 == ["unknown-item"])
  }

  @Test func `what the key says cannot be edited`() {
    expectFaults(
      in: Self.mapping + """
        1️⃣licence: { status: ours, ships_text: true }
        2️⃣confidence: { table: high }
        3️⃣vectors: []
        """, Fault("1️⃣", "edits-key"), Fault("2️⃣", "edits-key"), Fault("3️⃣", "edits-key")
    ) { _ = InstrumentReader(keys: Self.keys).read($0, file: $1, into: &$2) }
    let twice = Self.mapping + "scores: [{ id: raw, items: [item_1], method: sum }]\n"
    #expect(read(twice).1 == ["duplicate-id"])
  }

  @Test func `a key that is unknown or damaged is refused where it is named`() {
    let fault = Fault("1️⃣", "no-such-key", "'calm'")
    let text = Self.mapping.replacing("key: calm", with: "key: 1️⃣calm")
    expectFaults(in: text, only: "no-such-key", fault)
    let damaged = Self.key.replacing("raw: 3", with: "raw: 4")
    expectFaults(in: text, only: "no-such-key", fault) {
      let keys: InstrumentReader.Keys = { _ in (bytes: Array(damaged.utf8), file: "calm.yaml") }
      _ = InstrumentReader(keys: keys).read($0, file: $1, into: &$2)
    }
  }

  @Test func `a key takes over no further key`() {
    let (instrument, faults) = read(Self.mapping) { _ in
      (bytes: Array(Self.mapping.utf8), file: "our-calm.yaml")
    }
    #expect(instrument == nil && faults.contains("no-such-key"))
  }

  @Test func `a file can carry the text of its key, and then needs no shelf`() throws {
    let instrument = try #require(read(Self.mapping).0)
    let whole = InstrumentReader(keys: Self.keys).selfContained(
      Array(Self.mapping.utf8), instrument)
    let alone = read(String(decoding: whole, as: UTF8.self)) { _ in nil }
    #expect(alone.0 == instrument && alone.0?.hash == instrument.hash)
    #expect(InstrumentReader().selfContained(whole, instrument) == whole)
  }

  @Test func `the text of a key without its name is a fault`() {
    expectFaults(
      in: head + often + twoItems + "1️⃣key_text: x\n", Fault("1️⃣", "text-without-key"))
  }
}
