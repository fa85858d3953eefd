import Diagnostics
import Instruments
import Testing

/// A plan with the keys that every plan has.
let shortPlan = """
  school: Larkfield Primary
  framework: small
  rounds: [{ id: autumn-2026, instruments: [staff-wellbeing] }]

  """

/// The plan in a text, and the ids of all that was said of it.
func readPlan(_ text: String, _ reader: AuditPlanReader = AuditPlanReader())
  -> (AuditPlan?, [String])
{
  var sink = DiagnosticSink()
  let plan = reader.read(Array(text.utf8), file: "audit.yaml", into: &sink)
  return (plan, sink.diagnostics.map(\.message.id))
}

/// Expects that reading a plan gives exactly these faults, each where its marker stands.
func expectPlanFaults(
  in marked: String, reader: AuditPlanReader = AuditPlanReader(), _ faults: Fault...,
  location: SourceLocation = #_sourceLocation
) {
  expectFaults(in: marked, file: "audit.yaml", faults, location: location) {
    _ = reader.read($0, file: $1, into: &$2)
  }
}
