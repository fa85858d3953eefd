import Diagnostics

/// The instruments of each round can be found.
enum PlanInstrumentRule {
  static func check(
    _ draft: AuditPlanDraft, _ shelf: PlanShelf, into sink: inout DiagnosticSink
  ) {
    let known = Set(shelf.ids)
    for instrument in draft.rounds.flatMap(\.instruments) {
      let name = instrument.value
      if AuditPlan.Round.isPath(name) {
        if !shelf.hasFile(name) { sink.error(.noFile(name, shelf.ids), at: instrument.span) }
      } else if !known.contains(name) {
        sink.error(.unknownInstrument(name, known: shelf.ids), at: instrument.span)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownInstrument(_ id: String, known: [String]) -> Self {
    let remedy =
      known.isEmpty
      ? "put its file into the folder 'instruments' beside the plan, or give a path"
      : NearestName.remedy(for: id, among: known, lead: "known are")
    return Self(
      id: "unknown-instrument", "no instrument is called '\(id.clipped)'; \(remedy)")
  }

  fileprivate static func noFile(_ path: String, _ known: [String]) -> Self {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let nearest = NearestName.suggestion(for: stem, among: known)
    let remedy =
      nearest.map { "did you mean the id '\($0)'?" }
      ?? "give the path from the folder in which the plan stands"
    return Self(id: "no-such-file", "no file is at '\(path.clipped)'; \(remedy)")
  }
}
