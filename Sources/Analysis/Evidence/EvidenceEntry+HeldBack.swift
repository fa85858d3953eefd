import Instruments
import Statistics

extension EvidenceEntry {
  /// The entry without what would speak of fewer people than may be shown.
  ///
  /// Groups of fewer than `minimum` are left out of a split and of ratios, and so are ratios of fewer
  /// than `minimum` events; voices and what was listed by fewer are told as none. An entry that rests on
  /// fewer people, or one of a tier on fewer counts, has no figure and no base. The rule is in
  /// `docs/methods/evidence.md`.
  func heldBack(below minimum: Int) -> EvidenceEntry {
    let isHidden = isHidden(below: minimum)
    return EvidenceEntry(
      id: id, instrument: instrument, title: title, methods: methods, practices: practices,
      audience: audience, family: family, tier: tier, feeds: feeds, better: better,
      figure: isHidden ? .index(nil, parts: []) : figure.heldBack(below: minimum), unit: unit,
      base: isHidden ? Base(units: 0, settings: 0, count: 0) : base, minimum: self.minimum,
      agreement: isHidden ? nil : agreement, definition: definition)
  }

  /// Whether too few people stand behind the entry for any figure of it.
  ///
  /// What an office counts for the whole school is told: it is of the school, not of those counted.
  func isHidden(below minimum: Int) -> Bool {
    isHeld(below: minimum) && (tier != .all || family != .records)
  }

  /// Whether the entry is held back: there is none of nothing.
  public var isHeldBack: Bool { base.units == 0 }
}

extension EvidenceFigure {
  fileprivate func heldBack(below minimum: Int) -> EvidenceFigure {
    switch self {
    case .index(let figure, let parts):
      // With one group hidden the others and the whole would give it away.
      let isShown = parts.allSatisfy { min($0.count, $0.people ?? $0.count) >= Double(minimum) }
      return .index(figure, parts: isShown ? parts : [])
    case .listed(let listed, let persons):
      return .listed(listed.filter { $0.persons >= minimum }, persons: persons)
    case .ratios(let ratios):
      return .ratios(
        ratios.filter { ratio in
          [ratio.own, ratio.others].allSatisfy {
            $0.events >= minimum && $0.exposure >= Double(minimum)
          }
        })
    case .rate, .runChart, .voices, .journey: return self
    }
  }
}
