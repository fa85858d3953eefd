import Diagnostics
import Foundation
import Instruments
import Testing

/// A pack that sorts the practices of another one.
struct CrosswalkTests {
  private static let base = Framework(
    id: "small", title: "Small", source: "ours",
    components: [
      Framework.Component(
        id: "networks", code: "C2", title: "Networks",
        practices: [
          Framework.Practice(id: "networks.asking", code: "C2.P4", label: "Ask for help"),
          Framework.Practice(id: "networks.kindness", code: "C2.P5", label: "Be kind"),
        ],
        methods: [
          Framework.Method(
            id: "C2.M3", label: "Ask", dataTypes: [.scale], respondents: "Pupils",
            practices: ["networks.asking", "networks.kindness"], minimum: "8", rule: "share")
        ])
    ])

  private static let head = """
    id: view
    title: View
    source: a council
    crosswalk: small

    """

  private func reading(_ bytes: [UInt8], _ file: String, _ sink: inout DiagnosticSink) {
    _ = Self.reader.read(bytes, file: file, into: &sink)
  }

  private static let reader = FrameworkReader { $0 == base.id ? base : nil }

  @Test func `a council's own view takes practices and methods of the pack that it names`() throws {
    let text =
      Self.head + """
        components:
          - { id: care, code: K1, title: Care, practices: [C2.P5] }
          - { id: help, code: K2, title: Help, practices: [networks.asking, networks.kindness] }
        """
    var sink = DiagnosticSink()
    let pack = try #require(
      Self.reader.read(Array(text.utf8), file: "view.yaml", isShelved: true, into: &sink))
    #expect(sink.diagnostics.isEmpty)
    #expect((pack.id, pack.crosswalk, pack.source) == ("view", "small", "a council"))
    #expect(pack.components.map(\.id) == ["care", "help"])
    #expect(pack.components[0].practices.map(\.id) == ["networks.kindness"])
    #expect(pack.components[0].practices.map(\.label) == ["Be kind"])
    #expect(pack.components[0].methods.map(\.practices) == [["networks.kindness"]])
    #expect(
      pack.components[1].methods.map(\.practices) == [["networks.asking", "networks.kindness"]])
  }

  @Test func `faults of a view are all named`() {
    expectFaults(
      in: Self.head + """
        components:
          - { id: care, code: K1, title: Care, practices: [C2.P5, 1️⃣networks.kindnes, 2️⃣C2.P5] }
          - 3️⃣{ id: none, code: K2, title: None, practices: [] }
          - { id: 4️⃣care, code: K3, title: Help, practices: [C2.P4], 5️⃣methods: [] }
        """,
      Fault("1️⃣", "unknown-practice", "did you mean 'networks.kindness'"),
      Fault("2️⃣", "crosswalk-repeated"), Fault("3️⃣", "crosswalk-empty", "'none'"),
      Fault("4️⃣", "duplicate-id"), Fault("5️⃣", "unknown-key"), reading: reading)
  }

  @Test func `a view of a pack that is not there is a fault, and so is one of a view`() {
    expectFaults(
      in: Self.head.replacing("small", with: "1️⃣smal") + "components: []",
      Fault("1️⃣", "unknown-framework"), reading: reading)
    var view = Self.base
    view.crosswalk = "other"
    let reader = FrameworkReader { [view] _ in view }
    expectFaults(
      in: Self.head.replacing("small", with: "1️⃣small")
        + "components: [{ id: care, code: K1, title: Care, practices: [C2.P5] }]",
      Fault("1️⃣", "crosswalk-of-crosswalk"),
      reading: { _ = reader.read($0, file: $1, into: &$2) })
  }

  @Test func `the eight principles have every practice of the eight areas once`() throws {
    let folder = projectFolder.appending(path: "Instruments/frameworks")
    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: folder.appending(path: "\(name).yaml")))
    }
    var sink = DiagnosticSink()
    let barnet = try #require(
      FrameworkReader().read(try bytes("barnet-resilient-schools"), file: "b.yaml", into: &sink))
    let pack = try #require(
      FrameworkReader { _ in barnet }.read(
        try bytes("dfe-eight-principles"), file: "dfe-eight-principles.yaml", isShelved: true,
        into: &sink))
    #expect(sink.diagnostics.isEmpty)
    #expect(pack.components.count == 8)
    let sorted = pack.components.flatMap(\.practices).map(\.id).sorted()
    #expect(sorted == barnet.components.flatMap(\.practices).map(\.id).sorted())
    #expect(pack.components.allSatisfy { !$0.methods.isEmpty })
  }
}
