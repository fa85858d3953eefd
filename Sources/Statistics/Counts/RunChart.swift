/// A share month by month, with the two signs that it is not chance alone that moves it.
///
/// Convention O4, `docs/methods/counts.md`.
public struct RunChart: Sendable, Hashable {
  /// One month: how many events there were, of how many.
  public struct Point: Sendable, Hashable {
    /// The events, such as days lost, not negative.
    public let events: Double
    /// Of how many, such as days in all, positive.
    public let total: Double

    /// Creates a month.
    public init(events: Double, total: Double) {
      self.events = events
      self.total = total
    }

    /// The events as a share of all.
    public var share: Double { events / total }
  }

  /// The months in their order.
  public let points: [Point]
  /// The share over all months.
  public let mean: Double
  /// The middle share.
  public let median: Double
  /// The lower and upper limit of each month, cut at 0; `nil` for fewer than two months.
  public let limits: [ClosedRange<Double>]?

  /// The run that counts as a sign: so many months one after the other above the median.
  public static let longRun = 8

  /// Draws the chart; months without people are left out beforehand.
  ///
  /// The limits are those of Laney's p′ chart: three times the binomial error of the month times the
  /// spread of the standardised shares, which their moving range of two gives over 1.128
  /// (D. B. Laney, Quality Engineering 14 (2002) 531–537). The result is `nil` without months.
  public init?(_ points: [Point]) {
    guard !points.isEmpty, points.allSatisfy({ $0.total > 0 }) else { return nil }
    self.points = points
    let mean = points.reduce(0) { $0 + $1.events } / points.reduce(0) { $0 + $1.total }
    self.mean = mean
    let ordered = points.map(\.share).sorted()
    let middle = ordered.count / 2
    median = ordered.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
    let errors = points.map { max(0, mean * (1 - mean) / $0.total).squareRoot() }
    guard points.count >= 2, errors.allSatisfy({ $0 > 0 }) else {
      limits = nil
      return
    }
    let scores = zip(points, errors).map { ($0.share - mean) / $1 }
    let moves = zip(scores, scores.dropFirst()).map { abs($1 - $0) }
    let spread = moves.reduce(0, +) / Double(moves.count) / 1.128
    limits = errors.map { error in
      let reach = 3 * error * spread
      return max(0, mean - reach)...(mean + reach)
    }
  }

  /// The months of the longest run above the median; empty where no month is above.
  ///
  /// Months on the median neither break nor lengthen it.
  public var longestRunAbove: Range<Int> {
    var best = 0..<0
    var start: Int?
    var (length, longest) = (0, 0)
    for (place, point) in points.enumerated() where point.share != median {
      if point.share > median {
        start = start ?? place
        length += 1
        if length > longest, let start { (best, longest) = (start..<place + 1, length) }
      } else {
        (start, length) = (nil, 0)
      }
    }
    return best
  }

  /// How many months of the longest run are above the median.
  public var runAbove: Int { points[longestRunAbove].count { $0.share > median } }

  /// The months above their upper limit.
  public var pointsAbove: [Int] {
    guard let limits else { return [] }
    return points.indices.filter { points[$0].share > limits[$0].upperBound }
  }

  /// Whether the share is higher than chance alone makes it: eight months in a row above the median,
  /// or one above its limit.
  public var isHigh: Bool { runAbove >= Self.longRun || !pointsAbove.isEmpty }
}
