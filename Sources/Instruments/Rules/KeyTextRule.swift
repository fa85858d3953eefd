import Diagnostics

/// A key whose licence keeps the wording with its owner holds none of it.
enum KeyTextRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    guard draft.key == nil, let licence = draft.licence, !licence.licence.shipsText else { return }
    let texts =
      draft.sections.map(\.stem) + draft.items.map(\.text)
      + draft.scales.flatMap(\.points).map(\.label)
    for text in texts.compactMap({ $0 }) { sink.error(.wording, at: text.span) }
  }
}

extension Diagnostic.Message {
  fileprivate static let wording = Self(
    id: "key-wording",
    "the licence keeps the wording of this key with its owner; delete the text, and let each school "
      + "map the headings of its own export")
}
