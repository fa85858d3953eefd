import Instruments
import Responses
import Sociometry

/// One round of nominations, read as a graph with its groups, levels and evidence.
struct RoundReading {
  /// A way in which the roll splits pupils.
  struct Split {
    let scope: NominationRule.Scope
    let partition: Partition
    let labels: [String]
  }

  let nominations: Nominations
  /// Classes and years as far as the roll has them, then the school.
  let splits: [Split]
  let reference: Split
  let round: NominationRound
  let names: UnresolvedNames
  /// How many written names could mean each pupil.
  let pendingNames: [Int]
  /// How many open questions could change each pupil's level.
  let pending: [Int]
  let standings: Standings
  let evidence: Evidence

  /// Reads a round; `nil` where the roll has no column for the scope.
  ///
  /// - Parameters:
  ///   - nominations: Who named whom, and what was written beside.
  ///   - scope: The reference group.
  ///   - previouslyUnchosen: Whether each pupil was at level A or B in the round before; `nil` where
  ///     there was none.
  init?(
    _ nominations: Nominations, scope: NominationRule.Scope, previouslyUnchosen: [Bool]? = nil
  ) {
    let splits = Self.splits(of: nominations.roll)
    guard let reference = splits.first(where: { $0.scope == scope }) else { return nil }
    let count = nominations.roll.count
    let graph = NominationGraph(starts: nominations.starts, named: nominations.named)
    let round = NominationRound(
      graph: graph, reference: reference.partition, answered: nominations.answered,
      namedElsewhere: Self.namedElsewhere(nominations))
    var names = UnresolvedNames()
    for name in nominations.unresolved {
      names.append(nominator: name.nominator, candidates: name.candidates)
    }
    for discard in nominations.discards where discard.reason == .illegible {
      names.appendUnread(nominator: discard.nominator)
    }
    let pendingNames = names.pending(vertexCount: count)
    let pending = Self.pending(nominations, names: pendingNames)
    let standings = Standings(
      of: round, pending: pending.map { $0 > 0 },
      classes: splits.first { $0.scope == .class }?.partition,
      previouslyUnchosen: previouslyUnchosen,
      unreadGroups: names.unreadGroups(of: reference.partition))
    self.nominations = nominations
    self.splits = splits
    self.reference = reference
    self.round = round
    self.names = names
    self.pendingNames = pendingNames
    self.pending = pending
    self.standings = standings
    evidence = Evidence(round: round, standings: standings)
  }

  /// Whether a pupil is unchosen, as rounds are compared: `nil` where the zero could not be seen,
  /// because the pupil or too many others did not answer, or a question is open.
  func isUnchosen(_ pupil: Int) -> Bool? {
    guard let level = standings.levels[pupil] else { return nil }
    guard level.isUnchosen else { return false }
    let isSeen =
      level != .notSeen && pending[pupil] == 0
      && evidence.grade(pupil) != .notEnoughAnswered
    return isSeen ? true : nil
  }

  /// A column of the roll as groups, in the order of their labels.
  static func split(_ column: LabelColumn) -> (partition: Partition, labels: [String]) {
    let sorted = column.labels.filter { !$0.isEmpty }.sorted()
    let places = Dictionary(
      sorted.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) },
      uniquingKeysWith: { first, _ in first })
    let placeOfLabel = column.labels.map { places[$0] ?? -1 }
    let groups = column.cells.map { $0 < 0 ? -1 : placeOfLabel[Int($0)] }
    return (Partition(groups: groups, groupCount: sorted.count), sorted)
  }

  private static func splits(of roll: Roll) -> [Split] {
    let columns: [(NominationRule.Scope, LabelColumn?)] = [
      (.class, roll.classes), (.year, roll.years),
    ]
    let own = columns.compactMap { scope, column in
      column.map(split).map { Split(scope: scope, partition: $0.partition, labels: $0.labels) }
    }
    return own + [
      Split(scope: .school, partition: .whole(vertexCount: roll.count), labels: ["School"])
    ]
  }

  /// The names each pupil gave that are valid but not on the roll, or not resolved or
  /// not to be read; staff and family are no peers.
  private static func namedElsewhere(_ nominations: Nominations) -> [Int32] {
    var counts = [Int32](repeating: 0, count: nominations.roll.count)
    for discard in nominations.discards
    where [.offRoll, .unresolved, .illegible].contains(discard.reason) {
      counts[Int(discard.nominator)] += 1
    }
    return counts
  }

  /// How many open questions could change each pupil's level.
  private static func pending(_ nominations: Nominations, names: [Int]) -> [Int] {
    var pending = names
    for record in nominations.unmatchedRespondents {
      for pupil in Set(record.candidates + record.named) { pending[Int(pupil)] += 1 }
    }
    for pupil in nominations.doubtful { pending[Int(pupil)] += 1 }
    return pending
  }
}
