public import Instruments

/// Which actions of a register are listed.
public struct ActionChoice: Sendable {
  private let statuses: [Action.Status]
  private let costs: [Action.Cost]
  private let tiers: [Tier]

  /// Makes a choice; an empty list of words takes every action.
  public init(
    statuses: [Action.Status] = [], costs: [Action.Cost] = [], tiers: [Tier] = []
  ) {
    self.statuses = statuses
    self.costs = costs
    self.tiers = tiers
  }

  /// Whether an action is listed.
  func takes(_ action: Action) -> Bool {
    (statuses.isEmpty || statuses.contains(action.status))
      && (costs.isEmpty || costs.contains(action.cost))
      && (tiers.isEmpty || tiers.contains(action.tier))
  }
}
