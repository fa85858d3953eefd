import Instruments
import Statistics

extension GapTable {
  /// The table with the numbers of people held back that are below the minimum of their audience.
  ///
  /// Their answers are in no index, since the table was computed without them, so nothing else has
  /// to be held back with them. The rule is in `docs/methods/small-groups.md`.
  func heldBack(below minimums: GroupMinimums) -> GapTable {
    precondition(
      self.minimums.covers(minimums), "a table for an audit is computed with its minimums")
    let entries = entries.heldBack(below: minimums)
    let components = components.map { $0.heldBack(below: minimums, entries) }
    return GapTable(
      framework: framework, target: target, components: components,
      mustLook: mustLook.compactMap {
        $0.heldBack(below: minimums, components, self.entries, told: entries)
      },
      entries: entries,
      importance: importance?.heldBack(below: minimums), numbered: numbered,
      outcomes: outcomes.map { $0.heldBack(below: minimums) }, minimums: self.minimums)
  }
}

extension ComponentGap {
  fileprivate func heldBack(
    below minimums: GroupMinimums, _ entries: [EvidenceEntry]
  ) -> ComponentGap {
    var gap = self
    gap.groups = groups.map { $0.heldBack(below: minimums) }
    gap.strength.sources = strength.sources.map { source in
      var source = source
      if source.isRecord {
        source.n = told(of: source, entries)
      } else if source.family.countsPeople {
        source.n = minimums.shown(source.n, source.audience)
      }
      return source
    }
    gap.practices = practices.map { $0.heldBack(below: minimums, entries) }
    let sources = gap.strength.sources
    if state.isLookedAt, sources.allSatisfy({ $0.n == nil }) { gap.state = .suppressed }
    return gap
  }

  /// How many stand behind a record as a source of the component, by its entries that are told.
  private func told(of source: EvidenceStrength.Source, _ entries: [EvidenceEntry]) -> Int? {
    let own = Set(practices.map(\.practice.id))
    return entries.filter { entry in
      entry.instrument == source.instrument && entry.family == source.family
        && entry.isSource && !own.isDisjoint(with: entry.practices)
    }.compactMap(\.toldPersons).max()
  }
}

extension AudienceIndex {
  fileprivate func heldBack(below minimums: GroupMinimums) -> AudienceIndex {
    guard audience.family.countsPeople else { return self }
    return AudienceIndex(audience: audience, figure: figure, n: minimums.shown(n, audience))
  }
}

extension PracticeIndex {
  fileprivate func heldBack(
    below minimums: GroupMinimums, _ entries: [EvidenceEntry]
  ) -> PracticeIndex {
    PracticeIndex(
      practice: practice, figure: figure, groups: groups.map { $0.heldBack(below: minimums) },
      evidence: evidence.map { part in
        var part = part
        if let id = part.entry {
          part.n = entries.first { $0.id == id }?.toldPersons
        } else if part.family.countsPeople {
          part.n = minimums.shown(part.n, part.audience)
        }
        return part
      })
  }
}

extension MustLook {
  /// The finding, a low practice with the people of shown audiences alone; `nil` from too few.
  fileprivate func heldBack(
    below minimums: GroupMinimums, _ components: [ComponentGap], _ entries: [EvidenceEntry],
    told: [EvidenceEntry]
  ) -> MustLook? {
    if case .tierNotLookedAt = kind { return self }
    if case .groupRatio(let entry, let title, let value, _, let count?) = kind, let audience {
      let group = entries.first { $0.id == entry }?.figure.ratio(ofGroup: value)
      let others = group?.others.exposure ?? 0
      guard count >= minimums[audience], others >= Double(minimums[audience]) else { return nil }
      if told.contains(where: { $0.id == entry && $0.figure.ratio(ofGroup: value) != nil }) {
        return self
      }
      // With the group's figures those of all others would come out, few of whom met it.
      return MustLook(
        kind: .groupRatio(entry: entry, title: title, value: value, ratio: nil, count: nil),
        practice: practice, practiceLabel: practiceLabel, audience: audience, n: 0)
    }
    if let audience {
      guard n >= minimums[audience] else { return nil }
      guard case .worstAnswers(let item, let title, let answer, let count?) = kind,
        count < minimums[audience]
      else { return self }
      // Who is afraid is looked for, and not told by a number that fits two or three pupils.
      return MustLook(
        kind: .worstAnswers(item: item, title: title, answer: answer, count: nil),
        practice: practice, practiceLabel: practiceLabel, audience: audience, n: n)
    }
    let practices = components.lazy.flatMap(\.practices)
    let groups = practices.first { $0.practice.id == practice }?.groups ?? []
    let people = groups.filter { $0.figure != nil }.reduce(0) { $0 + ($1.n ?? 0) }
    guard people >= Self.fewestPeople else { return nil }
    return MustLook(
      kind: kind, practice: practice, practiceLabel: practiceLabel, audience: nil, n: people)
  }
}

extension EvidenceFigure {
  /// The ratio of a group to all others; `nil` where it is not among those of the figure.
  fileprivate func ratio(ofGroup value: String) -> GroupRatio? {
    guard case .ratios(let ratios) = self else { return nil }
    return ratios.first { $0.value == value }
  }
}

extension EvidenceStrength.Family {
  /// Whether what is counted are people who answered; lessons, walks, books, cases and the voices that the
  /// ledger tells of anyway are of the school, and their number gives nobody away.
  fileprivate var countsPeople: Bool {
    switch self {
    case .survey, .lists: true
    case .seen, .records, .journey, .voices: false
    }
  }
}

extension GroupMinimums {
  /// A number of people of an audience, or `nil` where it is from 1 to below the minimum.
  fileprivate func shown(_ n: Int?, _ audience: Instrument.Audience) -> Int? {
    n.flatMap { (1..<self[audience]).contains($0) ? nil : $0 }
  }
}
