import Diagnostics

/// Targets are indices, groups have somebody in them, and minimums protect small groups.
enum PlanAmountRule {
  static func check(_ draft: AuditPlanDraft, into sink: inout DiagnosticSink) {
    for target in draft.targets.compactMap(\.value) where !(0...100).contains(target.value) {
      sink.error(.badTarget, at: target.span)
    }
    for minimum in draft.minimums {
      guard let count = minimum.count else { continue }
      let least = AuditPlan.leastMinimum(for: minimum.audience.value)
      guard count.value < least else { continue }
      sink.error(.lowMinimum(minimum.audience.value, least), at: count.span)
    }
    checkGroups(draft, into: &sink)
  }

  private static func checkGroups(_ draft: AuditPlanDraft, into sink: inout DiagnosticSink) {
    for group in draft.groups {
      guard let count = group.count else { continue }
      let audience = group.audience.value
      guard count.value >= 1 else {
        sink.error(.emptyGroup(audience), at: count.span)
        continue
      }
      let own = draft.minimums.first { $0.audience.value == audience }?.count?.value ?? 0
      let minimum = max(own, AuditPlan.leastMinimum(for: audience))
      guard count.value < minimum else { continue }
      sink.warning(.smallGroup(audience, count.value, minimum), at: count.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let badTarget = Self(
    id: "bad-target", "a target is an index; write a number from 0 to 100")

  fileprivate static func lowMinimum(_ audience: Instrument.Audience, _ least: Int) -> Self {
    Self(
      id: "low-minimum",
      "figures of fewer than \(least) \(audience.rawValue) could give a person away; write "
        + "\(least) or more")
  }

  fileprivate static func emptyGroup(_ audience: Instrument.Audience) -> Self {
    Self(
      id: "empty-group",
      "a group has somebody in it; write how many \(audience.rawValue) could answer, or delete "
        + "the entry")
  }

  fileprivate static func smallGroup(
    _ audience: Instrument.Audience, _ count: Int, _ minimum: Int
  ) -> Self {
    Self(
      id: "small-group",
      "no figure of these \(count) \(audience.rawValue) will be shown, as the smallest group is "
        + "\(minimum); ask them in person, or together with others")
  }
}
