import Diagnostics

/// The rules of a label speak of the score's own items and of codes that these have, and what a code
/// counts as is said for codes that there are.
enum LabelCodeRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    let items = draft.itemsByID
    for score in draft.scores {
      let known = score.uses.map(\.item.value)
      for rule in score.rules.labels {
        for (item, codes) in rule.codes {
          guard known.contains(item.value) else {
            sink.error(.unknownItem(item.value, known: known), at: item.span)
            continue
          }
          check(codes, of: items[item.value], draft, into: &sink)
        }
      }
      if let first = score.uses.first {
        check(score.rules.recode.map(\.code), of: items[first.item.value], draft, into: &sink)
      }
    }
  }

  private static func check(
    _ codes: [Located<Int>], of item: InstrumentDraft.Item?, _ draft: InstrumentDraft,
    into sink: inout DiagnosticSink
  ) {
    guard let item, let scale = item.scale.flatMap(draft.scale) else { return }
    let known = scale.points.compactMap { $0.code?.value }
    for code in codes where !known.contains(String(code.value)) {
      sink.error(.unknownCode(code.value, item.name, known: known), at: code.span)
    }
  }
}

extension Diagnostic.Message {
  /// The fault of a rule or a vector with a code that the item does not have.
  static func unknownCode(_ code: Int, _ item: String, known: [String]) -> Self {
    Self(
      id: "unknown-code",
      "the item '\(item.clipped)' has no code \(code); "
        + NearestName.list(known, lead: "its codes are"))
  }
}
