import Diagnostics
import Instruments
import Testing

/// An action with the keys that every action has.
let shortAction = """
  actions:
    - id: adults-outside
      practice: vision.safety
      first_step: Two more adults outside
      owner: Deputy head
      begin: 2026-11-30
      cost: none
      measure: pupil-safety
      review: 2027-03-15

  """

/// A plan of one round, and one of two.
let onePlan = AuditPlan(
  school: "x", framework: "small",
  rounds: [AuditPlan.Round(id: "autumn-2026", instruments: ["pupil-safety"])])
let twoPlan = AuditPlan(
  school: "x", framework: "small",
  rounds: [
    AuditPlan.Round(id: "autumn-2026", instruments: ["pupil-safety"]),
    AuditPlan.Round(id: "spring-2027", instruments: ["walk"]),
  ])

/// A questionnaire with one item, and a record with one measure.
let actionInstruments = [
  Instrument(
    id: "pupil-safety", version: "1", title: LocalizedText(["en": "Safe"]), audience: .pupils,
    privacy: .anonymous,
    items: [Item(id: "safe_playground", format: .text, section: "main")]),
  Instrument(
    id: "walk", version: "1", title: LocalizedText(["en": "Walk"]), audience: .observers,
    privacy: .anonymous, items: [Item(id: "seen", format: .number, section: "main")],
    record: RecordRule(
      measures: [Measure(id: "calm", kind: .share, of: ["seen"], practices: ["vision.safety"])])),
]

/// A reader that checks everything.
func actionReader(
  plan: AuditPlan = onePlan, evidence: [String: [String]] = ["autumn-2026": ["pupil-safety"]],
  pupils: Set<String> = ["Sophia Quill"]
) -> ActionRegisterReader {
  ActionRegisterReader(
    framework: smallFramework, plan: plan, instruments: actionInstruments, evidence: evidence,
    namesPupil: { text in pupils.contains { text.contains($0) } })
}

/// The register in a text, and the ids of all that was said of it.
func readActions(_ text: String, _ reader: ActionRegisterReader = actionReader())
  -> (ActionRegister?, [String])
{
  var sink = DiagnosticSink()
  let register = reader.read(Array(text.utf8), file: "actions.yaml", into: &sink)
  return (register, sink.diagnostics.map(\.message.id))
}

/// Expects that reading a register gives exactly these faults, each where its marker stands.
func expectActionFaults(
  in marked: String, reader: ActionRegisterReader = actionReader(), _ faults: Fault...,
  location: SourceLocation = #_sourceLocation
) {
  expectFaults(in: marked, only: nil, file: "actions.yaml", faults, location: location) {
    _ = reader.read($0, file: $1, into: &$2)
  }
}
