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

  /// What is known of a column: the sizes of its codes, in their order, and the groups that these make.
  private struct Column {
    let item: Item
    let sizes: [PlannedInstrument.GroupSize]
    let groups: [Group]
  }

  /// A group of one column; of several codes where these declare one group together.
  private struct Group {
    let title: String
    let others: String
    /// The places of its codes among the sizes of the column.
    let places: [Int]
  }

  private func columns(_ asked: [PlannedInstrument]) -> [GroupDifference] {
    var known: Set<String> = []
    let columns = asked.flatMap { planned in
      planned.instrument.items.filter { $0.role == .group && known.insert($0.id).inserted }
        .map { column($0, planned) }
    }
    let counted = columns.count { !$0.sizes.isEmpty }
    return columns.flatMap {
      differences($0, audience: asked[0].instrument.audience, isOnlyColumn: counted < 2)
    }
  }

  private func column(_ item: Item, _ planned: PlannedInstrument) -> Column {
    let audience = planned.instrument.audience
    let codes = item.format.points.map(\.code)
    // In the order of what came back, so that of equal groups both hide the same.
    let sizes = planned.groups.filter { $0.by == item.id }.enumerated().sorted { a, b in
      let (first, second) = (codes.firstIndex(of: a.1.value), codes.firstIndex(of: b.1.value))
      return (first ?? codes.count, a.0) < (second ?? codes.count, b.0)
    }.map(\.element)
    let declared = SubGroup.declared.filter {
      $0.audience == audience && !$0.codes.isDisjoint(with: codes)
    }
    let leading = declared.map { group in
      Group(
        title: group.names.0, others: group.names.1,
        places: sizes.indices.filter { group.codes.contains(sizes[$0].value) })
    }
    let others = sizes.indices.filter { place in
      !declared.contains { $0.codes.contains(sizes[place].value) }
    }
    return Column(
      item: item, sizes: sizes,
      groups: leading
        + others.map {
          Group(title: sizes[$0].title, others: "other " + audience.rawValue, places: [$0])
        })
  }

  private func differences(
    _ column: Column, audience: Instrument.Audience, isOnlyColumn: Bool
  ) -> [GroupDifference] {
    let total = column.sizes.reduce(0) { $0 + $1.size }
    let minimum = minimums[audience]
    // Code by code, as what came back is told: a sum would give away the one that is hidden there.
    let sizes = GroupSizes(
      column.sizes.map { ($0.size, SubGroup.isDeclared($0.value, of: audience)) }, below: minimum,
      isOnlyColumn: isOnlyColumn)
    return column.groups.map { group in
      let size =
        group.places.isEmpty
        ? nil : group.places.reduce(0) { $0 + column.sizes[$1].size }
      return GroupDifference(
        GroupDifference.Side(
          title: group.title, audience: audience, size: size, minimum: minimum),
        GroupDifference.Side(
          title: group.others, audience: audience, size: size.map { total - $0 }, minimum: minimum),
        by: column.item.id, isHeldBack: !sizes.tells(together: group.places))
    }
  }
}
