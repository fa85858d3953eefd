public import Instruments
public import Responses
import Statistics

/// Builds the component gap table from surveys, nominations and the entries of the ledger.
public struct GapAnalysis {
  /// The index, 0 to 100, that is the target unless the school sets its own.
  public static let defaultTarget = 70.0
  /// How far apart said and seen may be before no one figure is shown, in points.
  static let disagreement = 20.0

  private let framework: Framework
  private let target: Double
  private let targets: [String: Double]
  private(set) var minimums: GroupMinimums
  private let isForAudit: Bool
  private let notApplicable: [String: String]
  private(set) var audiences: [AudienceEvidence]
  private var subGroups: [SubGroup]
  private let nominations: [NominationFigures]
  let entries: [EvidenceEntry]
  private let asked: [ResponseTable]
  private let earlier: [EarlierSurvey]
  private let roll: Roll?

  /// Prepares a table.
  ///
  /// - Parameters:
  ///   - sources: The files, in any order.
  ///   - framework: The components and practices by which the evidence is sorted.
  ///   - target: The index that the school aims for, 0 to 100.
  ///   - targets: The indices that it aims for where they differ, by component id.
  ///   - notApplicable: The components that the school does not have, with its reasons, by id.
  ///   - minimums: The fewest people behind a figure, for a table that is released for an audit: a
  ///     figure to which an item belongs that fewer answered is left out. `nil` leaves it at
  ///     `GroupMinimums.ofIndices` for indices and at one answer for items; an index never counts
  ///     from fewer than those.
  ///   - earlier: Earlier rounds of surveys with outcomes, at most one of each instrument.
  ///   - roll: The pupils on roll, by whom persons of two rounds are linked.
  /// - Complexity: O(rows × items²) for each survey.
  public init(
    _ sources: [GapSource], framework: Framework, target: Double = defaultTarget,
    targets: [String: Double] = [:], notApplicable: [String: String] = [:],
    minimums: GroupMinimums? = nil, earlier: [EarlierSurvey] = [], roll: Roll? = nil
  ) {
    self.earlier = earlier
    self.roll = roll
    isForAudit = minimums != nil
    self.framework = framework
    self.target = target
    self.targets = targets
    self.minimums = minimums ?? GroupMinimums(1)
    let fewest = GroupMinimums.ofIndices.raised(to: self.minimums)
    let fewestAnswers = minimums == nil ? GroupMinimums(1) : fewest
    self.notApplicable = notApplicable
    // In whatever order they are given, the table is the same.
    let sources = sources.enumerated().sorted {
      ($0.element.instrument, $0.offset) < ($1.element.instrument, $1.offset)
    }.map(\.element)
    let surveys = sources.compactMap { source -> AudienceEvidence.Survey? in
      guard case .survey(let table, let population) = source else { return nil }
      return AudienceEvidence.Survey(
        table: table, evidence: SurveyEvidence(table), population: population)
    }
    nominations = sources.compactMap {
      if case .nominations(let figures) = $0 { figures } else { nil }
    }
    let entries = sources.flatMap { source -> [EvidenceEntry] in
      if case .record(let entries) = source { entries } else { [] }
    }
    self.entries = entries
    asked = surveys.map(\.table)
    audiences = Instrument.Audience.allCases.map { audience in
      AudienceEvidence(
        audience: audience, surveys: surveys.filter { $0.table.instrument.audience == audience },
        entries: entries.filter { $0.audience == audience && $0.index != nil },
        fewest: fewest[audience], fewestAnswers: fewestAnswers[audience])
    }
    subGroups = surveys.flatMap {
      SubGroup.all(in: $0.table, fewest: fewestAnswers[$0.table.instrument.audience])
    }
  }

  /// The table, with the p values of all its perception gaps adjusted together.
  ///
  /// The rules are in `docs/methods/gap-table.md`.
  ///
  /// - Complexity: O(practices × rows × items) beyond what preparing took.
  public func table() -> GapTable {
    var table = ownTable()
    if isForAudit { table = table.agreeing(with: countingAll().ownTable()) }
    table.outcomes = outcomes
    return table
  }

  /// How people are: the outcome scores of the surveys, which no index takes in.
  private var outcomes: [OutcomeFigures] {
    audiences.flatMap(\.surveys).compactMap { survey in
      let instrument = survey.table.instrument
      return OutcomeFigures(
        survey.table, population: survey.population,
        earlier: earlier.first { $0.table.instrument.id == instrument.id }, roll: roll,
        minimum: minimums[instrument.audience])
    }
  }

  /// The same analysis as file mode has it, in which every answer counts.
  private func countingAll() -> GapAnalysis {
    var all = self
    all.minimums = GroupMinimums(1)
    for place in audiences.indices {
      all.audiences[place].fewest = GroupMinimums.ofIndices[audiences[place].audience]
      all.audiences[place].fewestAnswers = 1
    }
    for place in subGroups.indices { all.subGroups[place].fewest = 1 }
    return all
  }

  /// The table without the items that too few answered, whatever that does to its figures.
  private func ownTable() -> GapTable {
    let components = framework.components.map(gap(of:))
    return GapTable(
      framework: framework, target: target, components: components,
      mustLook: mustLook(components), entries: entries,
      importance: StatedImportance(asked, fewest: GroupMinimums.ofIndices.raised(to: minimums)),
      numbered: numbered, minimums: minimums
    ).adjusted()
  }

  /// The evidence with its numbers: what answers of practices, outcomes or importance, names, and the
  /// ledger.
  private var numbered: [NumberedEvidence] {
    let surveys = audiences.flatMap(\.surveys).filter { survey in
      !survey.evidence.items.isEmpty || survey.table.instrument.hasOutcomes
        || survey.table.instrument.items.contains { $0.importance != nil }
    }.map(\.table.instrument.id)
    return NumberedEvidence.all(
      (surveys + nominations.map(\.instrument.id)).map { ($0, $0) }
        + entries.map { ($0.id, $0.instrument) })
  }

  private func gap(of component: Framework.Component) -> ComponentGap {
    if let reason = notApplicable[component.id] { return excused(component, reason) }
    let practices = component.practices.map(practice)
    let all = component.practices.map(\.id)
    let groups = audiences.compactMap { $0.index(ofPractices: all) }
    let said = IndexSide.said.mean(of: groups)
    let seen = IndexSide.seen.mean(of: groups)
    let isApart = disagree(said, seen)
    let isContradicted = isApart || isContradicted(component, practices)
    let strength = EvidenceStrength(
      sources: sources(of: component), isContradicted: isContradicted,
      convergence: Convergence(voices(on: all), isContradicted: isContradicted))
    let index = isApart ? nil : IndexFigure.mean(of: [said, seen].compactMap { $0 })
    let state = state(index, strength, isApart)
    return ComponentGap(
      component: component, state: state, index: index, said: said, seen: seen,
      band: state == .measured ? index.flatMap(Band.init) : nil, groups: groups,
      perception: perception(component, groups), strength: strength, practices: practices,
      methodsUsed: methodsUsed(component), target: targets[component.id] ?? target)
  }

  /// A component that the school does not have: nothing is computed for it.
  private func excused(_ component: Framework.Component, _ reason: String) -> ComponentGap {
    ComponentGap(
      component: component, state: .notApplicable(reason), index: nil, said: nil, seen: nil,
      band: nil, groups: [], perception: [],
      strength: EvidenceStrength(sources: [], isContradicted: false),
      practices: component.practices.map {
        PracticeIndex(practice: $0, figure: nil, groups: [], evidence: [])
      }, methodsUsed: [], target: targets[component.id] ?? target)
  }

  private func state(
    _ index: IndexFigure?, _ strength: EvidenceStrength, _ isApart: Bool
  ) -> ComponentGap.State {
    if strength.sources.isEmpty { return .notLookedAt }
    if isApart { return .disagree }
    return index == nil || strength.grade < 2 ? .notEnoughEvidence : .measured
  }

  private func disagree(_ said: IndexFigure?, _ seen: IndexFigure?) -> Bool {
    guard let said, let seen, abs(said.value - seen.value) >= Self.disagreement,
      let first = said.interval, let second = seen.interval
    else { return false }
    return first.low > second.high || second.low > first.high
  }

  private func practice(_ practice: Framework.Practice) -> PracticeIndex {
    let groups = audiences.compactMap { $0.index(ofPractices: [practice.id]) }
    let main = groups.filter { $0.audience != .leaders }
    return PracticeIndex(
      practice: practice, figure: IndexFigure.mean(of: main.compactMap(\.figure)), groups: groups,
      evidence: evidence(of: practice))
  }

  private func evidence(of practice: Framework.Practice) -> [PracticeEvidence] {
    var found: [PracticeEvidence] = []
    for audience in audiences {
      for part in audience.surveys(on: [practice.id]) {
        let instrument = part.survey.table.instrument
        found.append(
          PracticeEvidence(
            instrument: instrument.id, method: method(of: instrument, for: practice),
            audience: audience.audience, family: audience.audience.family,
            items: part.places.map { part.survey.evidence.items[$0].item.id }, n: part.people))
      }
    }
    for figures in nominations {
      guard let method = method(of: figures.instrument, for: practice) else { continue }
      found.append(
        PracticeEvidence(
          instrument: figures.instrument.id, method: method,
          audience: figures.instrument.audience, family: .lists, items: [],
          n: figures.answered))
    }
    for entry in entries where entry.practices.contains(practice.id) && entry.tier == .all {
      found.append(
        PracticeEvidence(
          instrument: entry.instrument, method: method(of: entry.methods, for: practice),
          audience: entry.audience, family: entry.family, items: [], entry: entry.id,
          n: entry.base.persons))
    }
    return found
  }

  /// Whether what was said or recorded of a practice speaks against its index: a gap where that is
  /// strong, or a strength where it is a priority.
  private func isContradicted(
    _ component: Framework.Component, _ practices: [PracticeIndex]
  ) -> Bool {
    practices.contains { practice in
      guard let index = practice.figure?.value else { return false }
      return entries.contains { entry in
        guard entry.practices.contains(practice.practice.id) else { return false }
        switch entry.heldBack(below: minimums[entry.audience]).direction {
        case .gap: return index >= Band.strongFrom
        case .strength: return index < Band.developingFrom
        case .mixed, nil: return false
        }
      }
    }
  }

  /// The method by which an instrument speaks of a practice, if the framework names one.
  private func method(of instrument: Instrument, for practice: Framework.Practice) -> String? {
    method(of: instrument.methods, for: practice)
  }

  private func method(of methods: [String], for practice: Framework.Practice) -> String? {
    framework.components.flatMap(\.methods).first {
      methods.contains($0.id)
        && ($0.practices.contains(practice.id) || $0.practices.contains(practice.code))
    }?.id
  }

  private func methodsUsed(_ component: Framework.Component) -> [String] {
    let used = Set(
      audiences.flatMap(\.surveys).flatMap(\.table.instrument.methods)
        + nominations.flatMap(\.instrument.methods) + entries.flatMap(\.methods))
    return component.methods.map(\.id).filter(used.contains)
  }

  private func sources(of component: Framework.Component) -> [EvidenceStrength.Source] {
    let practices = Set(component.practices.map(\.id))
    var found: [EvidenceStrength.Source] = []
    for audience in audiences {
      for part in audience.surveys(on: practices) {
        found.append(
          EvidenceStrength.Source(
            instrument: part.survey.table.instrument.id, family: audience.audience.family,
            audience: audience.audience, n: part.people, population: part.survey.population))
      }
    }
    for figures in nominations
    where component.methods.contains(where: { figures.instrument.methods.contains($0.id) }) {
      found.append(
        EvidenceStrength.Source(
          instrument: figures.instrument.id, family: .lists,
          audience: figures.instrument.audience, n: figures.answered,
          population: figures.pupils))
    }
    let own = entries.filter {
      $0.isSource && !practices.isDisjoint(with: $0.practices)
    }
    for (instrument, entries) in Dictionary(grouping: own, by: \.instrument).sorted(by: {
      $0.key < $1.key
    }) {
      for (family, entries) in Dictionary(grouping: entries, by: \.family)
        .sorted(by: { $0.key.rawValue < $1.key.rawValue })
      {
        found.append(
          EvidenceStrength.Source(
            instrument: instrument, family: family, audience: entries[0].audience,
            n: entries.map(\.base.persons).max(), population: nil, isRecord: true))
      }
    }
    return found
  }

  private func perception(
    _ component: Framework.Component, _ groups: [AudienceIndex]
  ) -> [PerceptionGap] {
    let practices = component.practices.map(\.id)
    var found = subGroups.compactMap { PerceptionGap(of: $0, practices: practices) }
    let pairs: [(Instrument.Audience, Instrument.Audience)] = [
      (.staff, .pupils), (.staff, .parents), (.pupils, .parents),
    ]
    for (a, b) in pairs {
      guard let first = groups.first(where: { $0.audience == a }),
        let second = groups.first(where: { $0.audience == b }),
        let figureA = first.figure, let figureB = second.figure, let nA = first.n,
        let nB = second.n
      else { continue }
      var gap = PerceptionGap(
        a: a.rawValue, b: b.rawValue, figureA: figureA, figureB: figureB, nA: nA, nB: nB, items: [])
      gap.isOfEnough = nA >= GroupMinimums.ofIndices[a] && nB >= GroupMinimums.ofIndices[b]
      found.append(gap)
    }
    return found
  }

  private func mustLook(_ components: [ComponentGap]) -> [MustLook] {
    var found: [MustLook] = []
    // A crosswalk may have a practice in several components.
    var told: Set<String> = []
    for component in components {
      for practice in component.practices where told.insert(practice.practice.id).inserted {
        let n = practice.groups.reduce(0) { $0 + ($1.n ?? 0) }
        guard let figure = practice.figure, figure.value < MustLook.lowIndex,
          n >= MustLook.fewestPeople
        else { continue }
        found.append(
          MustLook(
            kind: .lowPractice(index: figure.value), practice: practice.practice.id,
            practiceLabel: practice.practice.label, audience: nil, n: n))
      }
    }
    let labels = Dictionary(
      framework.components.flatMap(\.practices).map { ($0.id, $0.label) },
      uniquingKeysWith: { first, _ in first })
    for audience in audiences where audience.audience == .pupils {
      for survey in audience.surveys { found += MustLook.worst(survey.evidence, labels) }
    }
    found += entries.flatMap(MustLook.ratios)
    return found
      + audiences.flatMap(\.surveys).compactMap { MustLook(careless: $0.table) }
      + MustLook.tiers(components, entries)
  }
}

extension Instrument.Audience {
  /// What kind of source a survey of this audience is.
  var family: EvidenceStrength.Family {
    switch self {
    case .pupils, .staff, .parents, .leaders: .survey
    case .observers: .seen
    case .records: .records
    }
  }
}
