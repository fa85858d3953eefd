public import Statistics

/// The difference between what two groups of people say of a component.
public struct PerceptionGap: Sendable {
  /// The group whose index is taken first, such as `leaders` or `staff`.
  public let a: String
  /// The group whose index is taken away, such as `other staff` or `pupils`.
  public let b: String
  /// The index of the first group, 0 to 100.
  public let figureA: IndexFigure
  /// The index of the second group, 0 to 100.
  public let figureB: IndexFigure
  /// How many people stand behind the first index.
  public let nA: Int
  /// How many people stand behind the second index.
  public let nB: Int
  /// The items that carry the most of the gap, at most three, the widest first.
  ///
  /// Differences are the first group's mean minus the second's, on 0 to 100. Empty between
  /// audiences, which answered different items.
  public let items: [(id: String, title: String, isReversed: Bool, difference: Double)]
  /// The p value, adjusted over all perception gaps of the table (Benjamini and Hochberg 1995).
  ///
  /// It is `nil` where `p` is.
  public internal(set) var adjustedP: Double?

  /// Whether each side has the people from whom an index counts, 10 pupils or 5 others; a gap of fewer is
  /// told and not flagged.
  public internal(set) var isOfEnough = true

  /// The smallest gap that is flagged, in points, whichever way it points.
  public static let smallestFlagged = 10.0

  /// The first index minus the second, from −100 to 100.
  public var difference: Double { figureA.value - figureB.value }

  /// The difference with its error, whose degrees of freedom are never more than if everybody spread alike.
  private var joint: IndexFigure {
    let sum = IndexFigure.combined(difference, [(figureA, 1), (figureB, -1)])
    guard let df = sum.df, let alike = Self.degreesOfFreedom(figureA.df, figureB.df) else {
      return sum
    }
    return IndexFigure(value: difference, standardError: sum.standardError, df: min(df, alike))
  }

  /// Satterthwaite's degrees of freedom for two groups whose members spread alike, so that they hang on
  /// the sizes alone (Bell and McCaffrey 2002).
  ///
  /// By chance a few people may seem of one mind; their own error, being small, would then count little,
  /// and the difference would pass for as sure as the other group's many make it.
  private static func degreesOfFreedom(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, let second, first > 0, second > 0 else { return nil }
    let (a, b) = (1 / (first + 1), 1 / (second + 1))
    return (a + b) * (a + b) / (a * a / first + b * b / second)
  }

  /// The 95 % interval of the difference, method `Welch, linearised`.
  ///
  /// It has the smaller of two degrees of freedom: Welch's own, and those of groups that spread alike
  /// (Bell and McCaffrey 2002), as `docs/methods/gap-table.md` says. It is `nil` where a single person
  /// stands behind a part of either index.
  public var interval: Interval? {
    guard let reach = joint.reach else { return nil }
    return Interval(low: difference - reach, high: difference + reach, method: "Welch, linearised")
  }

  /// The two-sided p value of no difference; `nil` where there is no interval or no spread at all.
  public var p: Double? {
    let joint = joint
    guard let error = joint.standardError, error > 0, let df = joint.df, df > 0 else { return nil }
    return StudentT(degreesOfFreedom: df).twoSided(difference / error)
  }

  /// Whether the gap is of enough people and at least ten points, its interval leaves zero out, and it holds
  /// among all the gaps of the report.
  public var isFlagged: Bool {
    guard isOfEnough, abs(difference) >= Self.smallestFlagged, let interval, let adjustedP else {
      return false
    }
    return !interval.contains(0) && adjustedP < 0.05
  }
}
