import Instruments

/// The comparisons that a round can make: audiences with each other, and groups with all others.
struct GroupDifferences {
  let planned: [PlannedInstrument]
  let minimums: GroupMinimums
  /// The ids of the practices that are looked at.
  let practices: Set<String>

  /// The comparisons of the gap table that the round plans: pairs of audiences first, then the groups
  /// of each audience, those that are declared before the others.
  func all() -> [GroupDifference] {
    let asked = planned.filter { planned in
      planned.isSurvey
        && planned.instrument.practiceItems.contains { practices.contains($0.practice) }
    }
    return between(asked)
      + Instrument.Audience.allCases.flatMap { audience in
        columns(asked.filter { $0.instrument.audience == audience })
      }
  }

  /// The pairs of audiences that the gap table compares.
  private static let pairs: [(Instrument.Audience, Instrument.Audience)] = [
    (.staff, .pupils), (.staff, .parents), (.pupils, .parents),
  ]

  private func between(_ asked: [PlannedInstrument]) -> [GroupDifference] {
    Self.pairs.compactMap { a, b in
      guard let first = side(a, asked), let second = side(b, asked) else { return nil }
      return GroupDifference(first, second)
    }
  }

  private func side(_ audience: Instrument.Audience, _ asked: [PlannedInstrument])
    -> GroupDifference.Side?
  {
    let own = asked.filter { $0.instrument.audience == audience }
    guard !own.isEmpty else { return nil }
    return GroupDifference.Side(
      title: audience.rawValue, audience: audience, size: own.compactMap(\.population).max(),
      minimum: minimums[audience])
  }

  /// A group of one column; of several values where these declare one group together.
  private struct Group {
    let title: String
    let others: String
    let size: Int?
    let isDeclared: Bool
  }

  private func columns(_ asked: [PlannedInstrument]) -> [GroupDifference] {
    var known: Set<String> = []
    let columns = asked.flatMap { planned in
      planned.instrument.items.filter { $0.role == .group && known.insert($0.id).inserted }
        .map { (item: $0, groups: groups(of: $0, planned)) }
    }
    let counted = columns.count { $0.groups.contains { $0.size != nil } }
    return columns.flatMap { column in
      differences(
        column.groups, by: column.item.id, audience: asked[0].instrument.audience,
        isOnlyColumn: counted < 2)
    }
  }

  private func groups(of item: Item, _ planned: PlannedInstrument) -> [Group] {
    let audience = planned.instrument.audience
    let sizes = planned.groups.filter { $0.by == item.id }
    let codes = Set(item.format.points.map(\.code))
    let declared = SubGroup.declared.filter {
      $0.audience == audience && !codes.isDisjoint(with: $0.codes)
    }
    let leading = declared.map { group in
      let own = sizes.filter { group.codes.contains($0.value) }.map(\.size)
      return Group(
        title: group.names.0, others: group.names.1,
        size: own.isEmpty ? nil : own.reduce(0, +), isDeclared: true)
    }
    let others = sizes.filter { size in !declared.contains { $0.codes.contains(size.value) } }
    return leading
      + others.map {
        Group(
          title: $0.title, others: "other " + audience.rawValue, size: $0.size, isDeclared: false)
      }
  }

  private func differences(
    _ groups: [Group], by: String, audience: Instrument.Audience, isOnlyColumn: Bool
  ) -> [GroupDifference] {
    let total = groups.compactMap(\.size).reduce(0, +)
    let minimum = minimums[audience]
    let hidden = GroupSizes(
      groups.map { ($0.size, $0.isDeclared) }, below: minimum, isOnlyColumn: isOnlyColumn
    ).hidden
    return groups.indices.map { place in
      let group = groups[place]
      return GroupDifference(
        GroupDifference.Side(
          title: group.title, audience: audience, size: group.size, minimum: minimum),
        GroupDifference.Side(
          title: group.others, audience: audience, size: group.size.map { total - $0 },
          minimum: minimum),
        by: by, isHeldBack: hidden.contains(place))
    }
  }
}
