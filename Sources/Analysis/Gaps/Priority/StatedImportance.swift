public import Instruments
import Responses

/// Which components people say matter most: each chose at most three.
public struct StatedImportance: Sendable, Hashable {
  /// One audience that was asked.
  public struct Group: Sendable, Hashable {
    /// Who was asked.
    public let audience: Instrument.Audience
    /// The ids of the instruments that asked.
    public let instruments: [String]
    /// How many chose one to three components; `nil` where it is held back.
    public internal(set) var n: Int?
    /// How many chose more than three, and do not count; `nil` where it is held back.
    public internal(set) var choseTooMany: Int?
    /// Whether enough chose for the group to count: 10 pupils or 5 others, or the audit's minimum.
    public let isCounted: Bool
    /// How many chose each component that was offered, by its id.
    let chosen: [String: Int]
    /// The same of those who chose too many.
    var alsoChosen: [String: Int] = [:]

    /// The share of those who chose that chose a component; `nil` where it was not offered.
    func share(of component: String) -> Double? {
      guard isCounted, let n, n > 0, let count = chosen[component] else { return nil }
      return Double(count) / Double(n)
    }
  }

  /// The audiences that were asked, in the order of `Instrument.Audience`, those with too few too.
  public internal(set) var groups: [Group]

  /// The share that chose a component, averaged over the groups that count, each with the same weight.
  ///
  /// - Returns: 0 to 1; `nil` where no group that counts was offered the component.
  public func share(of component: String) -> Double? {
    let shares = groups.compactMap { $0.share(of: component) }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }
}

extension StatedImportance {
  /// Counts the choices of some surveys; `nil` where none asks which components matter most.
  ///
  /// - Complexity: O(rows × components).
  init?(_ tables: [ResponseTable], fewest: GroupMinimums) {
    var found: [Instrument.Audience: Tally] = [:]
    for table in tables {
      for item in table.instrument.items where item.importance == .components {
        guard case .options(let column)? = table.items[item.id] else { continue }
        found[table.instrument.audience, default: Tally()].add(column, of: table.instrument.id)
      }
    }
    guard !found.isEmpty else { return nil }
    groups = Instrument.Audience.allCases.compactMap { audience in
      found[audience].map { tally in
        Group(
          audience: audience, instruments: tally.instruments.sorted(), n: tally.n,
          choseTooMany: tally.choseTooMany, isCounted: tally.n >= fewest[audience],
          chosen: tally.chosen, alsoChosen: tally.alsoChosen)
      }
    }
  }

  /// The choices without the numbers of those who are too few; their choices are in no share.
  ///
  /// Where too few to be told chose too many, they count with all that they chose: left out, what they chose
  /// would be the difference to the answers of the survey.
  func heldBack(below minimums: GroupMinimums) -> StatedImportance {
    var held = self
    held.groups = groups.map { group in
      let minimum = minimums[group.audience]
      let isShown = group.isCounted && (group.n ?? 0) >= minimum
      guard isShown else {
        return Group(
          audience: group.audience, instruments: group.instruments, n: nil, choseTooMany: nil,
          isCounted: false, chosen: [:])
      }
      guard let n = group.n, let many = group.choseTooMany, (1..<minimum).contains(many) else {
        return group
      }
      return Group(
        audience: group.audience, instruments: group.instruments, n: n + many, choseTooMany: nil,
        isCounted: true, chosen: group.chosen.merging(group.alsoChosen, uniquingKeysWith: +))
    }
    return held
  }

  private struct Tally {
    var instruments: [String] = []
    var n = 0
    var choseTooMany = 0
    var chosen: [String: Int] = [:]
    var alsoChosen: [String: Int] = [:]

    mutating func add(_ column: OptionColumn, of instrument: String) {
      instruments.append(instrument)
      for point in column.points { chosen[point.code, default: 0] += 0 }
      for cell in column.cells where cell & OptionColumn.unreadable == 0 {
        let places = column.points.indices.filter { cell & (1 << UInt64($0)) != 0 }
        if places.count > Item.Importance.mostChosen {
          choseTooMany += 1
          for place in places { alsoChosen[column.points[place].code, default: 0] += 1 }
        } else if !places.isEmpty {
          n += 1
          for place in places { chosen[column.points[place].code, default: 0] += 1 }
        }
      }
    }
  }
}
