public import Instruments
public import Responses
import Sociometry

/// Computes levels for every pupil and figures for every group from nominations.
public struct NominationAnalysis: Sendable {
  /// The fewest pupils with a label for the label's homophily to be shown.
  static let smallestLabel = 10
  /// The most labels a column may have to be read as groups of pupils.
  static let mostLabels = 12

  private let reading: RoundReading
  private let ledger: ImportLedger
  private let instrument: Instrument
  private let rule: NominationRule
  private let comparison: RoundComparison?
  /// The further columns of the roll, split once for all scopes.
  private let columns: [SplitColumn]

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
  ///   - earlier: The round to compare with; one whose roll has no column for the scope is left out.
  public init?(
    _ nominations: Nominations, ledger: ImportLedger, instrument: Instrument,
    scope: NominationRule.Scope? = nil, earlier: EarlierRound? = nil
  ) {
    guard var rule = instrument.nomination?.rule else { return nil }
    if let scope { rule.scope = scope }
    let before = earlier.flatMap { RoundBefore($0, scope: rule.scope, roll: nominations.roll) }
    guard
      let reading = RoundReading(
        nominations, scope: rule.scope, previouslyUnchosen: before?.wasUnchosen)
    else { return nil }
    self.reading = reading
    self.ledger = ledger
    self.instrument = instrument
    self.rule = rule
    columns = Self.splitColumns(of: nominations.roll)
    comparison = before.map { RoundComparison(from: $0, to: reading) }
  }

  /// The list of pupils by name, which is apart from the figures and for the safeguarding lead alone.
  ///
  /// - Complexity: O(pupils + nominations), but for candidates of unresolved names.
  public func pupils() -> PupilList { PupilList(reading, moved: comparison?.moved) }

  /// The aggregate figures.
  ///
  /// - Complexity: O(pupils + nominations), but for candidates of unresolved names.
  public func figures() -> NominationFigures {
    let nominations = reading.nominations
    return NominationFigures(
      instrument: instrument, ledger: ledger, pupils: nominations.roll.count,
      leavers: nominations.roll.leaverCount, reference: rule.scope,
      withoutGroup: reading.reference.partition.groups.count { $0 < 0 }, limit: rule.limit,
      openNames: Set(nominations.unresolved.map(\.text)).count,
      unmatchedRows: nominations.unmatchedRespondents.count, earlier: comparison?.figures,
      places: places(), partitions: reading.splits.dropLast().map(\.partition))
  }

  /// Classes, years and the school.
  private func places() -> [NominationPlace] {
    // The last is the school, whose one group no two threads can share: it begins first.
    let splits = reading.splits.reversed().mapOnThreads(
      isWorthThreads: reading.nominations.roll.count > 20_000, places)
    var all: [NominationPlace] = []
    all.reserveCapacity(splits.reduce(0) { $0 + $1.count })
    for places in splits.reversed() { all += places }
    return all
  }

  private func places(_ split: RoundReading.Split) -> [NominationPlace] {
    let (partition, round, standings) = (split.partition, reading.round, reading.standings)
    let structures = GroupStructure.forGroups(of: partition, in: round.graph)
    let chances = UnchosenChance.forGroups(of: partition, in: round, standings: standings)
    let bounds = UnchosenBounds.forGroups(
      of: partition, names: reading.names, in: round, standings: standings, limit: rule.limit)
    let changes = comparison?.changes(of: partition)
    let mixing = mixing(partition)
    var counts = GroupCounts(groupCount: split.labels.count)
    counts.add(round, standings, partition, limit: rule.limit)
    counts.add(reading.nominations.discards, partition)
    return split.labels.indices.map { group in
      let figures = NominationGroup(
        scope: split.scope, label: split.labels[group], pupils: structures[group].indices.members,
        answered: counts.answered[group], limit: rule.limit, indices: structures[group].indices,
        shape: GroupShape(structures[group], of: split.scope), discarded: counts.discarded[group],
        unchosenAnswered: counts.unchosenAnswered[group],
        unchosenAbsent: counts.unchosenAbsent[group], certain: counts.certain[group],
        withMutual: counts.withMutual[group],
        chance: chances[group], bounds: bounds[group], namesNobody: counts.namesNobody[group],
        slotsFilled: counts.slotsFilled[group], change: changes?[group],
        mixing: mixing[group])
      return NominationPlace(scope: split.scope, label: split.labels[group], figures: figures)
    }
  }

  /// A further column of the roll that splits pupils into a few groups.
  private struct SplitColumn: Sendable {
    let heading: String
    let labels: [String]
    let partition: Partition
  }

  private static func splitColumns(of roll: Roll) -> [SplitColumn] {
    roll.others.sorted { $0.key < $1.key }.compactMap { heading, column in
      guard (2...mostLabels).contains(column.labels.count) else { return nil }
      let split = RoundReading.split(column)
      return SplitColumn(heading: heading, labels: split.labels, partition: split.partition)
    }
  }

  /// The mixing by every further column in every group; columns with a label of too few left out.
  private func mixing(_ partition: Partition) -> [[ColumnMixing]] {
    var mixing = [[ColumnMixing]](repeating: [], count: partition.groupCount)
    for column in columns {
      let matrices = MixingMatrix.forGroups(
        of: partition, labels: column.partition, in: reading.round.graph)
      for (group, matrix) in matrices.enumerated() {
        let own = ColumnMixing(column: column.heading, labels: column.labels, matrix: matrix)
        if own.homophily.smallestLabel >= Self.smallestLabel { mixing[group].append(own) }
      }
    }
    return mixing
  }
}
