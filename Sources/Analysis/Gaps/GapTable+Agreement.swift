import Instruments
import Statistics

extension GapTable {
  /// The table with the figures alone that it shares with another one of the same sources.
  ///
  /// A table without the answers of too few people has other figures than the whole one wherever
  /// those answers count. Such a figure is left out: what an audit shows is what file mode shows.
  func agreeing(with whole: GapTable) -> GapTable {
    var table = self
    table.components = zip(components, whole.components).map { $0.agreeing(with: $1) }
    table.mustLook = mustLook.filter { own in whole.mustLook.contains { own.says($0) } }
    return table.adjusted()
  }

  /// The table with the p values of its perception gaps adjusted together.
  ///
  /// A gap that is left out has no part in it: from an adjusted p its own could be had.
  func adjusted() -> GapTable {
    var table = self
    let pValues = components.flatMap { $0.perception.map(\.p) }
    var adjusted = MultipleComparisons.benjaminiHochberg(pValues)[...]
    for component in components.indices {
      for gap in components[component].perception.indices {
        table.components[component].perception[gap].adjustedP = adjusted.removeFirst()
      }
    }
    return table
  }
}

extension ComponentGap {
  fileprivate func agreeing(with whole: ComponentGap) -> ComponentGap {
    var gap = self
    gap.said = said == whole.said ? said : nil
    gap.seen = seen == whole.seen ? seen : nil
    gap.index = index == whole.index ? index : nil
    gap.band = gap.index == nil || band != whole.band ? nil : band
    if state != whole.state || (whole.index != nil && gap.index == nil) { gap.state = .suppressed }
    if strength.convergence != whole.strength.convergence { gap.strength.convergence = nil }
    gap.groups = AudienceIndex.agreeing(groups, whole.groups)
    gap.perception = perception.compactMap { own in
      whole.perception.first {
        ($0.a, $0.b) == (own.a, own.b) && $0.figureA == own.figureA && $0.figureB == own.figureB
      }
    }
    gap.practices = zip(practices, whole.practices).map { $0.agreeing(with: $1) }
    return gap
  }
}

extension AudienceIndex {
  /// Of each audience the figure and the number that both have.
  fileprivate static func agreeing(
    _ own: [AudienceIndex], _ whole: [AudienceIndex]
  ) -> [AudienceIndex] {
    own.map { index in
      let other = whole.first { $0.audience == index.audience }
      var index = index
      if index.figure != other?.figure { index.figure = nil }
      if index.n != other?.n { index.n = nil }
      return index
    }
  }
}

extension PracticeIndex {
  fileprivate func agreeing(with whole: PracticeIndex) -> PracticeIndex {
    var practice = self
    if figure != whole.figure { practice.figure = nil }
    practice.groups = AudienceIndex.agreeing(groups, whole.groups)
    return practice
  }
}

extension MustLook {
  /// Whether two findings are one: about the same, with the same figures.
  fileprivate func says(_ other: MustLook) -> Bool {
    guard practice == other.practice, audience == other.audience, n == other.n else { return false }
    switch (kind, other.kind) {
    case (.lowPractice(let a), .lowPractice(let b)): return a == b
    case (.worstAnswers(let a, _, _, let m), .worstAnswers(let b, _, _, let n)):
      return (a, m) == (b, n)
    case (.carelessAnswers(let a, let m), .carelessAnswers(let b, let n)): return (a, m) == (b, n)
    case (.groupRatio(let a, _, let b, let c, let m), .groupRatio(let d, _, let e, let f, let n)):
      return (a, b, c, m) == (d, e, f, n)
    case (.tierNotLookedAt(let a, let c), .tierNotLookedAt(let b, let d)): return (a, c) == (b, d)
    default: return false
    }
  }
}
