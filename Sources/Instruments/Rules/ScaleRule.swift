import Diagnostics

/// A scale has at least two points with whole-number codes, and favours codes that it has.
enum ScaleRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    for scale in draft.scales {
      let codes = scale.points.compactMap(\.code)
      for code in codes where Point(code: code.value).value == nil {
        sink.error(.codeNotWhole(code.value), at: code.span)
      }
      if scale.points.count < 2 {
        sink.error(.tooFewPoints("the scale '\(scale.id.value)'"), at: scale.id.span)
      }
      let known = codes.map(\.value)
      for code in scale.favourable ?? [] where !known.contains(code.value) {
        sink.error(.unknownFavourable(code.value, scale.id.value, known: known), at: code.span)
      }
    }
    for item in draft.items {
      guard case .choices(let points, _) = item.format, points.count < 2 else { continue }
      sink.error(.tooFewPoints("the item '\(item.name)'"), at: item.id?.span ?? item.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func codeNotWhole(_ code: String) -> Self {
    Self(
      id: "code-not-whole",
      "the code '\(code.clipped)' of a scale point is no whole number; "
        + "write digits without leading zeros, such as 3")
  }

  fileprivate static func tooFewPoints(_ owner: String) -> Self {
    Self(id: "too-few-points", "\(owner) needs at least 2 answers to choose from; add them")
  }

  fileprivate static func unknownFavourable(_ code: String, _ scale: String, known: [String])
    -> Self
  {
    Self(
      id: "unknown-favourable",
      "the scale '\(scale.clipped)' has no code '\(code.clipped)'; "
        + NearestName.list(known, lead: "its codes are"))
  }
}
