import Diagnostics

/// Every score that does not refuse can be computed: the answers of all its parts have one range of
/// values, after recoding.
enum ComputableRule {
  static func check(
    _ draft: InstrumentDraft, _ instrument: Instrument, into sink: inout DiagnosticSink
  ) {
    for score in instrument.scores
    where instrument.refusal(of: score) == nil && ScoreKey(score, in: instrument) == nil {
      let place = draft.scores.first { $0.id?.value == score.id }?.id?.span
      sink.error(.severalRanges(score.id), at: place ?? draft.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func severalRanges(_ score: String) -> Self {
    Self(
      id: "score-mixes-scales",
      "the answers that enter '\(score.clipped)' have not one lowest and one highest value, at most "
        + "240 apart; add up scores of one scale only")
  }
}
