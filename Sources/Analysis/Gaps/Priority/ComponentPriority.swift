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
  /// The places between which it stays in 95 of 100 draws.
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

  /// How many draws the ranges of ranks are of.
  public static let draws = 2_000
  /// The seed of the draws.
  public static let seed: UInt64 = 1
}

extension GapTable {
  /// The priorities of the components, from the figures of this table and nothing else.
  ///
  /// Of a table as far as it may be shown nothing that is held back can be in them. Each index is drawn
  /// from the distribution that gives its band, by a generator of its own that starts from the seed and
  /// the component's id, so that no component changes the draws of another.
  ///
  /// - Complexity: O(draws × components²).
  public var priorities: ComponentPriorities {
    let parts = components.compactMap { PriorityParts($0, importance?.share(of: $0.component.id)) }
    let weighs = !parts.isEmpty && parts.allSatisfy { $0.importance != nil }
    let most = framework.components.compactMap { importance?.share(of: $0.id) }.max() ?? 0
    let isWeighing = weighs && most > 0
    let weights = parts.map { part in
      isWeighing ? 0.5 + 0.5 * (part.importance ?? 0) / most : 1
    }
    let values = zip(parts, weights).map { $0.below * $1 * $0.agreement }
    let ranks = Self.ranks(parts, weights)
    let places = values.map { own in 1 + values.count { $0 > own } }
    let ranked = parts.indices.map { place in
      ComponentPriority(
        component: parts[place].gap.component, value: values[place],
        belowTarget: parts[place].below, groupsBelow: parts[place].groupsBelow,
        groups: parts[place].groups, importance: parts[place].importance, rank: places[place],
        ranks: ranks[place])
    }.sorted { ($0.rank, $0.component.code) < ($1.rank, $1.component.code) }
    let known = Set(ranked.map(\.component.id))
    let next = components.filter { gap in
      if case .notApplicable = gap.state { return false }
      return !known.contains(gap.component.id)
    }
    return ComponentPriorities(ranked: ranked, lookNext: next, weighsImportance: isWeighing)
  }

  /// The places of each component in the middle 95 of 100 draws.
  private static func ranks(_ parts: [PriorityParts], _ weights: [Double]) -> [ClosedRange<Int>] {
    let draws = ComponentPriorities.draws
    let drawn = zip(parts, weights).map { part, weight -> [Double] in
      var generator = SeededGenerator(
        seed: ComponentPriorities.seed &+ part.gap.component.id.seedOffset)
      return (0..<draws).map { _ in part.drawn(using: &generator) * weight * part.agreement }
    }
    var ranks = parts.map { _ in [Int](repeating: 0, count: draws) }
    for draw in 0..<draws {
      for place in parts.indices {
        ranks[place][draw] = 1 + drawn.count { $0[draw] > drawn[place][draw] }
      }
    }
    // The 2.5th and 97.5th of 100: as many draws are left out on either side.
    let outside = draws / 40
    return ranks.map { own in
      let ordered = own.sorted()
      return ordered[outside]...ordered[draws - 1 - outside]
    }
  }
}

/// What the priority of a component is made of; only components with enough evidence have it.
private struct PriorityParts {
  let gap: ComponentGap
  let index: IndexFigure
  let below: Double
  let groups: Int
  let groupsBelow: Int
  let importance: Double?

  /// The share of groups below the target.
  var agreement: Double { Double(groupsBelow) / Double(groups) }

  init?(_ gap: ComponentGap, _ importance: Double?) {
    let figures = gap.groups.filter { $0.audience != .leaders && $0.n != nil }
      .compactMap(\.figure?.value)
    guard gap.state == .measured, let index = gap.index,
      let above = index.probability(atLeast: gap.target), !figures.isEmpty
    else { return nil }
    self.gap = gap
    self.index = index
    below = 1 - above
    groups = figures.count
    groupsBelow = figures.count { $0 < gap.target }
    self.importance = importance
  }

  /// The probability of lying below the target as it would be with another draw of the index.
  func drawn(using generator: inout SeededGenerator) -> Double {
    guard let error = index.standardError, let df = index.df, df > 0, error > 0 else {
      return below
    }
    let t = StudentT(degreesOfFreedom: df)
    let value = index.value + error * t.draw(using: &generator)
    return t.cdf((gap.target - value) / error)
  }
}

extension String {
  /// A number for the bytes of the text (FNV-1a, 64 bits), the same on every machine.
  fileprivate var seedOffset: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
