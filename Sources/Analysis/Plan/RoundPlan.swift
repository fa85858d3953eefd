public import Instruments

/// What the instruments of a round will give, and what they ask of people, before anything came in.
///
/// It holds no answers. Numbers of people below the minimum of their audience are not in it.
public struct RoundPlan: Sendable {
  /// The pack, with the components that the school chose.
  public let framework: Framework
  /// The components in the framework's order, those that the school does not have included.
  public let components: [ComponentPlan]
  /// What there is to settle before the round begins.
  public let warnings: [PlanWarning]
  /// The time that the round asks of each audience, in the order of `Instrument.Audience`.
  public let burdens: [Burden]
  /// How far groups have to be apart for the round to show it.
  public let differences: [GroupDifference]
  /// The fewest people behind a figure.
  public let minimums: GroupMinimums

  /// Lays out what a round will give.
  ///
  /// - Parameters:
  ///   - planned: The instruments of the round, in its order.
  ///   - framework: The pack, with the components that are looked at.
  ///   - notApplicable: The components that the school does not have, with its reasons, by id.
  ///   - minimums: The fewest people behind a figure.
  /// - Complexity: O(components × instruments × practices).
  public init(
    _ planned: [PlannedInstrument], framework: Framework, notApplicable: [String: String] = [:],
    minimums: GroupMinimums
  ) {
    self.framework = framework
    self.minimums = minimums
    let components = ComponentPlanning(
      planned: planned, framework: framework, notApplicable: notApplicable, minimums: minimums
    ).components()
    self.components = components
    burdens = Instrument.Audience.allCases.compactMap { audience in
      let own = planned.filter { $0.instrument.audience == audience }
      return own.isEmpty ? nil : Burden(audience, own, minimum: minimums[audience])
    }
    let lookedAt = framework.components.filter { notApplicable[$0.id] == nil }
    differences = GroupDifferences(
      planned: planned, minimums: minimums,
      practices: Set(lookedAt.flatMap(\.practices).map(\.id))
    ).all()
    warnings = PlanWarnings(
      planned: planned, framework: framework, components: components, minimums: minimums
    ).all()
  }

  /// The components that are looked at.
  public var lookedAt: [ComponentPlan] { components.filter { $0.notApplicable == nil } }
}
