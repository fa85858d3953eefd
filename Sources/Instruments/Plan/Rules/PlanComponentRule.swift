import Diagnostics

/// The framework of a plan is known and has the components that the plan names, each once.
enum PlanComponentRule {
  static func check(
    _ draft: AuditPlanDraft, _ packs: [Framework]?, into sink: inout DiagnosticSink
  ) {
    UniqueIDRule.checkDistinct(draft.components, "component", into: &sink)
    checkTargets(draft, into: &sink)
    guard let packs, let name = draft.framework else { return }
    guard let pack = packs.first(where: { $0.id == name.value }) else {
      sink.error(.unknownFramework(name.value, known: packs.map(\.id)), at: name.span)
      return
    }
    let known = pack.components.map(\.id)
    for component in draft.components where !known.contains(component.value) {
      sink.error(.unknownComponent(component.value, pack.id, known: known), at: component.span)
    }
    let words = [AuditPlanDraft.allComponents] + known
    for key in draft.targets.map(\.key) where !words.contains(key.value) {
      sink.error(.unknownComponent(key.value, pack.id, known: words), at: key.span)
    }
    for key in draft.notApplicable.map(\.key) where !known.contains(key.value) {
      if NearestName.suggestion(for: key.value, among: known) == nil {
        sink.warning(.needlessReason(key.value, pack.id), at: key.span)
      } else {
        sink.error(.unknownComponent(key.value, pack.id, known: known), at: key.span)
      }
    }
  }

  /// A target is of use where its component is looked at.
  private static func checkTargets(_ draft: AuditPlanDraft, into sink: inout DiagnosticSink) {
    let chosen = Set(draft.components.map(\.value))
    let unused = Set(draft.notApplicable.map(\.key.value))
    for key in draft.ownTargets.map(\.key) {
      let isChosen = chosen.isEmpty || chosen.contains(key.value)
      if !isChosen || unused.contains(key.value) {
        sink.warning(.unusedTarget(key.value), at: key.span)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownComponent(_ id: String, _ framework: String, known: [String])
    -> Self
  {
    let remedy = NearestName.remedy(for: id, among: known, lead: "write one of")
    return Self(
      id: "unknown-component",
      "the framework '\(framework)' has no component '\(id.clipped)'; \(remedy)")
  }

  fileprivate static func needlessReason(_ id: String, _ framework: String) -> Self {
    Self(
      id: "needless-reason",
      "the framework '\(framework)' has no component '\(id.clipped)', which needs no reason then; "
        + "delete the entry")
  }

  fileprivate static func unusedTarget(_ id: String) -> Self {
    Self(
      id: "unused-target",
      "the component '\(id.clipped)' is not looked at; choose it under 'components', or delete "
        + "its target")
  }
}
