import Instruments

/// Sorts the instruments of a round by the components of a framework.
struct ComponentPlanning {
  let planned: [PlannedInstrument]
  let framework: Framework
  let notApplicable: [String: String]
  let minimums: GroupMinimums
  private let sources: [[PlannedSource]]

  init(
    planned: [PlannedInstrument], framework: Framework, notApplicable: [String: String],
    minimums: GroupMinimums
  ) {
    self.planned = planned
    self.framework = framework
    self.notApplicable = notApplicable
    self.minimums = minimums
    sources = planned.map { PlannedSource.all(of: $0.instrument, in: framework) }
  }

  func components() -> [ComponentPlan] {
    framework.components.map { component in
      let reason = notApplicable[component.id]
      let isLookedAt = reason == nil
      return ComponentPlan(
        component: component, notApplicable: reason, rows: isLookedAt ? rows(of: component) : [],
        practices: component.practices.map { practice(of: $0, isLookedAt: isLookedAt) },
        strength: EvidenceStrength(
          sources: isLookedAt ? strengthSources(of: component) : [], isContradicted: false))
    }
  }

  /// A row for each method of the component that an instrument carries out, and one for an instrument
  /// that speaks of its practices and carries out none.
  private func rows(of component: Framework.Component) -> [ComponentPlan.Row] {
    let practices = Set(component.practices.map(\.id))
    let byMethod = component.methods.flatMap { method in
      planned.indices.filter { planned[$0].instrument.methods.contains(method.id) }
        .map { row($0, method, practices) }
    }
    let methods = Set(component.methods.map(\.id))
    let others = planned.indices.filter { place in
      methods.isDisjoint(with: planned[place].instrument.methods)
        && sources[place].contains { !practices.isDisjoint(with: $0.practices) }
    }
    return byMethod + others.map { row($0, nil, practices) }
  }

  private func row(_ place: Int, _ method: Framework.Method?, _ practices: Set<String>)
    -> ComponentPlan.Row
  {
    let instrument = planned[place].instrument
    let own = sources[place].filter { !practices.isDisjoint(with: $0.practices) }
    let families = Set(own.map(\.family))
    let named = Set(own.flatMap(\.practices)).intersection(practices)
    return ComponentPlan.Row(
      method: method, instrument: instrument.id, title: instrument.title.preferred,
      audience: instrument.audience, tiers: instrument.tiers,
      families: EvidenceStrength.Family.allCases.filter(families.contains),
      practices: framework.components.flatMap(\.practices).map(\.id).filter(named.contains))
  }

  private func practice(of practice: Framework.Practice, isLookedAt: Bool)
    -> ComponentPlan.Practice
  {
    let instruments = planned.indices.filter { place in
      isLookedAt && sources[place].contains { $0.practices.contains(practice.id) }
    }
    return ComponentPlan.Practice(
      practice: practice, methods: framework.methodCount(of: practice),
      instruments: instruments.map { planned[$0].instrument.id })
  }

  /// The sources that the gap table would count if everybody answered.
  private func strengthSources(of component: Framework.Component) -> [EvidenceStrength.Source] {
    let practices = Set(component.practices.map(\.id))
    return planned.indices.flatMap { place -> [EvidenceStrength.Source] in
      let own = sources[place].filter {
        $0.counts && !practices.isDisjoint(with: $0.practices)
      }
      return own.map { source in
        EvidenceStrength.Source(
          instrument: source.instrument, family: source.family, audience: source.audience,
          n: source.isRecord ? least(planned[place]) : answers(planned[place]),
          population: source.isRecord ? nil : planned[place].population,
          isRecord: source.isRecord)
      }
    }
  }

  /// The answers if everybody answers: at least one, and `nil` where they would be held back.
  private func answers(_ planned: PlannedInstrument) -> Int? {
    guard let population = planned.population else { return 1 }
    return population < minimums[planned.instrument.audience] ? nil : population
  }

  private func least(_ planned: PlannedInstrument) -> Int {
    max(1, planned.instrument.record?.minimum.units ?? 0)
  }
}
