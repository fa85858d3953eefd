import Instruments
public import Statistics

/// Two groups held against each other on one score; differences are the first minus the second.
///
/// Comparisons speak of whether a gap would appear again, so they leave the size of the school out.
public struct Comparison: Sendable {
  /// What a comparison lets one say.
  public enum Verdict: String, Sendable {
    /// The adjusted p is below 0.05.
    case gap
    /// Any gap is smaller than the margin.
    case noGap = "no gap bigger than d"
    case cannotTell = "cannot tell"
  }

  public let score: String
  public let by: String
  public let a: String
  public let b: String
  public let scoresA: Frequencies
  public let scoresB: Frequencies
  public let welch: WelchTest?
  public let mannWhitney: MannWhitney?
  public let cliffsDelta: CliffsDelta?
  public let hedgesG: HedgesG?
  /// The smallest gap that matters: a tenth of the scale.
  public let margin: Double
  /// The two one-sided tests against the margin.
  public let equivalence: EquivalenceTest?
  /// The Mann–Whitney p, adjusted over all comparisons of the run (Benjamini and Hochberg).
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

  /// The difference of the means; `nil` where a group has no scores.
  public var difference: Double? {
    guard let a = scoresA.mean, let b = scoresB.mean else { return nil }
    return a - b
  }

  public var p: Double? { mannWhitney?.p }

  public var verdict: Verdict {
    if let adjustedP, adjustedP < 0.05 { return .gap }
    if let equivalence, equivalence.p < 0.05 { return .noGap }
    return .cannotTell
  }
}
