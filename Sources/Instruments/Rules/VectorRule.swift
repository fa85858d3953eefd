import Diagnostics

/// A key gives every score and band that its vectors ask for, and has a vector for every score.
enum VectorRule {
  static func check(
    _ draft: InstrumentDraft, _ instrument: Instrument, into sink: inout DiagnosticSink
  ) {
    guard instrument.terms != nil else { return }
    for failure in VectorRun(instrument).failures {
      let vector = draft.vectors[failure.vector]
      let place =
        failure.isBand
        ? vector.bands.first { $0.score.value == failure.score }?.label.span
        : vector.expected.first { $0.score.value == failure.score }?.value.span
      sink.error(.failed(failure), at: place ?? vector.span)
    }
    let asked = Set(draft.vectors.flatMap { $0.expected.map(\.score.value) })
    for score in instrument.scores where instrument.refusal(of: score) == nil {
      // The scores that a school adds to a key are its own.
      guard !asked.contains(score.id), instrument.key == nil else { continue }
      let place = draft.scores.first { $0.id?.value == score.id }?.id?.span
      sink.error(.noVector(score.id), at: place ?? draft.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func failed(_ failure: VectorRun.Failure) -> Self {
    let what = failure.isBand ? "the band of '\(failure.score)'" : "'\(failure.score)'"
    return Self(
      id: "vector-failed",
      "vector \(failure.vector + 1) asks for \(what) to be \(failure.expected.clipped) and the key "
        + "gives \(failure.found.clipped); one of the two is damaged, so take both from the "
        + "published key again")
  }

  fileprivate static func noVector(_ score: String) -> Self {
    Self(
      id: "score-without-vector",
      "no vector asks for '\(score.clipped)', so nothing would notice if its key were damaged; add "
        + "one with published or hand-computed figures")
  }
}
