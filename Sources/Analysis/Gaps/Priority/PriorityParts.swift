import Instruments
import Statistics

/// What the priority of a component is made of; only components with enough evidence have it.
struct PriorityParts {
  /// An audience or source whose figure is in the index of the component.
  struct Group {
    let audience: Instrument.Audience
    let figure: IndexFigure
    /// The part of the component's index that it is, above 0 and at most 1.
    let weight: Double
    /// Whether it counts among the groups below the target: not where its number is held back.
    let isCounted: Bool
  }

  let component: Framework.Component
  /// The groups in the order of the sides, then of the table.
  let groups: [Group]
  /// The probability that the index is below the target, 0 to 1.
  let below: Double
  let importance: Double?
  private let index: IndexFigure
  private let target: Double

  /// How many groups count.
  var counted: Int { groups.count { $0.isCounted } }
  /// How many of them have an index below the target.
  var groupsBelow: Int { groups.count { $0.isCounted && $0.figure.value < target } }
  /// The share of groups below the target.
  var agreement: Double { Double(groupsBelow) / Double(counted) }

  /// Takes a component apart; `nil` without enough evidence, without an interval, and where the index
  /// holds a group that is not shown.
  init?(_ gap: ComponentGap, _ importance: Double?) {
    let sides = IndexSide.allCases.map { side in
      gap.groups.filter { side.audiences.contains($0.audience) && $0.figure != nil }
    }.filter { !$0.isEmpty }
    groups = sides.flatMap { side in
      side.compactMap { group in
        group.figure.map { figure in
          Group(
            audience: group.audience, figure: figure,
            weight: 1 / Double(sides.count) / Double(side.count), isCounted: group.n != nil)
        }
      }
    }
    let shown = IndexFigure.mean(of: IndexSide.allCases.compactMap { $0.mean(of: gap.groups) })
    guard gap.state == .measured, let index = gap.index, index == shown,
      let above = index.probability(atLeast: gap.target), groups.contains(where: \.isCounted)
    else { return nil }
    component = gap.component
    self.index = index
    target = gap.target
    below = 1 - above
    self.importance = importance
  }

  /// The priority, importance aside, as it would be with each of so many other draws of the groups.
  ///
  /// A draw has the component's index and the groups below the target of the same drawn indices.
  ///
  /// - Complexity: O(draws × groups).
  func drawn(_ draws: Int, seed: UInt64) -> [Double] {
    let values = groups.map { group in
      var generator = SeededGenerator(
        seed: seed &+ "\(component.id) \(group.audience.rawValue)".seedOffset)
      return (0..<draws).map { _ in group.figure.drawn(using: &generator) }
    }
    return (0..<draws).map { draw in
      var value = 0.0
      var under = 0
      for (group, own) in zip(groups, values) {
        value += group.weight * own[draw]
        if group.isCounted, own[draw] < target { under += 1 }
      }
      return chance(ofBelow: value) * Double(under) / Double(counted)
    }
  }

  /// The probability of lying below the target if the index were this one.
  private func chance(ofBelow value: Double) -> Double {
    guard let error = index.standardError, let df = index.df, df > 0, error > 0 else {
      return below
    }
    return StudentT(degreesOfFreedom: df).cdf((target - value) / error)
  }
}

extension IndexFigure {
  /// Another index from the distribution that gives the interval, not cut to 0 and 100; the index itself
  /// where it has no spread.
  fileprivate func drawn(using generator: inout SeededGenerator) -> Double {
    guard let standardError, let df, df > 0, standardError > 0 else { return value }
    return value + standardError * StudentT(degreesOfFreedom: df).draw(using: &generator)
  }
}

extension String {
  /// A number for the bytes of the text (FNV-1a, 64 bits), the same on every machine.
  fileprivate var seedOffset: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
