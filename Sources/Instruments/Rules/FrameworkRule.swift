import Diagnostics

/// The framework of an instrument is known and has the practices and methods that it names.
enum FrameworkRule {
  static func check(
    _ draft: InstrumentDraft, _ frameworks: [Framework], into sink: inout DiagnosticSink
  ) {
    guard let name = draft.framework else { return }
    guard let framework = frameworks.first(where: { $0.id == name.value }) else {
      let known = frameworks.map(\.id)
      sink.error(.unknownFramework(name.value, known: known), at: name.span)
      return
    }
    let practices = framework.components.flatMap(\.practices).map(\.id)
    let named =
      draft.items.compactMap(\.practice) + (draft.record?.practices ?? []) + practicesOfNotes(draft)
    for practice in named where !practices.contains(practice.value) {
      let known = candidates(for: practice.value, in: framework)
      sink.error(.unknownPractice(practice.value, framework.id, known: known), at: practice.span)
    }
    ImportanceRule.check(draft, framework, into: &sink)
    let methods = framework.components.flatMap(\.methods).map(\.id)
    for method in draft.methods where !methods.contains(method.value) {
      sink.error(.unknownMethod(method.value, framework.id, known: methods), at: method.span)
    }
  }

  /// The codes of the items by which notes say which practice they are about.
  private static func practicesOfNotes(_ draft: InstrumentDraft) -> [Located<String>] {
    let items = Set(
      (draft.record?.measures ?? []).filter { $0.kind?.value == .voices }.compactMap(\.by?.value))
    return draft.items.filter { $0.id.map { items.contains($0.value) } ?? false }.flatMap { item in
      if case .choices(let points, allowsSeveral: false) = item.format {
        return points.compactMap(\.code)
      }
      return []
    }
  }

  /// The practices of the component that was named, or all where it is not known.
  private static func candidates(for practice: String, in framework: Framework) -> [String] {
    let component = framework.components.first { practice.hasPrefix($0.id + ".") }
    let all = framework.components.flatMap(\.practices).map(\.id)
    return component?.practices.map(\.id) ?? all
  }
}

extension Diagnostic.Message {
  /// The fault of an instrument or a plan of a framework that is not known.
  static func unknownFramework(_ id: String, known: [String]) -> Self {
    let remedy = NearestName.remedy(for: id, among: known, lead: "the frameworks are")
    return Self(id: "unknown-framework", "no framework is called '\(id.clipped)'; \(remedy)")
  }

  fileprivate static func unknownPractice(_ id: String, _ framework: String, known: [String])
    -> Self
  {
    let remedy = NearestName.remedy(for: id, among: known, lead: "practices there are")
    return Self(
      id: "unknown-practice",
      "the framework '\(framework)' has no practice '\(id.clipped)'; \(remedy)")
  }

  fileprivate static func unknownMethod(_ id: String, _ framework: String, known: [String])
    -> Self
  {
    let remedy = NearestName.remedy(for: id, among: known, lead: "its methods are")
    return Self(
      id: "unknown-method",
      "the framework '\(framework)' has no method '\(id.clipped)'; \(remedy)")
  }
}
