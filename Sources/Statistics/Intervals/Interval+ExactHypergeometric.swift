/// The exact interval of a share of a finite population.
extension Interval {
  /// The exact interval of a share when `n` of a known population answered.
  ///
  /// Of all numbers K of favourable persons in the population that are compatible with the
  /// sample, those under which a count as high, and a count as low, as the observed one each
  /// have a probability above half of 1 − level. The limits are such K divided by N. Convention
  /// I5.
  /// - Returns: The interval, method `exact hypergeometric`; `nil` for `n` = 0 or a population
  ///   below `n`. About 20 tail sums for a population of a million.
  public static func exactHypergeometric(
    favourable: Int, n: Int, population: Int, level: Double = 0.95
  ) -> Interval? {
    precondition((0...n).contains(favourable), "the favourable are among the n")
    guard n > 0, population >= n else { return nil }
    // A tail that equals the limit is excluded, and rounding must not let it in.
    let limit = outside(level) * (1 + 1e-10)
    func given(_ total: Int) -> Hypergeometric {
      Hypergeometric(population: population, favourable: total, drawn: n)
    }
    let possible = favourable...(population - n + favourable)
    let low = first(in: possible) { given($0).upperTail(favourable) > limit }
    let above = first(in: possible) { given($0).lowerTail(favourable) <= limit }
    let whole = Double(population)
    return Interval(
      low: Double(low ?? possible.upperBound) / whole,
      high: Double((above ?? possible.upperBound + 1) - 1) / whole, level: level,
      method: "exact hypergeometric")
  }

  /// The first number of a range from which on `holds` is true, `nil` if it never is.
  private static func first(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound + 1
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low <= range.upperBound ? low : nil
  }
}
