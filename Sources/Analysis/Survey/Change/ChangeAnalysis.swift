import Instruments
import Responses
import Statistics

/// Holds the figures of a survey against those of an earlier round.
///
/// The rules are in `docs/methods/change-of-scores.md`.
struct ChangeAnalysis {
  let earlier: EarlierSurvey
  let table: ResponseTable
  let groupings: [Grouping]
  /// Who answered both rounds.
  let links: RespondentLinks
  /// The fewest people of whom a figure may be shown.
  let minimum: Int

  /// What changed up to the groups of the later round, the whole first.
  func change(to later: [GroupFigures]) -> SurveyChange {
    let before = SurveyAnalysis(
      earlier.table, ledger: earlier.ledger, groupings: earlier.groupings,
      furtherGroupings: Grouping.ofGroupItems(in: earlier.table), pairs: []
    ).figures()
    let comparability = RoundComparability(
      from: earlier.table.instrument, to: table.instrument)
    let incomparable = comparability.incomparable
    let excluded = Set(incomparable.map(\.score))
    let scored = linkedScores()
    let groups = later.compactMap { group -> SurveyChange.Group? in
      guard comparability.splitsAlike(group.by),
        let own = before.groups.first(where: { $0.by == group.by && $0.value == group.value })
      else { return nil }
      return change(own, group, scored, excluded)
    }
    return SurveyChange(
      title: earlier.title, groups: groups.adjusted(), incomparable: incomparable,
      mixes: mixes(before.groups, later, excluded), lowest: lowest(groups.first),
      shownBefore: { [least = earlier.minimum] in
        before.heldBack(below: max($0, least)).groups
      })
  }

  /// A score of the persons who answered both rounds, in the order of the links.
  private typealias LinkedScores = [String: (before: [Double?], after: [Double?])]

  private func linkedScores() -> LinkedScores {
    guard !links.rows.isEmpty else { return [:] }
    var scored: LinkedScores = [:]
    for score in table.instrument.scores {
      guard let now = ScoreKey(score, in: table.instrument),
        let then = earlier.table.instrument.scores.first(where: { $0.id == score.id })
          .flatMap({ ScoreKey($0, in: earlier.table.instrument) })
      else { continue }
      let first = PersonScorer.numbers(then, in: earlier.table)
      let second = PersonScorer.numbers(now, in: table)
      scored[score.id] = (links.rows.map { first[$0.before] }, links.rows.map { second[$0.after] })
    }
    return scored
  }

  private func change(
    _ before: GroupFigures, _ after: GroupFigures, _ scored: LinkedScores, _ excluded: Set<String>
  ) -> SurveyChange.Group {
    let members = membership(of: after)
    let scores = after.scores.compactMap { score -> ScoreChange? in
      guard !excluded.contains(score.id),
        let own = before.scores.first(where: { $0.id == score.id })
      else { return nil }
      let linked = scored[score.id].flatMap { both in
        LinkedChange(
          Pairs(
            zip(members, both.before).map { $0 ? $1 : nil },
            zip(members, both.after).map { $0 ? $1 : nil }),
          before: own, after: score.scores.n, minimum: minimum)
      }
      return ScoreChange(own, score, linked: linked)
    }
    return SurveyChange.Group(
      by: after.by, value: after.value, title: after.title, before: before.n ?? 0,
      after: after.n ?? 0, scores: scores, changesMade: 0)
  }

  /// Whether each linked person belongs to a group in both rounds.
  private func membership(of group: GroupFigures) -> [Bool] {
    guard let by = group.by, let value = group.value else {
      return links.rows.map { _ in true }
    }
    func cells(_ groupings: [Grouping]) -> (cells: [Int32], own: Int32)? {
      groupings.first { $0.by == by }.flatMap { grouping in
        grouping.values.firstIndex(of: value).map { (grouping.cells, Int32($0)) }
      }
    }
    guard let then = cells(earlier.groupings), let now = cells(groupings) else {
      return links.rows.map { _ in false }
    }
    return links.rows.map { then.cells[$0.before] == then.own && now.cells[$0.after] == now.own }
  }

  private func mixes(
    _ before: [GroupFigures], _ after: [GroupFigures], _ excluded: Set<String>
  ) -> [SurveyChange.Mix] {
    groupings.flatMap { grouping -> [SurveyChange.Mix] in
      let then = before.filter { $0.by == grouping.by }
      let now = after.filter { $0.by == grouping.by }
      let values = Set((then + now).compactMap(\.value)).sorted()
      return (after.first?.scores ?? []).compactMap { score in
        guard !excluded.contains(score.id), !score.bands.isLabels else { return nil }
        func scores(_ groups: [GroupFigures], _ value: String) -> Frequencies? {
          groups.first { $0.value == value }?.scores.first { $0.id == score.id }?.scores
        }
        let parts = MixAndRate(
          values.map { value in
            let (old, new) = (scores(then, value), scores(now, value))
            return MixAndRate.Group(
              before: old?.n ?? 0, meanBefore: old?.mean, after: new?.n ?? 0, meanAfter: new?.mean)
          })
        return parts.map { SurveyChange.Mix(score: score.id, by: grouping.by, parts: $0) }
      }
    }
  }

  /// The score that stood lowest then, as a share of the way to its better end.
  private func lowest(_ whole: SurveyChange.Group?) -> String? {
    let standings = (whole?.scores ?? []).compactMap { score -> (id: String, share: Double)? in
      let rule = table.instrument.scores.first { $0.id == score.score }
      let width = score.ends.upperBound - score.ends.lowerBound
      guard rule?.isOutcome == false, width > 0, let mean = score.before.mean else { return nil }
      let share = (mean - score.ends.lowerBound) / width
      return (score.score, score.better == .higher ? share : 1 - share)
    }
    return standings.count >= 3 ? standings.min { $0.share < $1.share }?.id : nil
  }
}
