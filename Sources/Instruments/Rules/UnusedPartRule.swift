import Diagnostics

/// Each scale has items, and each section too.
///
/// Nothing is said of scales while it is open how some item is answered.
enum UnusedPartRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    for section in draft.sections where section.itemCount == 0 {
      let name = section.id?.value ?? "a section"
      sink.warning(.emptySection(name), at: section.id?.span ?? section.span)
    }
    let isOpen = draft.sections.contains { section in
      section.itemCount != section.items.count || section.items.contains { $0.format == nil }
    }
    guard !isOpen else { return }
    let used = Set(draft.items.compactMap(\.scale))
    for scale in draft.scales where !used.contains(scale.id.value) {
      sink.warning(.unusedScale(scale.id.value), at: scale.id.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func emptySection(_ id: String) -> Self {
    Self(
      id: "empty-section", "the section '\(id.clipped)' has no items; add some, or delete it")
  }

  fileprivate static func unusedScale(_ id: String) -> Self {
    Self(
      id: "unused-scale",
      "no item is answered on the scale '\(id.clipped)'; delete it, "
        + "or name it in an item or section")
  }
}
