import Diagnostics

/// Scales that lead to one side: more favourable answers than unfavourable ones, steps of unequal
/// size, or words for some points only.
enum ScaleBalanceLint {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    for scale in draft.scales {
      let codes = scale.points.compactMap { $0.code.flatMap { Int($0.value) } }
      guard codes.count == scale.points.count, codes.count > 1 else { continue }
      checkFavourable(scale, codes, into: &sink)
      let steps = zip(codes.sorted(), codes.sorted().dropFirst()).map { $1 - $0 }
      if Set(steps).count > 1 { sink.warning(.unevenSteps(scale.id.value), at: scale.id.span) }
      let worded = scale.points.count { $0.label != nil }
      if worded > 0, worded < scale.points.count, !isWordedAtEnds(scale) {
        sink.warning(.halfWorded(scale.id.value), at: scale.id.span)
      }
    }
  }

  private static func checkFavourable(
    _ scale: InstrumentDraft.Scale, _ codes: [Int], into sink: inout DiagnosticSink
  ) {
    guard let favourable = scale.favourable?.compactMap({ Int($0.value) }), !favourable.isEmpty
    else { return }
    let rest = codes.count - favourable.count
    // One point may be neither.
    guard favourable.count != rest, favourable.count + 1 != rest else { return }
    let place = scale.favourable?.first?.span ?? scale.id.span
    sink.warning(.unbalanced(scale.id.value, favourable.count, rest), at: place)
  }

  /// Scales of many points have words at their ends alone.
  private static func isWordedAtEnds(_ scale: InstrumentDraft.Scale) -> Bool {
    scale.points.first?.label != nil && scale.points.last?.label != nil
  }
}

extension Diagnostic.Message {
  fileprivate static func unbalanced(_ scale: String, _ favourable: Int, _ rest: Int) -> Self {
    Self(
      id: "unbalanced-scale",
      "the scale '\(scale.clipped)' has \(favourable) favourable answers and \(rest) others; offer "
        + "as many of the one as of the other, with one between at most")
  }

  fileprivate static func unevenSteps(_ scale: String) -> Self {
    Self(
      id: "uneven-codes",
      "the codes of the scale '\(scale.clipped)' do not rise in equal steps, which a mean takes them "
        + "to do; number them one after the other")
  }

  fileprivate static func halfWorded(_ scale: String) -> Self {
    Self(
      id: "points-without-words",
      "some points of the scale '\(scale.clipped)' have words and some have none; give words to all, "
        + "or to both ends")
  }
}
