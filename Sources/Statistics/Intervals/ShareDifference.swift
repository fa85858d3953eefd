/// The difference of two shares, the first minus the second, with Newcombe's interval.
///
/// Convention G12.
public struct ShareDifference: Sendable, Hashable {
  /// The first share minus the second, from −1 to 1.
  public let difference: Double
  /// The hybrid score interval of the difference, method `Newcombe`.
  public let interval: Interval

  /// Compares two shares, each given as a count of the favourable and a number of answers.
  ///
  /// Built from the two Wilson intervals: R. G. Newcombe, Statistics in Medicine 17 (1998)
  /// 873–890, method 10.
  /// The result is `nil` if either number of answers is 0.
  public init?(
    _ first: (favourable: Int, n: Int), _ second: (favourable: Int, n: Int),
    level: Double = 0.95
  ) {
    guard
      let one = Interval.wilson(favourable: first.favourable, n: first.n, level: level),
      let two = Interval.wilson(favourable: second.favourable, n: second.n, level: level)
    else { return nil }
    let p1 = Double(first.favourable) / Double(first.n)
    let p2 = Double(second.favourable) / Double(second.n)
    func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    difference = p1 - p2
    interval = Interval(
      low: difference - length(p1 - one.low, two.high - p2),
      high: difference + length(one.high - p1, p2 - two.low), level: level, method: "Newcombe")
  }
}
