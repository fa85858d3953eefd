import Diagnostics
import Foundation
import Instruments

/// The keys that every instrument has.
let head = """
  id: sample
  version: 1
  audience: pupils
  privacy: anonymous

  """

/// A scale of four points, `often`.
let often = """
  scales:
    often:
      points:
        - { code: 1, label: Never }
        - { code: 2, label: Sometimes }
        - { code: 3, label: Mostly }
        - { code: 4, label: Always }

  """

/// One section `main` with the scale and the items `a` and `b`.
let twoItems = """
  sections:
    - id: main
      scale: often
      items:
        - { id: a, text: One }
        - { id: b, text: Two }

  """

/// The instrument in a text that must have no errors, and its warnings' ids.
func read(_ text: String, frameworks: [Framework]? = nil) -> (Instrument?, [String]) {
  var sink = DiagnosticSink()
  let reader = InstrumentReader(frameworks: frameworks)
  let instrument = reader.read(Array(text.utf8), file: "sample.yaml", into: &sink)
  return (instrument, sink.diagnostics.map(\.message.id))
}

/// The top folder of the project.
let projectFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A small pack with one component.
let smallFramework = Framework(
  id: "small", title: "Small", source: "ours",
  components: [
    Framework.Component(
      id: "vision", code: "C4", title: "Vision",
      practices: [Framework.Practice(id: "vision.safety", code: "C4.P4", label: "Safe")],
      methods: [
        Framework.Method(
          id: "C4.M3", label: "Survey", dataTypes: [.scale], respondents: "Pupils",
          practices: ["vision.safety"], minimum: "10", rule: "mean")
      ])
  ])
