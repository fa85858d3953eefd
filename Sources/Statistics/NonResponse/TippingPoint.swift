/// What those who did not answer would need to say for a figure to reach a given value.
///
/// Convention W12.
public enum TippingPoint {
  /// The mean of the silent at which the mean of the whole population equals `target`.
  ///
  /// (N × target − sum) / (N − n). A value outside the scale means that nothing they could say
  /// would move the mean to the target. For a share, `sum` is the number of the favourable.
  /// - Returns: `nil` if everybody answered, or a population is below `n`.
  public static func mean(
    sum: Double, n: Int, population: Int, target: Double
  ) -> Double? {
    guard population > n, n >= 0 else { return nil }
    return (Double(population) * target - sum) / Double(population - n)
  }
}
