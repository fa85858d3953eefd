/// The shape of a distribution.
extension Frequencies {
  /// The skewness G1 = g1 √(n (n − 1)) / (n − 2) with g1 = m3 / m2^1.5.
  ///
  /// Positive where the long tail is at the upper end. Convention D4. D. N. Joanes and C. A. Gill,
  /// The Statistician 47 (1998) 183–189.
  /// - Returns: Any number; `nil` for fewer than three observations or without variance.
  public var skewness: Double? {
    guard n >= 3, values.count > 1, let mean else { return nil }
    var squares = CompensatedSum()
    var cubes = CompensatedSum()
    for (value, count) in zip(values, counts) {
      let deviation = value - mean
      squares.add(deviation * deviation, times: count)
      cubes.add(deviation * deviation * deviation, times: count)
    }
    let size = Double(n)
    let second = squares.value / size
    guard second > 0 else { return nil }
    let ratio = cubes.value / size / (second * second.squareRoot())
    return ratio * (size * (size - 1)).squareRoot() / (size - 2)
  }
}
