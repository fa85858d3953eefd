import Diagnostics

/// How people are is not what a school does: an item of an outcome score names no practice.
enum OutcomeRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    let items = draft.itemsByID
    for score in draft.scores where score.rules.isOutcome?.value == true {
      for use in score.uses {
        guard let practice = items[use.item.value]?.practice else { continue }
        sink.error(.practice(use.item.value), at: practice.span)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func practice(_ item: String) -> Self {
    Self(
      id: "outcome-practice",
      "the item '\(item.clipped)' belongs to an outcome and can be no evidence of a practice; "
        + "delete 'practice'")
  }
}
