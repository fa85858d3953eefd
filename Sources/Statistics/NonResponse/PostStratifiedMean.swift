/// A mean in which every stratum counts by its size in the population, not by its answers.
///
/// Convention W4.
public struct PostStratifiedMean: Sendable, Hashable {
  /// The sum over strata of population share × mean of the answers.
  public let mean: Double
  /// Its standard error; `nil` if a stratum has one answer but more members.
  public let standardError: Double?
  /// Answers minus strata.
  public let df: Int
  /// The interval, method `t, post-stratified`; `nil` without standard error.
  public let interval: Interval?

  /// Combines the strata of a population.
  ///
  /// The squared standard error is the sum of W² (1 − n/N) s²/n, with W the stratum's share of
  /// the population; W. G. Cochran, Sampling Techniques, 3rd ed., 1977, section 5.4. A stratum
  /// in which everybody answered adds nothing. Strata of nobody are left out.
  /// The result is `nil` if a stratum has members but no answers, has more answers than members,
  ///   or if there is no stratum.
  public init?(_ strata: [Stratum], level: Double = 0.95) {
    let peopled = strata.filter { $0.population > 0 || $0.n > 0 }
    let whole = Double(peopled.reduce(0) { $0 + $1.population })
    guard !peopled.isEmpty else { return nil }
    var means: [Double] = []
    var variances: [Double] = []
    for stratum in peopled {
      guard let mean = stratum.mean, stratum.n > 0, stratum.n <= stratum.population else {
        return nil
      }
      means.append(Double(stratum.population) * mean)
      let weight = Double(stratum.population) / whole
      let error = Interval.standardErrorOfMean(
        n: stratum.n, sd: stratum.sd, population: stratum.population)
      if stratum.n == stratum.population {
        variances.append(0)
      } else if let error {
        variances.append(weight * weight * error * error)
      }
    }
    mean = CompensatedSum.sorted(means) / whole
    df = peopled.reduce(-peopled.count) { $0 + $1.n }
    guard variances.count == peopled.count else {
      standardError = nil
      interval = nil
      return
    }
    let error = CompensatedSum.sorted(variances).squareRoot()
    let t =
      df > 0 ? StudentT(degreesOfFreedom: Double(df)).upperQuantile(Interval.outside(level)) : 0
    standardError = error
    interval = Interval(
      low: mean - t * error, high: mean + t * error, level: level,
      method: "t, post-stratified")
  }
}
