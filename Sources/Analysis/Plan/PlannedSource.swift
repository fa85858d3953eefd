import Instruments

/// What an instrument will be evidence of once something comes in: one kind of source and its practices.
struct PlannedSource {
  let instrument: String
  let audience: Instrument.Audience
  let family: EvidenceStrength.Family
  /// The ids of the practices, each once.
  let practices: [String]
  /// Whether it adds to the strength of the evidence, or is only shown.
  let counts: Bool
  /// Whether it is of the ledger, where enough is what the record asks for.
  let isRecord: Bool

  /// What an instrument will give, by the rules by which the gap table takes evidence in.
  static func all(of instrument: Instrument, in framework: Framework) -> [PlannedSource] {
    if instrument.nomination != nil {
      let practices = practices(ofMethods: instrument.methods, in: framework)
      return [source(instrument, .lists, practices)].filter { !$0.practices.isEmpty }
    }
    let answered = distinct(instrument.practiceItems.map(\.practice))
    let survey =
      answered.isEmpty ? [] : [source(instrument, instrument.audience.family, answered)]
    return survey + measured(by: instrument, in: framework)
  }

  private static func measured(by instrument: Instrument, in framework: Framework)
    -> [PlannedSource]
  {
    let measures = instrument.record?.measures ?? []
    return EvidenceStrength.Family.allCases.flatMap { family -> [PlannedSource] in
      let own = measures.filter { $0.family(of: instrument) == family }
      return [true, false].compactMap { counts in
        let practices = own.filter { ($0.feeds != .nothing) == counts }.flatMap { measure in
          // Where the rows name the practices, they are those of the methods.
          measure.practices.isEmpty
            ? Self.practices(ofMethods: instrument.methods, in: framework) : measure.practices
        }
        guard !practices.isEmpty else { return nil }
        return source(instrument, family, distinct(practices), counts: counts, isRecord: true)
      }
    }
  }

  private static func source(
    _ instrument: Instrument, _ family: EvidenceStrength.Family, _ practices: [String],
    counts: Bool = true, isRecord: Bool = false
  ) -> PlannedSource {
    PlannedSource(
      instrument: instrument.id, audience: instrument.audience, family: family,
      practices: practices, counts: counts, isRecord: isRecord)
  }

  /// The practices of some methods of the framework, which names them by id or by code.
  private static func practices(ofMethods methods: [String], in framework: Framework) -> [String] {
    let own = framework.components.flatMap(\.methods).filter { methods.contains($0.id) }
    let named = Set(own.flatMap(\.practices))
    return framework.components.flatMap(\.practices)
      .filter { named.contains($0.id) || named.contains($0.code) }.map(\.id)
  }

  private static func distinct(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}

extension Framework {
  /// How many methods of the pack are evidence of a practice.
  func methodCount(of practice: Practice) -> Int {
    components.flatMap(\.methods).count {
      $0.practices.contains(practice.id) || $0.practices.contains(practice.code)
    }
  }
}

extension Instrument {
  /// Of which tiers the instrument will speak: of all pupils, and of those that its rows can name.
  var tiers: [Tier] {
    guard let name = record?.tier, let item = item(name) else { return [.all] }
    let codes = item.format.points.map(\.code)
    guard !codes.isEmpty else { return Tier.allCases }
    return Tier.allCases.filter { $0 == .all || codes.contains($0.rawValue) }
  }
}
