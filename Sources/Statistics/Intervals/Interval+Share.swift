/// Intervals of a share.
extension Interval {
  /// The interval that goes with a share: exact where the population is known, else Wilson's.
  ///
  /// `favourable` is how many of the `n` answers count, and `population` how many could have
  /// answered.
  /// - Returns: The interval of the share, from 0 to 1; `nil` for `n` = 0 or a population below
  ///   `n`.
  public static func ofShare(
    favourable: Int, n: Int, population: Int? = nil, level: Double = 0.95
  ) -> Interval? {
    guard let population else { return wilson(favourable: favourable, n: n, level: level) }
    return exactHypergeometric(
      favourable: favourable, n: n, population: population, level: level)
  }

  /// Wilson's score interval without continuity correction (Wilson 1927).
  ///
  /// Convention I3.
  /// - Returns: The interval, method `Wilson`; `nil` for `n` = 0.
  public static func wilson(favourable: Int, n: Int, level: Double = 0.95) -> Interval? {
    precondition((0...n).contains(favourable), "the favourable are among the n")
    guard n > 0 else { return nil }
    return score(favourable: favourable, n: n, effective: Double(n), level, method: "Wilson")
  }

  /// Wilson's interval for a share of a finite population.
  ///
  /// The score interval for the hypergeometric variance: Wilson's formula with n(N − 1)/(N − n)
  /// in the place of n. Convention I4.
  /// - Returns: The interval, method `Wilson with finite population`, without width if everybody
  ///   answered; `nil` for `n` = 0 or a population below `n`.
  public static func wilson(
    favourable: Int, n: Int, population: Int, level: Double = 0.95
  ) -> Interval? {
    precondition((0...n).contains(favourable), "the favourable are among the n")
    guard n > 0, population >= n else { return nil }
    let method = "Wilson with finite population"
    guard population > n else {
      let share = Double(favourable) / Double(n)
      return Interval(low: share, high: share, level: level, method: method)
    }
    let effective = Double(n) * Double(population - 1) / Double(population - n)
    return score(favourable: favourable, n: n, effective: effective, level, method: method)
  }

  /// The Clopper–Pearson interval: exact for a binomial count (Clopper and Pearson 1934).
  ///
  /// Convention I6.
  /// - Returns: The interval, method `Clopper-Pearson`; `nil` for `n` = 0.
  public static func clopperPearson(favourable: Int, n: Int, level: Double = 0.95) -> Interval? {
    precondition((0...n).contains(favourable), "the favourable are among the n")
    guard n > 0 else { return nil }
    let tail = outside(level)
    let x = Double(favourable)
    let rest = Double(n - favourable)
    return Interval(
      low: favourable == 0 ? 0 : BetaDistribution(x, rest + 1).quantile(tail),
      high: favourable == n ? 1 : BetaDistribution(x + 1, rest).upperQuantile(tail),
      level: level, method: "Clopper-Pearson")
  }

  private static func score(
    favourable: Int, n: Int, effective m: Double, _ level: Double, method: String
  ) -> Interval {
    let z = NormalDistribution.upperQuantile(outside(level))
    let p = Double(favourable) / Double(n)
    let q = Double(n - favourable) / Double(n)
    let shrink = 1 + z * z / m
    let centre = (p + z * z / (2 * m)) / shrink
    let half = z / shrink * (p * q / m + z * z / (4 * m * m)).squareRoot()
    return Interval(
      low: favourable == 0 ? 0 : max(0, centre - half),
      high: favourable == n ? 1 : min(1, centre + half), level: level, method: method)
  }
}
