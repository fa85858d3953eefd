public import Instruments

/// Where each component stands for each tier: in place, partly, not in place, or not looked at.
///
/// The rules are in `docs/methods/tiers.md`.
public struct TierGrid: Sendable {
  /// What the evidence of one tier says of one component.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The index is of the band strong.
    case inPlace = "in_place"
    /// It is of the band developing, or between two bands.
    case partly
    /// It is of the band priority.
    case notInPlace = "not_in_place"
    /// There is evidence that gives neither an index nor a direction.
    case unclear
    /// There is evidence, of too few people to show.
    case heldBack = "held_back"
    /// There is no evidence; never zero.
    case notLookedAt = "not_looked_at"
    /// The school does not have the component.
    case notApplicable = "not_applicable"

    /// Whether somebody looked, whatever was found.
    public var isLookedAt: Bool { self != .notLookedAt && self != .notApplicable }
  }

  /// One component for one tier.
  public struct Cell: Sendable, Hashable {
    /// The id of the component.
    public let component: String
    /// For whom.
    public let tier: Tier
    /// What the evidence says.
    public let state: State
    /// Whether the state has a probability of 0.80 and rests on more than one source.
    public let isSure: Bool
    /// The ids of the evidence, in the order of the sources.
    public let evidence: [String]
  }

  /// How many components are in each state for one tier.
  public struct Tally: Sendable, Hashable {
    /// For whom.
    public let tier: Tier
    /// How many components are in each state that occurs.
    public let counts: [State: Int]

    /// How many components are in a state.
    public subscript(state: State) -> Int { counts[state] ?? 0 }

    /// How many components have a state to judge by: in place, partly or not in place.
    public var judged: Int { self[.inPlace] + self[.partly] + self[.notInPlace] }

    /// The components in place among those judged, each that is partly so as a half.
    public var inPlace: Double { Double(self[.inPlace]) + Double(self[.partly]) / 2 }
  }

  /// The cells, component by component in the framework's order, each with its tiers in theirs.
  public let cells: [Cell]

  /// The grid of a table.
  init(_ table: GapTable) {
    cells = table.components.flatMap { gap in
      Tier.allCases.map { tier in TierEvidence(gap, tier, in: table).cell }
    }
  }

  /// The cell of a component and a tier; `nil` where the framework has no such component.
  public func cell(_ component: String, _ tier: Tier) -> Cell? {
    cells.first { $0.component == component && $0.tier == tier }
  }

  /// The cells of a component, in the order of the tiers.
  public func cells(of component: String) -> [Cell] { cells.filter { $0.component == component } }

  /// How many of the three tiers have no evidence in a component, 0 to 3.
  ///
  /// - Returns: `nil` for a component that the school does not have.
  public func reachGap(_ component: String) -> Int? {
    let own = cells(of: component)
    guard !own.isEmpty, own.allSatisfy({ $0.state != .notApplicable }) else { return nil }
    return own.count { $0.state == .notLookedAt }
  }

  /// How many components are in each state, for each tier.
  public var tallies: [Tally] {
    Tier.allCases.map { tier in
      Tally(
        tier: tier,
        counts: Dictionary(
          grouping: cells.filter { $0.tier == tier }, by: \.state
        ).mapValues(\.count))
    }
  }
}

extension GapTable {
  /// Where each component stands for each tier, by the evidence that the table shows.
  public var tiers: TierGrid { TierGrid(self) }
}
