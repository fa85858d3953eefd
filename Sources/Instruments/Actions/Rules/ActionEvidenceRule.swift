import Diagnostics

/// The evidence that an action answers to is in the ledger of its round, each piece named once.
enum ActionEvidenceRule {
  static func check(
    _ draft: ActionDraft, _ evidence: [String: [String]], onlyRound: String?,
    into sink: inout DiagnosticSink
  ) {
    var listed: Set<String> = []
    for piece in draft.evidence where !listed.insert(piece.value).inserted {
      sink.error(.listedTwice(piece.value), at: piece.span)
    }
    guard let round = draft.round?.value ?? onlyRound else { return }
    let known = evidence[round] ?? []
    for piece in draft.evidence where !known.contains(piece.value) {
      sink.error(.noSuchPiece(piece.value, round, known), at: piece.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func listedTwice(_ id: String) -> Self {
    Self(id: "evidence-twice", "the evidence '\(id.clipped)' is listed twice; list it once")
  }

  fileprivate static func noSuchPiece(_ id: String, _ round: String, _ known: [String]) -> Self {
    let lead = "'mhars evidence --round \(round)' lists"
    let remedy =
      known.isEmpty
      ? "nothing was taken in for it yet"
      : NearestName.remedy(for: id, among: known, lead: lead)
    return Self(
      id: "no-such-evidence",
      "the round '\(round.clipped)' has no evidence '\(id.clipped)'; \(remedy)")
  }
}
