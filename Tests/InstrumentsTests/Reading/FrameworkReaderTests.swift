import Diagnostics
import Foundation
import Instruments
import Testing

struct FrameworkReaderTests {
  private static let pack = """
    id: small
    title: Small
    source: ours
    components:
      - id: networks
        code: C2
        title: Support networks
        practices:
          - { id: asking, code: C2.P4, label: Ask for help }
          - { id: kindness, code: C2.P5, label: Be kind }
        methods:
          - id: C2.M3
            label: Ask whom pupils trust
            data_type: [nominations, scale]
            respondents: Pupils
            practices: [kindness, C2.P4, networks.asking, vision.safety, C4.P4]
            minimum: "8 pupils"
            rule: share chosen
      - id: vision
        code: C4
        title: Vision
        practices: [{ id: safety, code: C4.P4, label: Safe }]
        methods: []
    """

  private func reading(_ bytes: [UInt8], _ file: String, _ sink: inout DiagnosticSink) {
    _ = FrameworkReader().read(bytes, file: file, into: &sink)
  }

  @Test func `a pack is read, and its practices get the ids of their components`() throws {
    var sink = DiagnosticSink()
    let bytes = Array(Self.pack.utf8)
    let pack = try #require(
      FrameworkReader().read(bytes, file: "small.yaml", isShelved: true, into: &sink))
    #expect(sink.diagnostics.isEmpty)
    #expect(pack.components.map(\.id) == ["networks", "vision"])
    #expect(pack.components[0].practices.map(\.id) == ["networks.asking", "networks.kindness"])
    let method = try #require(pack.components[0].methods.first)
    #expect(method.dataTypes == [.nominations, .scale])
    #expect(
      method.practices == [
        "networks.kindness", "networks.asking", "networks.asking", "vision.safety", "vision.safety",
      ])
    #expect(method.minimum == "8 pupils")
  }

  @Test func `faults of a pack are all named`() {
    expectFaults(
      in: """
        id: small
        title: Small
        source: 1️⃣[ours]
        2️⃣licence: none
        components:
          - id: networks
            code: 3️⃣2
            title: Support networks
            practices:
              - { id: asking, code: C2.P4, label: Ask }
              - { id: 4️⃣asking, code: 5️⃣C2.P4, label: Again }
              - 6️⃣{ id: kindness, code: C2.P5 }
            methods: []
          - id: 7️⃣Vision
            code: C4
            title: Vision
            practices: [{ id: safety, code: 8️⃣C3.P4, label: Safe }]
            methods:
              - id: 9️⃣C2.M3
                label: Ask
                data_type: 0️⃣survey
                respondents: Pupils
                practices: [#️⃣saftey]
                minimum: "8"
                rule: share
        """,
      Fault("1️⃣", "wrong-shape", "put quotes"), Fault("2️⃣", "unknown-key", "a framework has no"),
      Fault("3️⃣", "bad-id", "such as 'C4'"), Fault("4️⃣", "duplicate-id", "the practice 'asking'"),
      Fault("5️⃣", "duplicate-id", "the practice code"),
      Fault("6️⃣", "missing-key", "a practice needs 'label'"), Fault("7️⃣", "bad-id"),
      Fault("8️⃣", "code-outside-component", "start it with 'C4.'"),
      Fault("9️⃣", "code-outside-component"), Fault("0️⃣", "unknown-word"),
      Fault("#️⃣", "unknown-practice", "did you mean 'safety'?"), reading: reading)
  }

  @Test func `components and methods are unique`() {
    let text = Self.pack.replacing("id: vision", with: "id: 1️⃣networks")
      .replacing("code: C4\n", with: "code: 2️⃣C2\n").replacing("vision.safety, ", with: "")
      .replacing("code: C4.P4", with: "code: C2.P9").replacing(", C4.P4]", with: "]")
    expectFaults(
      in: text, Fault("1️⃣", "duplicate-id", "the component 'networks'"),
      Fault("2️⃣", "duplicate-id", "the component code 'C2'"), reading: reading)
  }

  @Test(arguments: [("islington-mhars", 7, 41, 35), ("barnet-resilient-schools", 8, 47, 41)])
  func `the packs of the project have no faults`(
    _ name: String, _ components: Int, _ practices: Int, _ methods: Int
  ) throws {
    let file = projectFolder.appending(path: "Instruments/frameworks/\(name).yaml")
    var sink = DiagnosticSink()
    let bytes = [UInt8](try Data(contentsOf: file))
    let pack = FrameworkReader().read(bytes, file: "\(name).yaml", isShelved: true, into: &sink)
    #expect(sink.diagnostics.isEmpty)
    let read = try #require(pack)
    #expect(read.components.count == components)
    #expect(read.components.flatMap(\.practices).count == practices)
    #expect(read.components.flatMap(\.methods).count == methods)
  }

  @Test(arguments: ["staff-wellbeing", "pupil-safety", "trusted-peers", "parent-partnership"])
  func `the instruments of the project have no faults`(_ name: String) throws {
    let folder = projectFolder.appending(path: "Instruments")
    var sink = DiagnosticSink()
    let pack = folder.appending(path: "frameworks/islington-mhars.yaml")
    let framework = FrameworkReader().read(
      [UInt8](try Data(contentsOf: pack)), file: "islington-mhars.yaml", into: &sink)
    let reader = InstrumentReader(frameworks: [try #require(framework)])
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(name).yaml")))
    let file = "\(name).yaml"
    #expect(reader.read(bytes, file: file, isShelved: true, into: &sink) != nil)
    #expect(sink.diagnostics.isEmpty)
  }
}
