import Foundation
import Instruments
public import Statistics

/// What became of one entry of the ledger between two rounds, each with units of its own.
///
/// The rules are in `docs/methods/change-of-evidence.md`.
public struct EntryChange: Sendable, Hashable {
  /// What may be said of a change.
  public enum Verdict: String, Sendable {
    /// Better than then, with an adjusted p below 0.05.
    case improved
    /// Worse than then, with an adjusted p below 0.05.
    case worse
    /// The change is within what chance alone may give.
    case noClearChange = "no clear change"
    /// The two say nothing of each other.
    case cannotCompare = "cannot compare"
  }

  /// The figures of a change.
  public struct Figures: Sendable, Hashable {
    /// Whether the change is a ratio, now over then, rather than a difference in points.
    public let isRatio: Bool
    /// The change: a difference of indices, or a ratio of rates, `nil` where there were no events then.
    public let change: Double?
    /// Its 95 % interval, method `Welch, linearised`, cut to −100 and 100, or `conditional binomial`.
    public let interval: Interval
    /// The two-sided p value of no change.
    public let p: Double
    /// The smallest change that two such rounds show four times in five: points, or the factor by which
    /// a rate has to rise or fall; `nil` where a rate had no events.
    public let smallestDetectable: Double?
  }

  /// The entry then; `nil` where it was not recorded.
  public let before: EvidenceEntry?
  /// The entry now; `nil` where it was not recorded.
  public let after: EvidenceEntry?
  /// The figures; `nil` where the two cannot be compared.
  public let figures: Figures?
  /// Why they cannot, as the end of a sentence that begins with the entry; `nil` where they can.
  public let reason: String?
  /// The p value, adjusted over all changes of the round (Benjamini and Hochberg 1995).
  public internal(set) var adjustedP: Double?

  /// The entry now, or the one then where there is none now.
  public var entry: EvidenceEntry? { after ?? before }

  /// What may be said: nothing of a change that chance alone may give.
  public var verdict: Verdict {
    guard let figures, let adjustedP, let after else { return .cannotCompare }
    guard adjustedP < 0.05 else { return .noClearChange }
    // An index is turned already so that more is better; a rate is not.
    guard figures.isRatio else { return (figures.change ?? 0) > 0 ? .improved : .worse }
    let hasRisen = (figures.change ?? .infinity) > 1
    return hasRisen == (after.better == .higher) ? .improved : .worse
  }

  /// Compares an entry with that of an earlier round; at least one of the two is given.
  init(from before: EvidenceEntry?, to after: EvidenceEntry?) {
    self.before = before
    self.after = after
    guard let before, let after else {
      figures = nil
      reason = before == nil ? "was not recorded then" : "was not recorded now"
      return
    }
    let why =
      after.definition.difference(from: before.definition)
      ?? (before.isHeldBack ? "was held back then" : nil)
      ?? (after.isHeldBack ? "is held back now" : nil)
      ?? after.figure.isIncomparable
      ?? (before.isEnough ? nil : "had too little to count then")
      ?? (after.isEnough ? nil : "has too little to count now")
    switch why.map(Comparison.none) ?? Self.compare(before.figure, after.figure) {
    case .figures(let found): (figures, reason) = (found, nil)
    case .none(let because): (figures, reason) = (nil, because)
    }
  }

  /// What a comparison comes to.
  private enum Comparison {
    case figures(Figures)
    /// Nothing, with the reason.
    case none(String)
  }

  private static func compare(_ before: EvidenceFigure, _ after: EvidenceFigure) -> Comparison {
    switch (before, after) {
    case (.index(let then?, _), .index(let now?, _)): difference(then, now)
    case (.rate(let then, _), .rate(let now, _)): ratio(then, now)
    default: .none("rests on too few units for a range")
    }
  }

  /// Welch's interval and p of two independent figures, each with its own error over clusters.
  private static func difference(_ then: IndexFigure, _ now: IndexFigure) -> Comparison {
    let change = now.value - then.value
    let joint = IndexFigure.combined(change, [(now, 1), (then, -1)])
    guard let error = joint.standardError, let df = joint.df, df > 0 else {
      return .none("rests on too few units for a range")
    }
    // Below a billionth of a point there is nothing but the rounding of figures that are alike.
    guard error > 1e-9 else {
      return .none("was all alike within either round, which gives no range")
    }
    let t = StudentT(degreesOfFreedom: df)
    let upper = t.upperQuantile(0.025)
    return .figures(
      Figures(
        isRatio: false, change: change,
        // Neither index leaves 0 to 100, so that no change is larger.
        interval: Interval(
          low: max(-100, change - upper * error), high: min(100, change + upper * error),
          method: "Welch, linearised"),
        p: t.twoSided(change / error), smallestDetectable: error * (upper + t.upperQuantile(0.2))))
  }

  /// The ratio of two rates with its exact interval and p.
  private static func ratio(_ then: EventRate, _ now: EventRate) -> Comparison {
    guard let (ratio, interval) = now.ratio(to: then), let p = now.p(against: then) else {
      return .none("had no events in either round")
    }
    let z = NormalDistribution.upperQuantile(0.025) + NormalDistribution.upperQuantile(0.2)
    let error = (1 / Double(then.events) + 1 / Double(now.events)).squareRoot()
    let isKnown = then.events > 0 && now.events > 0
    return .figures(
      Figures(
        isRatio: true, change: ratio, interval: interval, p: p,
        smallestDetectable: isKnown ? exp(z * error) : nil))
  }
}

extension EvidenceFigure {
  /// Why figures of this kind are not compared between rounds; `nil` where they are.
  fileprivate var isIncomparable: String? {
    switch self {
    case .index, .rate: nil
    case .listed: "is a list, which has no one figure"
    case .ratios: "is of each group against the others in its own round"
    case .runChart: "shows its change month by month itself"
    case .voices: "counts voices, which are not drawn by chance"
    case .journey: "follows single cases"
    case .overlap: "goes by the words that the school states, which may change"
    case .votes: "counts dots, of which each wall may give another number"
    case .load: "is the largest of several, which chance moves"
    }
  }
}
