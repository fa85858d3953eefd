import Instruments
public import Statistics

/// Two groups held against each other on one score; differences are the first minus the second.
///
/// Comparisons speak of whether a gap would appear again, so they leave the size of the school out.
/// Methods and sources are in `docs/methods/comparing-two-groups.md`.
public struct Comparison: Sendable {
  /// What a comparison lets one say.
  public enum Verdict: String, Sendable {
    /// The adjusted p is below 0.05.
    case gap
    /// The difference is smaller than the margin, whichever way it points (p below 0.05).
    case noGap = "no gap bigger than d"
    /// Neither can be said.
    case cannotTell = "cannot tell"
  }

  /// The id of the score.
  public let score: String
  /// What the responses were split by.
  public let by: String
  /// The value of the first group.
  public let a: String
  /// The value of the second group.
  public let b: String
  /// The scores of the first group, in score points.
  public let scoresA: Frequencies
  /// The scores of the second group, in score points.
  public let scoresB: Frequencies
  /// The test of the means; `nil` for a group of fewer than two, or where neither has any spread.
  public let welch: WelchTest?
  /// The test of the ranks, which gives `p`; `nil` where a group has no scores.
  public let mannWhitney: MannWhitney?
  /// How often the first group has the higher score; `nil` where a group has no scores.
  public let cliffsDelta: CliffsDelta?
  /// The standardised difference; `nil` for a group of fewer than two, or without any spread.
  public let hedgesG: HedgesG?
  /// The smallest gap that matters, in score points: a tenth of the range of the score.
  public let margin: Double
  /// The two one-sided tests against the margin; `nil` where `welch` is.
  public let equivalence: EquivalenceTest?
  /// The p value, adjusted over all comparisons of the run that are shown (Benjamini and Hochberg 1995).
  ///
  /// It is `nil` where `p` is.
  public internal(set) var adjustedP: Double?

  init(
    score: ScoreKey, by: String, _ a: (value: String, scores: Frequencies),
    _ b: (value: String, scores: Frequencies)
  ) {
    self.score = score.score.id
    self.by = by
    self.a = a.value
    self.b = b.value
    scoresA = a.scores
    scoresB = b.scores
    welch = WelchTest(a.scores, b.scores)
    mannWhitney = MannWhitney(a.scores, b.scores)
    cliffsDelta = CliffsDelta(a.scores, b.scores)
    hedgesG = HedgesG(a.scores, b.scores)
    margin = (score.ends.upperBound - score.ends.lowerBound) / 10
    equivalence = EquivalenceTest(a.scores, b.scores, margin: margin)
  }

  /// The difference of the means, in score points; `nil` where a group has no scores.
  public var difference: Double? {
    guard let a = scoresA.mean, let b = scoresB.mean else { return nil }
    return a - b
  }

  /// The two-sided p value of `mannWhitney`; `nil` for an empty group, or if all scores are equal.
  public var p: Double? { mannWhitney?.p }

  /// What may be said: a gap if there is one, else that there is none that matters, else nothing.
  public var verdict: Verdict {
    if let adjustedP, adjustedP < 0.05 { return .gap }
    if let equivalence, equivalence.p < 0.05 { return .noGap }
    return .cannotTell
  }
}

extension [Comparison] {
  /// The comparisons with their p values adjusted together.
  ///
  /// One that is held back has no part in it: from an adjusted p its own could be had.
  func adjusted() -> [Comparison] {
    zip(self, MultipleComparisons.benjaminiHochberg(map(\.p))).map { comparison, p in
      var comparison = comparison
      comparison.adjustedP = p
      return comparison
    }
  }
}
