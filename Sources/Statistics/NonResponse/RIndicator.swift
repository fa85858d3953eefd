/// How evenly the strata of a population answered.
///
/// Convention W8.
public enum RIndicator {
  /// 1 − 2 × the standard deviation of the response rate over the members of the population.
  ///
  /// 1 − 2 √(Σ N_h (rate_h − rate)² / (N − 1)). B. Schouten, F. Cobben and J. Bethlehem, Survey
  /// Methodology 35 (2009) 101–113.
  /// - Returns: 1 where all strata answered alike, and less otherwise (down to about 0); `nil` for
  ///   a population of fewer than two, or a stratum with more answers than members.
  public static func of(_ strata: [Stratum]) -> Double? {
    let whole = strata.reduce(0) { $0 + $1.population }
    guard whole >= 2, strata.allSatisfy({ $0.n <= $0.population && $0.n >= 0 }) else { return nil }
    let rate = Double(strata.reduce(0) { $0 + $1.n }) / Double(whole)
    let squares = CompensatedSum.sorted(
      strata.filter { $0.population > 0 }.map { stratum in
        let distance = Double(stratum.n) / Double(stratum.population) - rate
        return Double(stratum.population) * distance * distance
      })
    return 1 - 2 * (squares / Double(whole - 1)).squareRoot()
  }
}
