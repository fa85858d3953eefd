import Diagnostics

/// An action answers to a round of the plan, which it names where there are several.
enum ActionRoundRule {
  static func check(_ draft: ActionDraft, _ plan: AuditPlan, into sink: inout DiagnosticSink) {
    let known = plan.rounds.map(\.id)
    guard let round = draft.round else {
      if known.count > 1 { sink.error(.needsRound(known), at: draft.id?.span ?? draft.span) }
      return
    }
    if !known.contains(round.value) {
      sink.error(.noSuchRound(round.value, known), at: round.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func needsRound(_ known: [String]) -> Self {
    Self(
      id: "missing-round",
      "the plan has several rounds, and the action does not say to which one's evidence it answers; "
        + NearestName.list(known, lead: "add 'round' with one of"))
  }

  fileprivate static func noSuchRound(_ round: String, _ known: [String]) -> Self {
    Self(
      id: "unknown-round",
      "the plan has no round '\(round.clipped)'; "
        + NearestName.remedy(for: round, among: known, lead: "its rounds are"))
  }
}
