/// The lowest and highest value a population figure can have, whatever the silent would say.
///
/// Convention W9.
public struct NoAssumptionBounds: Sendable, Hashable {
  /// The figure if everybody who did not answer were at the worst end.
  public let low: Double
  /// The figure if everybody who did not answer were at the best end.
  public let high: Double

  /// The bounds of a share (Manski 1989).
  ///
  /// The result is `nil` for an empty population or one below `n`.
  public init?(favourable: Int, n: Int, population: Int) {
    self.init(
      sum: Double(favourable), n: n, population: population, range: 0...1)
  }

  /// The bounds of a mean whose values lie in a declared range (Manski 1989).
  ///
  /// `sum` is the sum of the answers, `range` the lowest and the highest possible value.
  /// The result is `nil` for an empty population or one below `n`.
  public init?(sum: Double, n: Int, population: Int, range: ClosedRange<Double>) {
    guard population > 0, n >= 0, population >= n else { return nil }
    let silent = Double(population - n)
    low = (sum + silent * range.lowerBound) / Double(population)
    high = (sum + silent * range.upperBound) / Double(population)
  }
}
