import Diagnostics

/// In an instrument with scores, an item that is turned round has a score that does it.
enum ReverseRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    guard !draft.scores.isEmpty else { return }
    let used = Set(draft.scores.flatMap(\.uses).map(\.item.value))
    for item in draft.items {
      guard let id = item.id, let reverse = item.reverse, reverse.value,
        !used.contains(id.value)
      else { continue }
      sink.warning(.unscored(id.value), at: reverse.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unscored(_ id: String) -> Self {
    Self(
      id: "reversed-unscored",
      "the item '\(id.clipped)' is reversed and no score uses it; add it to a score")
  }
}
