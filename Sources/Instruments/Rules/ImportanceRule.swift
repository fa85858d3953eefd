import Diagnostics

/// Whoever asks which components matter most asks it once, offers more than can be chosen, and calls
/// each by its id.
enum ImportanceRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    let asking = draft.items.filter { $0.importance != nil }
    for item in asking.dropFirst() {
      if let importance = item.importance { sink.error(.askedTwice, at: importance.span) }
    }
    for item in asking {
      guard let importance = item.importance else { continue }
      if draft.framework == nil { sink.error(.noFramework, at: importance.span) }
      guard case .choices(let points, _) = item.format else { continue }
      if points.count <= Item.Importance.mostChosen {
        sink.error(.tooFewChoices(points.count), at: importance.span)
      }
    }
  }

  /// The codes of the choices are components of the framework.
  static func check(
    _ draft: InstrumentDraft, _ framework: Framework, into sink: inout DiagnosticSink
  ) {
    let known = framework.components.map(\.id)
    for item in draft.items where item.importance != nil {
      guard case .choices(let points, _) = item.format else { continue }
      for code in points.compactMap(\.code) where !known.contains(code.value) {
        sink.error(.noComponent(code.value, framework.id, known: known), at: code.span)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let askedTwice = Self(
    id: "importance-twice",
    "another item asks already which components matter most; keep one of them")

  fileprivate static let noFramework = Self(
    id: "importance-without-framework",
    "the choices of this item are components of no framework; add 'framework' at the top")

  fileprivate static func tooFewChoices(_ count: Int) -> Self {
    Self(
      id: "importance-choices",
      "each person chooses \(Item.Importance.mostChosen) components and there are \(count); offer "
        + "more of them")
  }

  fileprivate static func noComponent(_ code: String, _ framework: String, known: [String])
    -> Self
  {
    Self(
      id: "importance-component",
      "the framework '\(framework)' has no component '\(code.clipped)'; "
        + NearestName.remedy(for: code, among: known, lead: "its components are"))
  }
}
