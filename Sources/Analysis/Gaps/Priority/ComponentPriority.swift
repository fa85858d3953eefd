public import Instruments
import Statistics

/// How much there is to say for taking a component up first.
///
/// Probability below target × weight of importance × share of groups below target, after
/// `docs/methods/priority.md`. Components are ranked, never people.
public struct ComponentPriority: Sendable, Hashable {
  /// The component of the framework.
  public let component: Framework.Component
  /// The priority, 0 to 1.
  public let value: Double
  /// The probability that the true index is below the target, 0 to 1.
  public let belowTarget: Double
  /// How many groups of people or sources have an index below the target.
  public let groupsBelow: Int
  /// How many groups have an index; leaders, whose answers are among those of staff, are none.
  public let groups: Int
  /// The share that chose the component among the three that matter most; `nil` where nobody was asked.
  public let importance: Double?
  /// The place among the components with a priority, from 1; equal priorities share the better one.
  public let rank: Int
  /// The places between which it stays in 95 of 100 draws; its own is among them.
  public let ranks: ClosedRange<Int>
}

/// The components by their priority, and those that need evidence first.
public struct ComponentPriorities: Sendable {
  /// The components with enough evidence, the first to take up first.
  public let ranked: [ComponentPriority]
  /// The components without a priority and the school's to look at, in the framework's order.
  public let lookNext: [ComponentGap]
  /// Whether importance is in the priorities: every ranked component was offered to a group that counts.
  public let weighsImportance: Bool

  /// How many draws of the groups the ranges of ranks are of.
  public static let draws = 2_000
  /// The seed of the draws.
  public static let seed: UInt64 = 1
}

extension GapTable {
  /// The priorities of the components, from the figures of this table and nothing else.
  ///
  /// Of a table as far as it may be shown nothing that is held back can be in them. The index of each
  /// group is drawn from the distribution that gives its interval, by a generator of its own, and the
  /// component's index is put together of these draws as the table's is of the figures.
  ///
  /// - Complexity: O(draws × components × (components + groups)).
  public var priorities: ComponentPriorities {
    let parts = components.compactMap { PriorityParts($0, importance?.share(of: $0.component.id)) }
    let weighs = !parts.isEmpty && parts.allSatisfy { $0.importance != nil }
    let most = framework.components.compactMap { importance?.share(of: $0.id) }.max() ?? 0
    let isWeighing = weighs && most > 0
    let weights = parts.map { part in
      isWeighing ? 0.5 + 0.5 * (part.importance ?? 0) / most : 1
    }
    let values = zip(parts, weights).map { $0.below * $1 * $0.agreement }
    let places = values.map { own in 1 + values.count { $0 > own } }
    let drawn = zip(parts, weights).map { part, weight in
      part.drawn(ComponentPriorities.draws, seed: ComponentPriorities.seed).map { $0 * weight }
    }
    let ranks = ComponentPriorities.ranges(of: places, drawn)
    let ranked = parts.indices.map { place in
      ComponentPriority(
        component: parts[place].component, value: values[place],
        belowTarget: parts[place].below, groupsBelow: parts[place].groupsBelow,
        groups: parts[place].counted, importance: parts[place].importance, rank: places[place],
        ranks: ranks[place])
    }.sorted { ($0.rank, $0.component.code) < ($1.rank, $1.component.code) }
    let known = Set(ranked.map(\.component.id))
    let next = components.filter { gap in
      if case .notApplicable = gap.state { return false }
      return !known.contains(gap.component.id)
    }
    return ComponentPriorities(ranked: ranked, lookNext: next, weighsImportance: isWeighing)
  }
}

extension ComponentPriorities {
  /// The places of each component in the middle 95 of 100 draws of the priorities, and its own place.
  static func ranges(of places: [Int], _ drawn: [[Double]]) -> [ClosedRange<Int>] {
    zip(places, drawn).map { place, own in
      let ordered = own.indices.map { draw in
        1 + drawn.count { $0[draw] > own[draw] }
      }.sorted()
      // The 2.5th and 97.5th of 100: as many draws are left out on either side.
      let outside = ordered.count / 40
      return min(place, ordered[outside])...max(place, ordered[ordered.count - 1 - outside])
    }
  }
}
