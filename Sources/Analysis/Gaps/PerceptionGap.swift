public import Statistics

/// The difference between what two groups of people say of a component.
public struct PerceptionGap: Sendable {
  /// The group whose index is taken first, such as `leaders`.
  public let a: String
  public let b: String
  public let figureA: IndexFigure
  public let figureB: IndexFigure
  public let nA: Int
  public let nB: Int
  /// The items that carry the most of the gap, where both groups answered the same ones.
  public let items: [(id: String, title: String, difference: Double)]
  /// Adjusted over all perception gaps of the report (Benjamini and Hochberg).
  public internal(set) var adjustedP: Double?

  /// The smallest gap that is flagged, in points.
  public static let smallestFlagged = 10.0

  /// The first index minus the second.
  public var difference: Double { figureA.value - figureB.value }

  private var joint: IndexFigure {
    IndexFigure.combined(difference, [(figureA, 1), (figureB, -1)])
  }

  /// The interval of the difference; `nil` where a group is a single person.
  public var interval: Interval? {
    let joint = joint
    guard let error = joint.standardError, let df = joint.df, df > 0 else { return nil }
    let reach = StudentT(degreesOfFreedom: df).upperQuantile(0.025) * error
    return Interval(low: difference - reach, high: difference + reach, method: "Welch, linearised")
  }

  /// The two-sided p of no difference; `nil` where there is no interval or no spread at all.
  public var p: Double? {
    let joint = joint
    guard let error = joint.standardError, error > 0, let df = joint.df, df > 0 else { return nil }
    return StudentT(degreesOfFreedom: df).twoSided(difference / error)
  }

  /// Whether the gap is at least ten points, its interval leaves zero out, and it holds among all
  /// the gaps of the report.
  public var isFlagged: Bool {
    guard abs(difference) >= Self.smallestFlagged, let interval, let adjustedP else { return false }
    return !interval.contains(0) && adjustedP < 0.05
  }
}
