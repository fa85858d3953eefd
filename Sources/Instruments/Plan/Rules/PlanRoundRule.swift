import Diagnostics

/// Rounds differ in their ids, end after they open, and list each instrument once.
enum PlanRoundRule {
  static func check(_ draft: AuditPlanDraft, into sink: inout DiagnosticSink) {
    UniqueIDRule.checkDistinct(draft.rounds.compactMap(\.id), "round", into: &sink)
    for round in draft.rounds {
      if let from = round.from, let until = round.until, until.value < from.value {
        sink.error(.endsEarly(until.value, from.value), at: until.span)
      }
      var listed: Set<String> = []
      for instrument in round.instruments where !listed.insert(instrument.value).inserted {
        sink.error(.listedTwice(instrument.value), at: instrument.span)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func endsEarly(_ until: CalendarDay, _ from: CalendarDay) -> Self {
    Self(
      id: "round-ends-early",
      "the round ends on \(until.iso), before it opens on \(from.iso); change one of the two days")
  }

  fileprivate static func listedTwice(_ instrument: String) -> Self {
    Self(
      id: "instrument-twice",
      "the instrument '\(instrument.clipped)' is in this round already; list it once")
  }
}
