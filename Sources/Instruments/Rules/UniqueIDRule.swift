import Diagnostics

/// Ids of one kind must differ by more than the case of their letters.
enum UniqueIDRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    checkDistinct(draft.items.compactMap(\.id), "item", into: &sink)
    checkDistinct(draft.scales.map(\.id), "scale", into: &sink)
    checkDistinct(draft.sections.compactMap(\.id), "section", into: &sink)
    checkDistinct(draft.scores.compactMap(\.id), "score", into: &sink)
    checkDistinct(draft.missing.map(\.reason), "missing answer", into: &sink)
    checkDistinct(draft.aliases.map(\.item), "import entry", into: &sink)
  }

  /// Reports each id that was given before, with the line of the first.
  static func checkDistinct(
    _ ids: [Located<String>], _ subject: String, into sink: inout DiagnosticSink
  ) {
    var first: [String: Located<String>] = [:]
    for id in ids {
      let key = id.value.lowercased()
      if let earlier = first[key] {
        sink.error(.duplicateID(id.value, subject, earlier.span), at: id.span)
      } else {
        first[key] = id
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func duplicateID(_ id: String, _ subject: String, _ earlier: Span) -> Self {
    let line = earlier.location.line ?? 1
    return Self(
      id: "duplicate-id",
      "the \(subject) '\(id.clipped)' was given on line \(line) already; "
        + "use another word, as capitals do not count")
  }
}
