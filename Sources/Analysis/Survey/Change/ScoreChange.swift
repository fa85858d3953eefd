public import Instruments
public import Statistics

/// What became of one score in one group between two rounds; changes are later minus earlier.
///
/// A change speaks of whether it would come again, so it leaves the size of the school out. Rules and
/// sources are in `docs/methods/change-of-scores.md`.
public struct ScoreChange: Sendable {
  /// What may be said of a change.
  public enum Verdict: String, Sendable {
    /// Better than before, with an adjusted p below 0.05.
    case improved
    /// Worse than before, with an adjusted p below 0.05.
    case worse
    /// The change is within what chance alone may give.
    case noClearChange = "no clear change"
    /// A round has too few scores, or neither has any spread.
    case cannotTell = "cannot tell"
  }

  /// The id of the score.
  public let score: String
  /// The words for a reader.
  public let title: String
  /// Which end is the better one.
  public let better: Score.Direction
  /// The lowest and highest score that can be.
  public let ends: ClosedRange<Double>
  /// The scores of the earlier round.
  public let before: Frequencies
  /// The scores of the later round.
  public let after: Frequencies
  /// Those who have the score in both rounds; `nil` where nobody is known to have, and where telling
  /// them apart from the others would say too much of a few.
  public let linked: LinkedChange?
  /// The test of two independent rounds; `nil` where somebody is linked, and where it is undefined.
  public let welch: WelchTest?
  /// The change where somebody is linked; `nil` where nobody is, and where it is undefined.
  public let waves: OverlappingWaves?
  /// How often a later score is the higher one; `nil` where a round has none.
  public let cliffsDelta: CliffsDelta?
  /// The p value, adjusted over the scores of the whole, or over all scores of all values of a column
  /// (Benjamini and Hochberg 1995), those alone that are shown; `nil` where `p` is.
  public internal(set) var adjustedP: Double?

  init(_ before: ScoreFigures, _ after: ScoreFigures, linked: LinkedChange?) {
    score = after.id
    title = after.title
    better = after.better
    ends = after.ends
    self.before = before.scores
    self.after = after.scores
    let waves = linked.flatMap {
      OverlappingWaves(
        OverlappingWaves.Wave(before.scores), OverlappingWaves.Wave(after.scores),
        linked: $0.pairs)
    }
    // An overlap too small for its covariance tells nothing more than two independent rounds.
    let isUsable = waves.map { $0.standardError > 0 } ?? false
    self.waves = isUsable ? waves : nil
    self.linked = linked
    welch = isUsable ? nil : WelchTest(after.scores, before.scores)
    cliffsDelta = CliffsDelta(after.scores, before.scores)
  }

  /// The mean of the later round minus that of the earlier; `nil` where a round has no scores.
  public var change: Double? {
    guard let before = before.mean, let after = after.mean else { return nil }
    return after - before
  }

  /// The 95 % interval of the change, method `t, two waves` where somebody is linked, else `Welch`.
  public var interval: Interval? { waves?.interval ?? welch?.interval }

  /// The standard error of the change, positive; `nil` where `interval` is.
  public var standardError: Double? { waves?.standardError ?? welch?.standardError }

  /// The two-sided p value of the test that gives the interval; `nil` where there is none.
  public var p: Double? { waves?.p ?? welch?.p }

  /// The smallest change that two such rounds show four times in five.
  ///
  /// `DetectableChange.smallest`; it is `nil` where the standard error is.
  public var smallestDetectable: Double? {
    guard let standardError, let df = waves?.df ?? welch?.df else { return nil }
    return DetectableChange.smallest(standardError: standardError, df: df)
  }

  /// What may be said: nothing of a change that chance alone may give.
  public var verdict: Verdict {
    guard let adjustedP, let change else { return .cannotTell }
    guard adjustedP < 0.05 else { return .noClearChange }
    return (change > 0) == (better == .higher) ? .improved : .worse
  }
}
