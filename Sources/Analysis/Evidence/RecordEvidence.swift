import Instruments
public import Responses
import Statistics

/// Makes evidence of the rows of a record: one piece for each measure, and one for each tier that the rows
/// speak of.
public struct RecordEvidence {
  private let table: ResponseTable
  private let rule: RecordRule

  /// Takes the rows of an instrument with a record rule in; `nil` for a questionnaire.
  public init?(_ table: ResponseTable) {
    guard let rule = table.instrument.record else { return nil }
    self.table = table
    self.rule = rule
  }

  /// The evidence in the order of the measures: of all rows first, then of each tier that is named.
  ///
  /// The rules are in `docs/methods/evidence.md`.
  ///
  /// - Complexity: O(rows × items) for each measure and tier.
  public func evidence() -> [EvidenceEntry] {
    let all = RecordRows(table, rule)
    let named = rule.tier == nil ? [] : [Tier.atRisk, .mostVulnerable]
    return rule.measures.flatMap { measure in
      let tiers = measure.kind.isOfTiers ? named : []
      return outside(tiers, of: measure, evidence(measure, all, tier: .all))
        + tiers.flatMap { tier -> [EvidenceEntry] in
          let rows = RecordRows(table, rule, tier: tier)
          return rows.rows.isEmpty ? [] : evidence(measure, rows, tier: tier)
        }
    }
  }

  /// The entries of all rows with what the rows outside one of the tiers or more rest on.
  private func outside(_ tiers: [Tier], of measure: Measure, _ entries: [EvidenceEntry])
    -> [EvidenceEntry]
  {
    var entries = entries
    let sets = tiers.map { Set([$0]) } + (tiers.count > 1 ? [Set(tiers)] : [])
    for set in sets {
      let rows = RecordRows(table, rule, outside: set)
      let rest = rows.rows.isEmpty ? [] : evidence(measure, rows, tier: .all)
      for place in entries.indices {
        let id = entries[place].id
        entries[place].outside[set] = rest.first { $0.id == id }?.base
      }
    }
    return entries
  }

  private func evidence(_ measure: Measure, _ rows: RecordRows, tier: Tier) -> [EvidenceEntry] {
    let figures = RecordFigures(rows: rows, rule: rule, measure: measure)
    switch measure.kind {
    case .voices:
      return figures.voices().map { voices, roles in
        piece(
          measure, tier, .voices(voices), [voices.practice],
          EvidenceEntry.Base(units: voices.all, settings: roles, count: Double(voices.all)),
          suffix: measure.practices.isEmpty || measure.practices.count > 1 ? voices.practice : nil)
      }
    default:
      guard let (figure, base) = figures.figure() else { return [] }
      return [piece(measure, tier, figure, measure.practices, base, agreement: figures.agreement)]
    }
  }

  private func piece(
    _ measure: Measure, _ tier: Tier, _ figure: EvidenceFigure, _ practices: [String],
    _ base: EvidenceEntry.Base, suffix: String? = nil, agreement: ObserverAgreement? = nil
  ) -> EvidenceEntry {
    let instrument = table.instrument
    let parts = [measure.id, suffix, tier == .all ? nil : tier.rawValue].compactMap(\.self)
    // What the rows of one tier say is in the figure of all rows already.
    let feeds = base.reaches(rule.minimum) && tier == .all ? measure.feeds : .nothing
    return EvidenceEntry(
      id: instrument.id + "." + parts.joined(separator: "."), instrument: instrument.id,
      title: measure.title?.preferred ?? measure.id, methods: instrument.methods,
      practices: practices, audience: instrument.audience, family: measure.family(of: instrument),
      tier: tier, feeds: feeds, better: measure.better, figure: figure, unit: rule.unit, base: base,
      minimum: rule.minimum, agreement: agreement,
      definition: EntryDefinition(instrument, rule, measure), sample: rule.sample,
      below: measure.below)
  }
}

extension Measure.Kind {
  /// Whether the kind is computed for a tier by itself; who was heard and what a wall holds is of all.
  fileprivate var isOfTiers: Bool {
    switch self {
    case .overlap, .votes, .load: false
    case .share, .met, .evenness, .named, .listed, .rate, .ratio, .runChart, .voices, .journey: true
    }
  }
}

extension Measure {
  /// What kind of source the measure is, by what it counts and who looked.
  func family(of instrument: Instrument) -> EvidenceStrength.Family {
    switch kind {
    case .voices: .voices
    case .journey: .journey
    case .votes: .voices
    case .named, .listed, .overlap, .load:
      // What an office lists are no people who were asked.
      instrument.audience == .records ? .records : .lists
    case .share, .met, .evenness, .rate, .ratio, .runChart: instrument.audience.family
    }
  }
}
