import Diagnostics

/// An audit plan as far as its file could be read, each part with its place.
struct AuditPlanDraft {
  struct Round {
    var id: Located<String>?
    var title: Located<String>?
    var from: Located<CalendarDay>?
    var until: Located<CalendarDay>?
    var instruments: [Located<String>] = []
  }

  /// What stands beside a word: a reason or an index beside a component.
  struct Entry<Value> {
    var key: Located<String>
    var value: Located<Value>?
  }

  /// How many people of an audience.
  struct Amount {
    var audience: Located<Instrument.Audience>
    var count: Located<Int>?
  }

  var school: Located<String>?
  var phase: Located<AuditPlan.Phase>?
  var framework: Located<String>?
  var components: [Located<String>] = []
  var notApplicable: [Entry<String>] = []
  var rounds: [Round] = []
  /// Under `all` what holds for components without a target of their own.
  var targets: [Entry<Double>] = []
  var groups: [Amount] = []
  var minimums: [Amount] = []
  var reference: Located<NominationRule.Scope>?
  var keepsAnswers: Located<AuditPlan.Retention>?
  var keepsNames: Located<AuditPlan.Retention>?

  /// The word of `targets` that stands for all components.
  static let allComponents = "all"

  /// The targets that components have of their own.
  var ownTargets: [Entry<Double>] { targets.filter { $0.key.value != Self.allComponents } }

  /// The plan that the draft describes.
  ///
  /// - Returns: `nil` when a part that every plan has could not be read.
  func plan() -> AuditPlan? {
    guard let school, let framework else { return nil }
    let target = targets.first { $0.key.value == Self.allComponents }?.value
    return AuditPlan(
      school: school.value, phase: phase?.value ?? .other, framework: framework.value,
      components: components.map(\.value), notApplicable: Self.values(notApplicable),
      rounds: rounds.compactMap { $0.round() },
      target: target?.value ?? AuditPlan.defaultTarget, targets: Self.values(ownTargets),
      groups: Self.counts(groups), minimums: Self.counts(minimums), reference: reference?.value,
      keepsAnswers: keepsAnswers?.value ?? .standard, keepsNames: keepsNames?.value ?? .standard)
  }

  private static func values<Value>(_ entries: [Entry<Value>]) -> [String: Value] {
    let pairs = entries.compactMap { entry in entry.value.map { (entry.key.value, $0.value) } }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func counts(_ amounts: [Amount]) -> [Instrument.Audience: Int] {
    let pairs = amounts.compactMap { amount in
      amount.count.map { (amount.audience.value, $0.value) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension AuditPlanDraft.Round {
  fileprivate func round() -> AuditPlan.Round? {
    guard let id else { return nil }
    return AuditPlan.Round(
      id: id.value, title: title?.value, from: from?.value, until: until?.value,
      instruments: instruments.map(\.value))
  }
}
