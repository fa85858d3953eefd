import Diagnostics

/// An action is looked at again after its first step, not before it.
enum ActionDayRule {
  static func check(_ draft: ActionDraft, into sink: inout DiagnosticSink) {
    guard let begin = draft.begin, let review = draft.review, review.value < begin.value else {
      return
    }
    sink.error(.reviewedEarly(review.value, begin.value), at: review.span)
  }
}

/// What came of an action that has ended is worth a line: it is what the next audit learns from.
enum ActionOutcomeRule {
  static func check(_ draft: ActionDraft, into sink: inout DiagnosticSink) {
    guard let status = draft.status, !status.value.isOpen, draft.outcome == nil else { return }
    sink.warning(.noOutcome(status.value), at: status.span)
  }
}

extension Diagnostic.Message {
  fileprivate static func reviewedEarly(_ review: CalendarDay, _ begin: CalendarDay) -> Self {
    Self(
      id: "review-too-early",
      "the review is on \(review.iso), before the action begins on \(begin.iso); change one of the "
        + "two days")
  }

  fileprivate static func noOutcome(_ status: Action.Status) -> Self {
    Self(
      id: "no-outcome",
      "the action is \(status.rawValue), and nobody says what came of it; add 'outcome' with a "
        + "line, above all where it did not work")
  }
}
