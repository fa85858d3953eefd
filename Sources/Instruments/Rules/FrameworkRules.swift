import Diagnostics

/// What must hold in a framework pack beyond the shape of its file.
enum FrameworkRules {
  static func check(_ draft: FrameworkDraft, into sink: inout DiagnosticSink) {
    let components = draft.components
    UniqueIDRule.checkDistinct(components.compactMap(\.id), "component", into: &sink)
    UniqueIDRule.checkDistinct(components.compactMap(\.code), "component code", into: &sink)
    let practices = components.flatMap(\.practices)
    UniqueIDRule.checkDistinct(practices.compactMap(\.code), "practice code", into: &sink)
    let methods = components.flatMap(\.methods)
    UniqueIDRule.checkDistinct(methods.compactMap(\.id), "method", into: &sink)
    for component in components {
      let words = component.practices.compactMap(\.id)
      UniqueIDRule.checkDistinct(words, "practice", into: &sink)
      checkCodes(component, into: &sink)
      checkPractices(component, of: draft, into: &sink)
    }
  }

  /// Codes of practices and ids of methods start with the code of their component.
  private static func checkCodes(
    _ component: FrameworkDraft.Component, into sink: inout DiagnosticSink
  ) {
    guard let code = component.code?.value else { return }
    for part in component.practices.compactMap(\.code) + component.methods.compactMap(\.id)
    where !part.value.hasPrefix(code + ".") {
      sink.error(.foreignCode(part.value, code), at: part.span)
    }
  }

  private static func checkPractices(
    _ component: FrameworkDraft.Component, of draft: FrameworkDraft,
    into sink: inout DiagnosticSink
  ) {
    let codes = component.practices.compactMap(\.code?.value)
    let known = codes + component.practices.compactMap(\.id?.value)
    for practice in component.methods.flatMap(\.practices)
    where draft.practiceID(practice.value, in: component) == nil {
      sink.error(.noSuchPractice(practice.value, known: known, codes: codes), at: practice.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func foreignCode(_ code: String, _ component: String) -> Self {
    Self(
      id: "code-outside-component",
      "'\(code.clipped)' stands in the component '\(component)'; start it with '\(component).', or "
        + "move it to its own component")
  }

  fileprivate static func noSuchPractice(_ name: String, known: [String], codes: [String])
    -> Self
  {
    let remedy =
      NearestName.question(for: name, among: known)
      ?? NearestName.list(codes, lead: "practices here are")
    return Self(
      id: "unknown-practice", "this pack has no practice '\(name.clipped)'; \(remedy)")
  }
}
