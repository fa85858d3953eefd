import Statistics

/// The chance that a gap of a known size is seen, worked out and not drawn.
struct GapPower {
  /// That its interval leaves out 0.
  let apart: Double
  /// That it is flagged, were every other gap of the report none.
  ///
  /// That is p below 0.05 over the number of gaps, the least that the adjustment asks for, and at least ten
  /// points; the share that is found may be higher, never lower.
  let flagged: Double

  /// - Parameters:
  ///   - gap: The true difference, in points.
  ///   - groups: Each group's true variance, the one it seems to have, and its number of people.
  ///   - gaps: How many gaps the report has.
  init(
    gap: Double, groups: [(variance: (true: Double, seen: Double), n: Int)], gaps: Int
  ) {
    let error = groups.reduce(0) { $0 + $1.variance.true }.squareRoot()
    let seen = groups.reduce(0) { $0 + $1.variance.seen }
    // Satterthwaite's degrees of freedom, and those of groups that spread alike: the fewer count.
    let byError =
      seen * seen
      / groups.reduce(0) { $0 + $1.variance.seen * $1.variance.seen / Double($1.n - 1) }
    let parts = groups.map { 1 / Double($0.n) }
    let sum = parts.reduce(0, +)
    let df = min(
      byError, sum * sum / zip(parts, groups).reduce(0) { $0 + $1.0 * $1.0 / Double($1.1.n - 1) })
    func chance(_ alpha: Double, _ least: Double) -> Double {
      let t = StudentT(degreesOfFreedom: df).upperQuantile(alpha / 2)
      let chi = ChiSquared(degreesOfFreedom: df)
      // Over how large the error may come out, in parts of the same chance.
      let sum = (0..<Self.parts).reduce(0.0) { sum, part in
        let size = chi.quantile((Double(part) + 0.5) / Double(Self.parts)) / df
        let limit = max(least, t * (seen * size).squareRoot())
        return sum + NormalDistribution.survival((limit - gap) / error)
          + NormalDistribution.cdf((-limit - gap) / error)
      }
      return sum / Double(Self.parts)
    }
    apart = chance(0.05, 0)
    flagged = chance(0.05 / Double(gaps), 10)
  }

  private static let parts = 200
}
