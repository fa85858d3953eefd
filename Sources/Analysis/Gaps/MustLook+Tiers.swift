import Instruments

extension MustLook {
  /// The tiers that nobody looked at in some component that was looked at, each once with all of these.
  static func tiers(_ components: [ComponentGap], _ entries: [EvidenceEntry]) -> [MustLook] {
    Tier.allCases.filter { $0 != .all }.compactMap { tier in
      let seen = Set(entries.filter { $0.tier == tier }.flatMap(\.practices))
      let missing = components.filter { gap in
        gap.state.isLookedAt && seen.isDisjoint(with: gap.practices.map(\.practice.id))
      }
      guard !missing.isEmpty else { return nil }
      return MustLook(
        kind: .tierNotLookedAt(tier: tier, components: missing.map(\.component)), practice: nil,
        practiceLabel: nil, audience: nil, n: 0)
    }
  }
}
