import Diagnostics

/// The answers to one question differ in code and label, so that an export can be read back.
enum DistinctAnswersRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    for scale in draft.scales { check(scale.points, into: &sink) }
    for item in draft.items {
      if case .choices(let points, _) = item.format { check(points, into: &sink) }
    }
    check(draft.missing.map(\.point), into: &sink)
  }

  private static func check(_ points: [InstrumentDraft.Point], into sink: inout DiagnosticSink) {
    var codes: [String: Int] = [:]
    for (position, point) in points.enumerated() {
      guard let code = point.code else { continue }
      let key = code.value.folded
      if codes[key] != nil {
        sink.error(.duplicateCode(code.value), at: code.span)
      } else {
        codes[key] = position
      }
    }
    var labels: Set<String> = []
    for (position, point) in points.enumerated() {
      guard let label = point.label else { continue }
      for (key, wording) in wordings(label.value) {
        if labels.contains(key) {
          sink.error(.duplicateLabel(wording), at: label.span)
        } else if let owner = codes[key], owner != position {
          sink.error(.labelIsCode(wording), at: label.span)
        }
      }
      labels.formUnion(wordings(label.value).map(\.key))
    }
  }

  /// The wordings of a label by their matching keys, each key once.
  private static func wordings(_ label: LocalizedText) -> [(key: String, wording: String)] {
    let pairs = label.wordings.values.map { ($0.matchingKey, $0) }
    return Dictionary(pairs) { min($0, $1) }.sorted { $0.key < $1.key }
      .map { (key: $0.key, wording: $0.value) }
  }
}

extension Diagnostic.Message {
  fileprivate static func duplicateCode(_ code: String) -> Self {
    Self(
      id: "duplicate-code",
      "the code '\(code.clipped)' stands for another answer here already; give each its own")
  }

  fileprivate static func duplicateLabel(_ label: String) -> Self {
    Self(
      id: "duplicate-label",
      "the label '\(label.clipped)' reads like that of another answer; make the two differ by "
        + "more than case, spacing and punctuation")
  }

  fileprivate static func labelIsCode(_ label: String) -> Self {
    Self(
      id: "duplicate-label",
      "the label '\(label.clipped)' is the code of another answer; change one of the two")
  }
}
