import Instruments
import Statistics

extension EvidenceEntry {
  /// Whether fewer people than may be shown stand behind the entry; of lessons, talks with many and cases,
  /// which are of the system, none do.
  func isHeld(below minimum: Int) -> Bool {
    if isLoadOfFew(minimum) { return true }
    return switch family {
    case .survey, .lists: base.heard < minimum || isRatioOfTier
    case .records:
      // A rate of one to a few is of few, however many might have been.
      if case .rate(let rate, _) = figure, rate.events > 0, rate.events < minimum {
        true
      } else {
        base.count < Double(minimum)
      }
    // What few of the vulnerable said is not told, where the record itself asks for more.
    case .voices: tier != .all && base.units < min(minimum, self.minimum.units)
    // What happened to one or two pupils is of them, and no finding about the system.
    case .journey: base.units < min(minimum, self.minimum.units)
    case .seen: false
    }
  }

  /// The entry without what would speak of fewer people than may be shown.
  ///
  /// Groups of fewer than `minimum` are left out of a split and of ratios, and so are ratios of fewer
  /// than `minimum` events, and what was listed by fewer. An entry that rests on fewer has no figure and
  /// no base. The rule is in `docs/methods/evidence.md`.
  func heldBack(below minimum: Int) -> EvidenceEntry {
    // Of one and more everything may be shown, groups and months without any event too.
    guard minimum > 1 else { return self }
    guard !isHeld(below: minimum) else { return hidden }
    let base = base(below: minimum)
    let figure = figure.heldBack(below: minimum, of: base)
    // The groups of a tier and those of all would give those of the other tiers away.
    if case .index(let whole, _) = figure, tier != .all {
      return with(.index(whole, parts: []), base, agreement)
    }
    return with(figure, base, agreement)
  }

  /// The base without the number of cases and rows, where these are told by whom they are about and are few.
  ///
  /// Of one tier it is never told: it would be the difference to those of all.
  private func base(below minimum: Int) -> Base {
    var base = base
    base.holdsCases =
      base.holdsCases
      || (self.minimum.countsSettings(unit: unit)
        && (tier != .all || base.settings < minimum))
    return base
  }

  /// The entry without any figure.
  var hidden: EvidenceEntry {
    with(.index(nil, parts: []), Base(units: 0, settings: 0, count: 0), nil)
  }

  private func with(
    _ figure: EvidenceFigure, _ base: Base, _ agreement: ObserverAgreement?
  ) -> EvidenceEntry {
    EvidenceEntry(
      id: id, instrument: instrument, title: title, methods: methods, practices: practices,
      audience: audience, family: family, tier: tier, feeds: feeds, better: better,
      figure: figure, unit: unit, base: base, minimum: minimum, agreement: agreement,
      definition: definition, sample: sample, below: below, outside: outside)
  }

  /// Whether the entry is held back: there is none of nothing.
  public var isHeldBack: Bool { base.units == 0 }
}

extension EvidenceEntry {
  /// Whether it tells of the groups of a tier, which with those of all would tell of the other tiers'.
  fileprivate var isRatioOfTier: Bool {
    guard case .ratios = figure else { return false }
    return tier != .all
  }

  /// Whether fewer name the most named one than may be shown.
  fileprivate func isLoadOfFew(_ minimum: Int) -> Bool {
    guard case .load(let load) = figure else { return false }
    return load.most < minimum
  }
}

extension EvidenceFigure {
  /// The figure of so much looked at without groups of fewer than `minimum`; those of no group are one.
  fileprivate func heldBack(below minimum: Int, of base: EvidenceEntry.Base) -> EvidenceFigure {
    let least = Double(minimum)
    switch self {
    case .index(let figure, let parts):
      // Of no group are as many, or nobody: else the others and the whole would give them away.
      let rest = base.count - parts.reduce(0) { $0 + $1.count }
      let none = base.ungrouped?.weight ?? 0
      let isShown = (rest < 0.5 || rest >= least) && (none <= 0 || none >= least)
      return .index(figure, parts: isShown ? Part.merged(parts, below: least) : [])
    case .listed(let listed, let persons):
      let shown = listed.filter { $0.persons >= minimum }
      return .listed(
        base.listsOne ? Listed.told(shown, of: persons, below: minimum) : shown, persons: persons)
    case .ratios(let ratios):
      let shown = ratios.filter { ratio in
        [ratio.own, ratio.others].allSatisfy { $0.events >= minimum && $0.exposure >= least }
      }
      guard
        let whole = ratios.first.map({
          ($0.own.events + $0.others.events, $0.own.exposure + $0.others.exposure)
        })
      else { return self }
      // Those of no group told, together, are a group as well.
      let events = shown.reduce(whole.0) { $0 - $1.own.events }
      let exposure = shown.reduce(whole.1) { $0 - $1.own.exposure }
      let isTold = events <= 0 && exposure < 0.5 || events >= minimum && exposure >= least
      return .ratios(isTold ? shown : [])
    case .overlap(let overlap): return .overlap(overlap.heldBack(below: minimum))
    case .votes(let votes): return .votes(votes.heldBack(below: minimum))
    case .rate, .runChart, .voices, .journey, .load: return self
    }
  }
}

extension EvidenceFigure.Listed {
  /// Words of which each person has one at most, without the smallest until those who have none of them
  /// are nobody or as many as `minimum`; of equal ones the last goes first.
  fileprivate static func told(_ shown: [Self], of persons: Int, below minimum: Int) -> [Self] {
    var told = shown
    while let least = told.map(\.persons).min() {
      let rest = persons - told.reduce(0) { $0 + $1.persons }
      guard rest > 0, rest < minimum, let place = told.lastIndex(where: { $0.persons == least })
      else { break }
      told.remove(at: place)
    }
    return told
  }
}
