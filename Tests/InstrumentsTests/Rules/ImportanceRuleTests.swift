import Diagnostics
import Instruments
import Testing

/// The item that asks which components matter most.
struct ImportanceRuleTests {
  private static let pack = Framework(
    id: "small", title: "Small", source: "ours",
    components: ["staff", "networks", "vision", "parents"].enumerated().map { place, id in
      Framework.Component(
        id: id, code: "C\(place + 1)", title: id, practices: [], methods: [])
    })

  private static func text(_ item: String, framework: String = "framework: small\n") -> String {
    head + framework + """
      sections:
        - id: s
          items:
            - \(item)

      """
  }

  private static let four =
    "choices: [{ code: staff }, { code: networks }, { code: vision }, { code: parents }]"

  private func reading(_ bytes: [UInt8], _ file: String, _ sink: inout DiagnosticSink) {
    _ = InstrumentReader(frameworks: [Self.pack]).read(bytes, file: file, into: &sink)
  }

  @Test func `an item whose choices are components is read and is part of the hash`() throws {
    let item = "{ id: matters, type: multiple, importance: components, \(Self.four) }"
    let (asking, warnings) = read(Self.text(item), frameworks: [Self.pack])
    let (plain, _) = read(
      Self.text(item.replacing(", importance: components", with: "")), frameworks: [Self.pack])
    #expect(warnings.isEmpty)
    #expect(try #require(asking).items[0].importance == .components)
    #expect(try #require(plain).items[0].importance == nil)
    #expect(asking?.hash != plain?.hash)
  }

  @Test func `a choice that is no component is a fault with the nearest one`() {
    expectFaults(
      in: Self.text(
        "{ id: matters, type: multiple, importance: components, "
          + Self.four.replacing("{ code: vision }", with: "{ code: 1️⃣visions }") + " }"),
      Fault("1️⃣", "importance-component", "'vision'"), reading: reading)
  }

  @Test func `it is of several choices, offers more than three and names a framework`() {
    expectFaults(
      in: Self.text("{ id: matters, type: single, 1️⃣importance: components, \(Self.four) }"),
      Fault("1️⃣", "misplaced-key", "'multiple'"), reading: reading)
    expectFaults(
      in: Self.text(
        "{ id: matters, type: multiple, importance: 1️⃣components, "
          + "choices: [{ code: staff }, { code: vision }, { code: parents }] }"),
      Fault("1️⃣", "importance-choices", "there are 3"), reading: reading)
    expectFaults(
      in: Self.text(
        "{ id: matters, type: multiple, importance: 1️⃣components, \(Self.four) }", framework: ""),
      Fault("1️⃣", "importance-without-framework"), reading: reading)
    expectFaults(
      in: Self.text("{ id: matters, type: multiple, importance: 1️⃣practices, \(Self.four) }"),
      Fault("1️⃣", "unknown-word", "'components'"), reading: reading)
  }

  @Test func `it is asked once`() {
    let item = "{ id: ID, type: multiple, importance: components, \(Self.four) }"
    expectFaults(
      in: Self.text(
        item.replacing("ID", with: "a") + "\n      - "
          + item.replacing("ID", with: "b").replacing(": components", with: ": 1️⃣components")),
      Fault("1️⃣", "importance-twice"), reading: reading)
  }
}
