/// Intervals of a mean.
extension Interval {
  /// The standard error of a mean of `n` from a population of known or unlimited size.
  ///
  /// s/√n, times √(1 − n/N) where `population`, the number N of persons that the `n` belong to,
  /// is to be counted in. `sd` is s, the standard deviation with divisor n − 1.
  /// - Returns: The standard error; `nil` for `n` below 2, no `sd`, or a population below `n`.
  public static func standardErrorOfMean(n: Int, sd: Double?, population: Int? = nil) -> Double? {
    guard n >= 2, let sd else { return nil }
    let unlimited = sd / Double(n).squareRoot()
    guard let population else { return unlimited }
    guard population >= n else { return nil }
    return unlimited * (Double(population - n) / Double(population)).squareRoot()
  }

  /// The interval of a mean: t with n − 1 degrees of freedom times the standard error.
  ///
  /// Leave `population` out where it is not to be counted in. Conventions I1 and I2.
  /// - Returns: The interval, method `t` or `t with finite population`; `nil` where the standard
  ///   error is. Of a whole population the interval has no width.
  public static func ofMean(
    n: Int, mean: Double?, sd: Double?, population: Int? = nil, level: Double = 0.95
  ) -> Interval? {
    guard let mean, let error = standardErrorOfMean(n: n, sd: sd, population: population)
    else { return nil }
    let t = StudentT(degreesOfFreedom: Double(n - 1)).upperQuantile(outside(level))
    return Interval(
      low: mean - t * error, high: mean + t * error, level: level,
      method: population == nil ? "t" : "t with finite population")
  }

  /// The interval of the mean of a distribution.
  ///
  /// - Returns: As for a mean given by `n`, `mean` and `sd`; `nil` for fewer than two observations
  ///   or a population below their number.
  public static func ofMean(
    _ frequencies: Frequencies, population: Int? = nil, level: Double = 0.95
  ) -> Interval? {
    ofMean(
      n: frequencies.n, mean: frequencies.mean, sd: frequencies.sd, population: population,
      level: level)
  }
}
