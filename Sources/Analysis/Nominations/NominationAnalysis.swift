public import Instruments
public import Responses
import Sociometry

/// Computes levels for every pupil and figures for every group from nominations.
public struct NominationAnalysis: Sendable {
  /// The fewest pupils with a label for the label's homophily to be shown.
  static let smallestLabel = 10
  /// The most labels a column may have to be read as groups of pupils.
  static let mostLabels = 12

  private let nominations: Nominations
  private let ledger: ImportLedger
  private let instrument: Instrument
  private let rule: NominationRule
  private let scopes: [(scope: NominationRule.Scope, partition: Partition, labels: [String])]
  private let reference: (partition: Partition, labels: [String])

  /// Prepares an analysis.
  ///
  /// The result is `nil` when the instrument asks for no names, or the roll has no column for the
  /// scope.
  ///
  /// - Parameters:
  ///   - nominations: Who named whom, and what was written beside.
  ///   - ledger: Where the records of their file went.
  ///   - instrument: The instrument with the question.
  ///   - scope: The group within which pupils' own figures are counted; `nil` for the question's
  ///     own.
  public init?(
    _ nominations: Nominations, ledger: ImportLedger, instrument: Instrument,
    scope: NominationRule.Scope? = nil
  ) {
    guard var rule = instrument.nomination?.rule else { return nil }
    if let scope { rule.scope = scope }
    let roll = nominations.roll
    var scopes: [(scope: NominationRule.Scope, partition: Partition, labels: [String])] = []
    if let classes = roll.classes {
      let split = Self.partition(classes)
      scopes.append((.class, split.partition, split.labels))
    }
    if let years = roll.years {
      let split = Self.partition(years)
      scopes.append((.year, split.partition, split.labels))
    }
    scopes.append((.school, .whole(vertexCount: roll.count), ["School"]))
    guard let own = scopes.first(where: { $0.scope == rule.scope }) else { return nil }
    self.nominations = nominations
    self.ledger = ledger
    self.instrument = instrument
    self.rule = rule
    self.scopes = scopes
    reference = (own.partition, own.labels)
  }

  private static func partition(_ column: LabelColumn) -> (partition: Partition, labels: [String]) {
    let sorted = column.labels.filter { !$0.isEmpty }.sorted()
    let places = Dictionary(
      sorted.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) },
      uniquingKeysWith: { first, _ in first })
    let placeOfLabel = column.labels.map { places[$0] ?? -1 }
    let groups = column.cells.map { $0 < 0 ? -1 : placeOfLabel[Int($0)] }
    return (Partition(groups: groups, groupCount: sorted.count), sorted)
  }

  /// The aggregate figures and, apart from them, the list of pupils.
  ///
  /// - Complexity: O(pupils + nominations), but for candidates of unresolved names.
  public func results() -> (figures: NominationFigures, pupils: PupilList) {
    let graph = NominationGraph(
      vertexCount: nominations.roll.count, from: nominations.from, to: nominations.to)
    let round = NominationRound(
      graph: graph, reference: reference.partition, answered: nominations.answered,
      namedElsewhere: namedElsewhere())
    var names = UnresolvedNames()
    for name in nominations.unresolved {
      names.append(nominator: name.nominator, candidates: name.candidates)
    }
    let pendingNames = names.pending(vertexCount: nominations.roll.count)
    let pending = pendingCounts(pendingNames)
    let classes = scopes.first { $0.scope == .class }?.partition
    let standings = Standings(of: round, pending: pending.map { $0 > 0 }, classes: classes)
    let vertices = 0..<graph.vertexCount
    let pupils = PupilList(
      roll: nominations.roll, answered: round.answered, standings: standings,
      evidence: Evidence(round: round, standings: standings),
      given: vertices.map { Int32(truncatingIfNeeded: graph.outDegree(of: $0)) },
      receivedAnywhere: vertices.map { Int32(truncatingIfNeeded: graph.inDegree(of: $0)) },
      pending: pending, pendingNames: pendingNames,
      groupOfPupil: Array(reference.partition.groups), groupLabels: reference.labels,
      openNames: PupilList.OpenName.all(of: nominations.unresolved),
      strangers: Self.counted(nominations.strangers),
      unmatchedRecords: nominations.unmatchedRespondents.map(\.record).sorted())
    let figures = NominationFigures(
      instrument: instrument, ledger: ledger, pupils: nominations.roll.count,
      leavers: nominations.roll.leaverCount, reference: rule.scope,
      withoutGroup: reference.partition.groups.count { $0 < 0 }, limit: rule.limit,
      openNames: pupils.openNames.count, unmatchedRows: pupils.unmatchedRecords.count,
      // The last is the school, whose one group no two threads can share: it begins first.
      places: scopes.reversed().mapOnThreads(isWorthThreads: graph.vertexCount > 20_000) {
        [names] scope in
        groups(scope.scope, scope.partition, scope.labels, round, standings, names)
      }.reversed().flatMap { $0 },
      sums: GroupSums(
        columns: scopes.dropLast().map { (Array($0.partition.groups), $0.labels.count) }))
    return (figures, pupils)
  }

  /// The names each pupil gave that are valid but not on the roll, or not resolved yet.
  private func namedElsewhere() -> [Int32] {
    var counts = [Int32](repeating: 0, count: nominations.roll.count)
    for discard in nominations.discards
    where discard.reason == .offRoll || discard.reason == .unresolved {
      counts[Int(discard.nominator)] += 1
    }
    return counts
  }

  /// How many open questions could change each pupil's level.
  private func pendingCounts(_ names: [Int]) -> [Int] {
    var pending = names
    for record in nominations.unmatchedRespondents {
      for pupil in Set(record.candidates + record.named) { pending[Int(pupil)] += 1 }
    }
    for pupil in nominations.doubtful { pending[Int(pupil)] += 1 }
    return pending
  }

  /// Equal neighbours of a sorted list, each once with its count.
  private static func counted(_ sorted: [String]) -> [(text: String, times: Int)] {
    sorted.reduce(into: []) { counted, text in
      if counted.last?.text == text {
        counted[counted.count - 1].times += 1
      } else {
        counted.append((text, 1))
      }
    }
  }

  private func groups(
    _ scope: NominationRule.Scope, _ partition: Partition, _ labels: [String],
    _ round: NominationRound, _ standings: Standings, _ names: UnresolvedNames
  ) -> [NominationPlace] {
    let indices = NetworkIndices.forGroups(of: partition, in: round.graph)
    let chances = UnchosenChance.forGroups(of: partition, in: round, standings: standings)
    let bounds = UnchosenBounds.forGroups(
      of: partition, names: names, in: round, standings: standings)
    let homophily = homophily(partition, round.graph)
    var counts = GroupCounts(groupCount: labels.count)
    counts.add(round, standings, partition, limit: rule.limit)
    counts.add(nominations.discards, partition)
    return labels.indices.map { group in
      let figures = NominationGroup(
        scope: scope, label: labels[group], pupils: indices[group].members,
        answered: counts.answered[group], indices: indices[group],
        discarded: counts.discarded[group], unchosenAnswered: counts.unchosenAnswered[group],
        unchosenAbsent: counts.unchosenAbsent[group], chance: chances[group],
        bounds: bounds[group], namesNobody: counts.namesNobody[group],
        slotsFilled: counts.slotsFilled[group],
        homophily: homophily.compactMap { column, figures in
          figures[group].smallestLabel >= Self.smallestLabel ? (column, figures[group]) : nil
        })
      return NominationPlace(scope: scope, label: labels[group], figures: figures)
    }
  }

  /// The homophily of every further column of the roll that splits pupils into a few groups.
  private func homophily(_ partition: Partition, _ graph: NominationGraph)
    -> [(String, [Homophily])]
  {
    nominations.roll.others.sorted { $0.key < $1.key }.compactMap { heading, column in
      guard (2...Self.mostLabels).contains(column.labels.count) else { return nil }
      let labels = Self.partition(column).partition
      return (heading, Homophily.forGroups(of: partition, labels: labels, in: graph))
    }
  }
}

extension PupilList.OpenName {
  /// The written names, equal ones together with all whom any of them could mean.
  static func all(of names: [Nominations.UnresolvedName]) -> [PupilList.OpenName] {
    var found: [String: (times: Int, candidates: Set<Int32>)] = [:]
    for name in names {
      found[name.text, default: (0, [])].times += 1
      found[name.text, default: (0, [])].candidates.formUnion(name.candidates)
    }
    return found.sorted { $0.key < $1.key }.map { text, entry in
      PupilList.OpenName(
        text: text, times: entry.times, candidates: entry.candidates.map(Int.init).sorted())
    }
  }
}
