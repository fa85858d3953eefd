import Instruments

/// The figures of one round of several that are put together.
public struct RoundRelease: Sendable {
  /// The word by which the pooled figures are split for the round.
  public let word: String
  /// What a run on the round alone shows, by the same columns.
  public let release: Release<SurveyFigures>

  /// Makes the release of a round.
  public init(word: String, release: Release<SurveyFigures>) {
    self.word = word
    self.release = release
  }
}

extension SurveyFigures {
  /// The figures of several rounds together as a release.
  ///
  /// Each round is shown by a run on it alone, so that a sum over rounds takes away all that these
  /// show. It is therefore shown where every round shows its part, and no second round is held back
  /// for the sake of one.
  ///
  /// - Parameters:
  ///   - policy: For whom they are shown.
  ///   - column: The column that splits by round.
  ///   - rounds: All rounds that are put together, each with the scores of these figures.
  /// - Returns: The figures that no round holds back.
  public func released(
    under policy: ReleasePolicy, splitBy column: String, rounds: [RoundRelease]
  ) -> Release<SurveyFigures> {
    guard let minimum = policy.minimums?[instrument.audience] else {
      return Release(self, under: policy)
    }
    let known = groups.map { group in
      let parts = rounds.compactMap { round -> GroupFigures? in
        let own = round.release.figures.groups
        if group.by == column { return group.value == round.word ? own.first : nil }
        // A group that a round does not have has nobody there.
        return own.first { $0.by == group.by && $0.value == group.value }
      }
      // Bands of rounds together would give away those that a round holds back.
      return group.showing(parts, below: minimum).withholdingBands(below: nil)
    }
    let shown = withholdingSizes(known, below: minimum)
    let isHeld = shown.first?.n == nil
    let holdsRemainder = rounds.contains { $0.release.figures.ungrouped == nil }
    let figures = SurveyFigures(
      instrument: instrument, ledger: isHeld ? nil : ledger,
      ungrouped: isHeld || holdsRemainder ? nil : ungrouped, groups: shown,
      comparisons: comparisons.filter { $0.isShown(by: shown) }.adjusted(),
      quality: isHeld ? nil : shown.first.flatMap { quality?.showing($0) }, change: nil,
      judged: judged)
    return Release(figures, under: policy)
  }
}

extension GroupFigures {
  /// The group as far as all its parts are shown, each of nobody or of the minimum at least.
  fileprivate func showing(_ parts: [GroupFigures], below minimum: Int) -> GroupFigures {
    func isShown(_ people: Int?) -> Bool { people.map { !(1..<minimum).contains($0) } ?? false }
    guard parts.allSatisfy({ isShown($0.n) }) else { return heldBack }
    let hidden = figures.filter { figure in
      parts.contains { part in
        part.n != 0
          && (part.held.contains { $0.kind == figure.kind && $0.id == figure.id }
            || !isShown(part.answers(of: figure)))
      }
    }
    return withholding(Set(hidden), keepsStrata: false)
  }
}
