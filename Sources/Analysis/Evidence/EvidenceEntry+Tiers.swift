import Instruments

extension [EvidenceEntry] {
  /// The entries without what would speak of too few people, alone or by subtraction: where those outside
  /// the tiers that are told are too few, no tier of the measure is told.
  func heldBack(below minimums: GroupMinimums) -> [EvidenceEntry] {
    var held = map { $0.heldBack(below: minimums[$0.audience]) }
    for (place, whole) in enumerated() where whole.tier == .all {
      let tiers = indices.filter {
        self[$0].tier != .all && self[$0].id == "\(whole.id).\(self[$0].tier.rawValue)"
      }
      let told = tiers.filter { !held[$0].isHeldBack }
      let isOfFew = whole.leavesFew(
        outside: told.map { self[$0] }, below: minimums[whole.audience])
      if held[place].isHeldBack || isOfFew {
        for tier in told { held[tier] = self[tier].hidden }
      }
    }
    return held
  }
}

extension EvidenceEntry {
  /// Whether the rows outside some tiers are of somebody, and of too few; of lessons it does not matter.
  fileprivate func leavesFew(outside told: [EvidenceEntry], below minimum: Int) -> Bool {
    let least: Int
    switch family {
    case .survey, .lists, .records: least = minimum
    case .voices: least = self.minimum.units
    case .journey: least = min(minimum, self.minimum.units)
    case .seen: return false
    }
    return rest(outside: told).contains { $0 > 0 && $0 < Double(least) }
  }

  /// How many are outside some tiers, by each way of counting them.
  private func rest(outside told: [EvidenceEntry]) -> [Double] {
    if let rest = outside[Set(told.map(\.tier))] { return sizes(of: rest) }
    // Those asked again in each setting cannot be subtracted: any that are left may be few.
    if base.fewestPeople != nil {
      let rest = told.reduce(base.count) { $0 - $1.base.count }
      return [abs(rest) < 0.5 ? 0 : 1]
    }
    return told.reduce(sizes(of: base)) { zip($0, sizes(of: $1.base)).map(-) }
  }

  /// How many people, cases or things that an office counts a base is of: for the figure, and in all.
  private func sizes(of base: Base) -> [Double] {
    switch family {
    case .records: [base.count]
    case .journey: [Double(base.units)]
    case .survey, .lists, .voices, .seen: [Double(base.heard), Double(base.persons)]
    }
  }
}
