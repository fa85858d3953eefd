import Instruments
import Statistics

extension SurveyFigures {
  /// The figures with those of fewer than `minimum` people held back, and others with them where
  /// they would give those away.
  ///
  /// The rule is in `docs/methods/small-groups.md`. The p values of the comparisons that stay are adjusted
  /// among these.
  func heldBack(below minimum: Int) -> SurveyFigures {
    let cells = HeldCells(
      people: judged.groups.map { $0.n ?? 0 }, sums: judged.sums, minimum: minimum)
    let isHeld = cells.isHeld[0]
    let keepsStrata = !judged.columns.indices.contains(where: cells.holds(column:))
    let hidden = hiddenFigures(cells, below: minimum)
    let known = zip(groups, judged.places).map { group, place in
      cells.isHeld[place]
        ? group.heldBack
        : group.withholding(hidden[place], keepsStrata: keepsStrata).withholdingBands(
          below: minimum)
    }
    let shown = withholdingSizes(known, below: minimum)
    // Where nothing is split, nobody is without a value.
    let holdsRemainder = groups.count > 1 && cells.holdsRemainder
    return SurveyFigures(
      instrument: instrument, ledger: isHeld ? nil : ledger,
      ungrouped: isHeld || holdsRemainder ? nil : ungrouped, groups: shown,
      comparisons: comparisons.filter { $0.isShown(by: shown) }.adjusted(),
      quality: isHeld ? nil : shown.first.flatMap { quality?.showing($0) },
      change: change?.heldBack(below: minimum, beside: shown), judged: judged)
  }

  /// The scores and items to hold back in each group, whether the group itself is held back or not.
  ///
  /// Each follows the rule of the groups by itself, since fewer may have answered it than are in the
  /// group. Items that split are held back in every group, where their counts would be those of two
  /// columns crossed, and in the whole where a part is too small or held back.
  private func hiddenFigures(_ cells: HeldCells, below minimum: Int) -> [Set<HeldFigure>] {
    let groups = judged.groups
    let held = Set(groups.indices.filter { cells.isHeld[$0] })
    let splitting = splittingItems
    var hidden = groups.map { _ in Set<HeldFigure>() }
    guard let whole = groups.first else { return hidden }
    for figure in whole.figures {
      let answers = groups.map { $0.answers(of: figure) }
      let own = HeldCells(people: answers, sums: judged.sums, minimum: minimum, held: held)
      for group in groups.indices where own.isHeld[group] { hidden[group].insert(figure) }
      guard figure.kind == .item, splitting.contains(figure.id) else { continue }
      let column = judged.columns.firstIndex(of: figure.id)
      if splits(whole, figure.id, below: minimum) || column.map(cells.holds(column:)) == true {
        hidden[0].insert(figure)
      }
      for group in groups.indices.dropFirst() { hidden[group].insert(figure) }
    }
    return hidden
  }

  /// The items that say which group somebody belongs to: their counts are the sizes of groups.
  private var splittingItems: Set<String> {
    Set(instrument.items.filter { $0.role == .group }.map(\.id)).union(judged.columns)
  }

  /// Whether the answers to an item split a group into parts of which one is too small.
  private func splits(_ group: GroupFigures, _ id: String, below minimum: Int) -> Bool {
    guard let item = group.items.first(where: { $0.id == id }), let n = group.n else { return true }
    return (item.counts.map(\.count) + [n - item.n]).contains { (1..<minimum).contains($0) }
  }
}

extension Comparison {
  /// Whether both of its groups are shown with its score.
  func isShown(by groups: [GroupFigures]) -> Bool {
    [a, b].allSatisfy { value in
      groups.contains { $0.by == by && $0.value == value && $0.shows(.score, score) }
    }
  }
}

extension GroupFigures {
  /// The scores and items of which the group has figures.
  var figures: [HeldFigure] {
    scores.map { HeldFigure(kind: .score, id: $0.id, title: $0.title) }
      + items.map { HeldFigure(kind: .item, id: $0.id, title: $0.title) }
  }

  /// How many people stand behind a score or an item.
  func answers(of figure: HeldFigure) -> Int {
    switch figure.kind {
    case .score: scores.first { $0.id == figure.id }?.n ?? 0
    case .item: items.first { $0.id == figure.id }?.n ?? 0
    }
  }

  /// Whether the group is shown with a score or an item.
  func shows(_ kind: HeldFigure.Kind, _ id: String) -> Bool {
    n != nil && !held.contains { $0.kind == kind && $0.id == id }
  }

  /// The place of the group without any of its figures; how many people belong to it stays.
  var heldBack: GroupFigures {
    GroupFigures(
      by: by, value: value, title: title, n: nil, population: population, scores: [], items: [],
      held: [])
  }

  /// The group without the figures of some scores and items, and without means that are weighted by
  /// strata unless these are kept.
  func withholding(_ hidden: Set<HeldFigure>, keepsStrata: Bool) -> GroupFigures {
    GroupFigures(
      by: by, value: value, title: title, n: n, population: population,
      scores: scores.filter { score in
        !hidden.contains { $0.kind == .score && $0.id == score.id }
      }.map { keepsStrata ? $0 : $0.withoutStrata },
      items: items.filter { item in !hidden.contains { $0.kind == .item && $0.id == item.id } },
      held: figures.filter(hidden.contains))
  }
}

extension SurveyFigures {
  /// The groups without the sizes that tell how few belong to one.
  func withholdingSizes(_ known: [GroupFigures], below minimum: Int) -> [GroupFigures] {
    var groups = known
    for by in Set(groups.compactMap(\.by)) {
      let own = groups.indices.filter { groups[$0].by == by }
      let sizes = GroupSizes(
        own.map {
          let isDeclared = SubGroup.isDeclared(groups[$0].value, of: instrument.audience)
          return (groups[$0].population, isDeclared)
        }, below: minimum, isOnlyColumn: judged.columns.count < 2)
      for (group, size) in zip(own, sizes.told) where groups[group].population != size {
        groups[group].population = nil
        groups[group].isSizeHeld = true
      }
    }
    return groups
  }
}

extension ScoreFigures {
  /// The score without the mean that weighs strata: with the sizes of strata known, it would give
  /// away the mean of one that is held back.
  fileprivate var withoutStrata: ScoreFigures {
    var score = self
    score.weighted = nil
    return score
  }
}

extension QualityFigures {
  /// The doubts without those about scores that are held back in the whole.
  func showing(_ whole: GroupFigures) -> QualityFigures {
    QualityFigures(
      straightLined: straightLined, straightLineChecked: straightLineChecked,
      withoutStraightLined: withoutStraightLined?.filter { whole.shows(.score, $0.score) },
      unreadableCells: unreadableCells,
      looksReversed: looksReversed.filter { whole.shows(.score, $0.score) },
      piledUp: piledUp.filter { whole.shows(.score, $0.score) })
  }
}
