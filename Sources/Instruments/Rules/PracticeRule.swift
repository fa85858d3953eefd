import Diagnostics

/// In an instrument of a framework each scale item is evidence of a practice, and only there.
enum PracticeRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    for item in draft.items {
      if draft.framework != nil, item.scale != nil, item.practice == nil, let id = item.id {
        sink.warning(.noPractice(id.value), at: id.span)
      }
      if draft.framework == nil, let practice = item.practice {
        sink.warning(.noFramework(practice.value), at: practice.span)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noPractice(_ id: String) -> Self {
    Self(
      id: "no-practice",
      "the item '\(id.clipped)' names no practice and enters no component; add 'practice'")
  }

  fileprivate static func noFramework(_ practice: String) -> Self {
    Self(
      id: "no-framework",
      "the practice '\(practice.clipped)' belongs to no framework; add 'framework' at the top")
  }
}
