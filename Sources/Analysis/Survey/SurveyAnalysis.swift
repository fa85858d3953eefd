public import Instruments
public import Responses
import Statistics

/// Computes the figures of a survey: items and scores, overall and by group.
public struct SurveyAnalysis {
  /// How many values a column may have for all its pairs to be compared.
  public static let mostComparedValues = 12

  private let table: ResponseTable
  private let ledger: ImportLedger
  private let groupings: [Grouping]
  private let furtherGroupings: [Grouping]
  private let population: PopulationTable?
  private let wantsReliability: Bool
  private let pairs: [(String, String)]?
  private let earlier: EarlierSurvey?
  private let links: RespondentLinks?
  private let minimum: Int
  private let keys: [ScoreKey]

  /// Prepares an analysis.
  ///
  /// - Parameters:
  ///   - table: The responses.
  ///   - ledger: Where the records of their file went.
  ///   - groupings: The ways in which the responses are split, one after the other.
  ///   - furtherGroupings: Splits that are not printed, and have a say in what an audit holds back.
  ///   - population: How many could have answered; `nil` where nobody said.
  ///   - pairs: The pairs of values to compare; `nil` for all pairs of a column with at most
  ///     `mostComparedValues` values.
  ///   - wantsReliability: Whether omega and its like are computed.
  ///   - scores: The scores; `nil` for those of the instrument.
  ///   - earlier: The round to compare with.
  ///   - links: Who answered both rounds.
  ///   - minimum: The fewest people of whom a figure may be shown, for figures that depend on it:
  ///     those of persons who answered both rounds, and those without doubtful rows.
  public init(
    _ table: ResponseTable, ledger: ImportLedger, groupings: [Grouping] = [],
    furtherGroupings: [Grouping] = [], population: PopulationTable? = nil,
    pairs: [(String, String)]? = nil, wantsReliability: Bool = false, scores: [Score]? = nil,
    earlier: EarlierSurvey? = nil, links: RespondentLinks? = nil, minimum: Int = 1
  ) {
    self.table = table
    self.ledger = ledger
    self.groupings = groupings
    self.furtherGroupings = furtherGroupings
    self.population = population
    self.pairs = pairs
    self.wantsReliability = wantsReliability
    self.earlier = earlier
    self.links = links
    self.minimum = minimum
    keys = (scores ?? table.instrument.scores).compactMap { ScoreKey($0, in: table.instrument) }
  }

  /// The figures of the whole and of every group.
  ///
  /// The p values of all comparisons are adjusted together.
  ///
  /// - Complexity: O(rows × items) for each grouping, O(rows × items²) for each group where
  ///   reliability is wanted; memory beyond the table is O(groups).
  public func figures() -> SurveyFigures {
    let tallies = groupings.map {
      SurveyTally(table, keys: keys, groups: $0.cells, groupCount: $0.values.count)
    }
    let whole = tallies.first?.merged() ?? SurveyTally(table, keys: keys)
    var groups = [group(whole, 0, nil)]
    var comparisons: [Comparison] = []
    for (grouping, tally) in zip(groupings, tallies) {
      let own = grouping.values.indices.map {
        group(tally, $0, GroupPlace(grouping: grouping, index: $0))
      }
      comparisons += compared(own, grouping)
      groups += own
    }
    return SurveyFigures(
      instrument: table.instrument, ledger: ledger,
      ungrouped: groupings.map(\.ungrouped).max() ?? 0, groups: groups,
      comparisons: comparisons.adjusted(),
      quality: quality(groups[0]), change: change(to: groups),
      judged: judged(groups))
  }

  private func change(to groups: [GroupFigures]) -> SurveyChange? {
    earlier.map {
      ChangeAnalysis(
        earlier: $0, table: table, groupings: groupings,
        links: links ?? RespondentLinks(from: $0.table, to: table), minimum: minimum
      ).change(to: groups)
    }
  }

  /// The printed groups and those of the further splits, each column once, in an order that does not
  /// depend on which of them are printed.
  private func judged(_ printed: [GroupFigures]) -> JudgedGroups {
    var known: Set<String> = []
    let columns = (groupings + furtherGroupings).map { (id: column($0), grouping: $0) }
      .filter { known.insert($0.id).inserted }
      .sorted { (place(ofItem: $0.id), $0.id) < (place(ofItem: $1.id), $1.id) }
    var groups = Array(printed.prefix(1))
    var starts: [String: Int] = [:]
    for (id, grouping) in columns {
      starts[id] = groups.count
      if groupings.contains(grouping) {
        groups += printed.filter { $0.by == grouping.by }
      } else {
        let tally = SurveyTally(
          table, keys: keys, groups: grouping.cells, groupCount: grouping.values.count)
        groups += grouping.values.indices.map {
          group(tally, $0, GroupPlace(grouping: grouping, index: $0), isPrinted: false)
        }
      }
    }
    let places = groupings.flatMap { grouping in
      grouping.values.indices.map { (starts[column(grouping)] ?? 0) + $0 }
    }
    return JudgedGroups(
      groups: groups,
      sums: GroupSums(columns: columns.map { ($0.grouping.cells, $0.grouping.values.count) }),
      columns: columns.map(\.id), places: [0] + places)
  }

  /// The place among the items of one that says which group somebody belongs to; others come last.
  private func place(ofItem id: String) -> Int {
    table.instrument.items.firstIndex { $0.id == id && $0.role == .group } ?? Int.max
  }

  /// The id of the item that a grouping splits by, or what was asked for where it is no item.
  private func column(_ grouping: Grouping) -> String {
    table.instrument.item(named: grouping.by)?.id ?? grouping.by
  }

  private func group(
    _ tally: SurveyTally, _ bucket: Int, _ place: GroupPlace?, isPrinted: Bool = true
  ) -> GroupFigures {
    let size = population(of: place)
    let items = ItemFigures.all(in: table, tally, bucket, place, population: size)
    let strata = place == nil ? PopulationStrata(population, groupings, table, keys) : nil
    let scores = tally.scores.enumerated().map { index, score in
      let (scores, unscored) = score.scores(ofGroup: bucket)
      let rule = score.key.score
      return ScoreFigures(
        id: rule.id, title: rule.title?.preferred ?? rule.id, scores: scores, unscored: unscored,
        population: size, ends: score.key.ends,
        bands: BandFigures(rule, scores, labels: score.labels(ofGroup: bucket)),
        better: rule.better,
        favourable: favourable(tally, score.key, bucket),
        weighted: strata?.weighted(score: index),
        reliability: reliability(score, bucket, place, isPrinted))
    }
    return GroupFigures(
      by: place?.grouping.by, value: place?.value, title: place?.title, n: tally.rows[bucket],
      population: size, scores: scores, items: items, held: [])
  }

  private func population(of place: GroupPlace?) -> Int? {
    guard let place else { return population?.total }
    return population?.count(by: place.grouping.by, value: place.value, title: place.title)
  }

  /// The favourable share of all answers to the items of a score, as the score turns them.
  private func favourable(_ tally: SurveyTally, _ key: ScoreKey, _ bucket: Int) -> Double? {
    var favourable = 0
    var answers = 0
    for (item, use) in zip(key.items, key.uses) {
      guard case .scale(let scale) = item.format,
        let codes = scale.favourableCodes(isReversed: use.isReversed),
        let own = tally.items.first(where: { $0.item.id == item.id })
      else { return nil }
      for (index, point) in own.points.enumerated() {
        let count = own.count(UInt8(index), inGroup: bucket)
        answers += count
        if let code = point.value, codes.contains(code) { favourable += count }
      }
    }
    return answers > 0 ? Double(favourable) / Double(answers) : nil
  }

  private func reliability(
    _ tally: ScoreTally, _ bucket: Int, _ place: GroupPlace?, _ isPrinted: Bool
  ) -> Reliability {
    let key = tally.key
    let pairwise =
      wantsReliability && isPrinted
      ? PairTally.moments(of: key, in: table) { place?.contains($0) ?? true } : nil
    return Reliability(
      items: key.items.map(\.id), moments: tally.moments(ofGroup: bucket), pairwise: pairwise,
      unit: key.unit)
  }

  private func compared(_ groups: [GroupFigures], _ grouping: Grouping) -> [Comparison] {
    let wanted: [(Int, Int)]
    if let pairs {
      wanted = pairs.compactMap { pair in
        guard let a = grouping.place(of: pair.0), let b = grouping.place(of: pair.1) else {
          return nil
        }
        return (a, b)
      }
    } else if groups.count <= Self.mostComparedValues {
      wanted = groups.indices.flatMap { a in groups.indices.dropFirst(a + 1).map { (a, $0) } }
    } else {
      wanted = []
    }
    return keys.indices.filter { keys[$0].score.method != .label }.flatMap { index in
      wanted.map { a, b in
        Comparison(
          score: keys[index], by: grouping.by,
          (grouping.values[a], groups[a].scores[index].scores),
          (grouping.values[b], groups[b].scores[index].scores))
      }
    }
  }

  private func quality(_ whole: GroupFigures) -> QualityFigures {
    let straight = StraightLining(table)
    var reversed: [(score: String, item: String, itemRest: Double)] = []
    var piled: [(score: String, end: String, share: Double)] = []
    for score in whole.scores where !score.bands.isLabels {
      for (item, rest) in zip(score.reliability.items, score.reliability.moments.itemRest) {
        if let rest, rest < 0 { reversed.append((score.id, item, rest)) }
      }
      for (end, share) in [("low", score.floor), ("high", score.ceiling)] {
        if let share, share > 0.15 { piled.append((score.id, end, share)) }
      }
    }
    return QualityFigures(
      straightLined: straight.count, straightLineChecked: straight.checked,
      withoutStraightLined: withoutStraightLined(straight), unreadableCells: ledger.unreadableCells,
      looksReversed: reversed, piledUp: piled)
  }

  /// The scores without the rows that give one answer throughout, where these are more than 5 %.
  private func withoutStraightLined(_ straight: StraightLining) -> [QualityFigures.Without]? {
    let rows = table.rowCount
    guard straight.count * 20 > rows, straight.count >= minimum, rows - straight.count >= minimum
    else { return nil }
    let tally = SurveyTally(
      table, keys: keys, groups: straight.marks.map { $0 ? -1 : 0 }, groupCount: 1)
    return tally.scores.filter { $0.key.score.method != .label }.map { score in
      QualityFigures.Without(
        score: score.key.score.id, scores: score.scores(ofGroup: 0).scores,
        alpha: score.moments(ofGroup: 0).alpha)
    }
  }
}
