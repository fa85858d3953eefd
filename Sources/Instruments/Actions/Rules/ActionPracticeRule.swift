import Diagnostics

/// The practice of an action is one of the framework, in a component that the audit looks at.
enum ActionPracticeRule {
  static func check(
    _ draft: ActionDraft, _ framework: Framework, _ plan: AuditPlan?,
    into sink: inout DiagnosticSink
  ) {
    guard let practice = draft.practice else { return }
    guard let known = framework.practice(named: practice.value),
      let component = framework.component(ofPractice: known.id)
    else {
      sink.error(.unknownPractice(practice.value, framework), at: practice.span)
      return
    }
    if let plan, !plan.looksAt(component.id) {
      sink.warning(.notLookedAt(known.id, component.id), at: practice.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownPractice(_ name: String, _ framework: Framework) -> Self {
    let practices = framework.components.flatMap(\.practices).map(\.id)
    let component = name.split(separator: ".").first.map(String.init) ?? name
    let own = practices.filter { $0.hasPrefix(component + ".") }
    let nearest = NearestName.question(for: name, among: practices)
    let remedy =
      nearest ?? NearestName.list(own.isEmpty ? practices : own, lead: "write one of")
    return Self(
      id: "unknown-practice",
      "the framework '\(framework.id)' has no practice '\(name.clipped)'; \(remedy)")
  }

  fileprivate static func notLookedAt(_ practice: String, _ component: String) -> Self {
    Self(
      id: "component-not-chosen",
      "this audit does not look at the component '\(component)' of '\(practice)', so that nothing "
        + "will tell whether the action works; choose the component in audit.yaml")
  }
}
