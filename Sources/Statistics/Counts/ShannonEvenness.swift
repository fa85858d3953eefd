import Foundation

/// How evenly events are spread over the kinds that there are (Shannon's index against its greatest).
///
/// Convention O2, `docs/methods/counts.md`.
public struct ShannonEvenness: Sendable, Hashable {
  /// −Σ p ln p / ln k over the k kinds, from 0, all of one kind, to 1, of all alike.
  public let evenness: Double
  /// The standard error by leaving out one unit at a time, not negative; `nil` for fewer than two
  /// units, or where leaving one out leaves nothing.
  public let standardError: Double?
  /// How many units had an event.
  public let units: Int
  /// How many events there were.
  public let total: Double

  /// Adds up units, each with its counts by kind, all of the same kinds.
  ///
  /// E. C. Pielou, Journal of Theoretical Biology 13 (1966) 131–144; the error is the jackknife's
  /// (J. W. Tukey 1958). The result is `nil` without events or for fewer than two kinds.
  public init?(_ units: [[Double]]) {
    let seen = units.filter { $0.contains { $0 > 0 } }
    guard let kinds = seen.first?.count, kinds >= 2 else { return nil }
    var sums = [Double](repeating: 0, count: kinds)
    for unit in seen { for kind in 0..<kinds { sums[kind] += unit[kind] } }
    guard let evenness = Self.evenness(sums) else { return nil }
    self.evenness = evenness
    self.units = seen.count
    total = sums.reduce(0, +)
    let left = seen.compactMap { unit in Self.evenness(zip(sums, unit).map { $0 - $1 }) }
    guard seen.count >= 2, left.count == seen.count else {
      standardError = nil
      return
    }
    let count = Double(seen.count)
    let mean = left.reduce(0, +) / count
    let squares = CompensatedSum.sorted(left.map { ($0 - mean) * ($0 - mean) })
    standardError = ((count - 1) / count * squares).squareRoot()
  }

  private static func evenness(_ counts: [Double]) -> Double? {
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let entropy = CompensatedSum.sorted(
      counts.filter { $0 > 0 }.map { -$0 / total * log($0 / total) })
    return entropy / log(Double(counts.count))
  }
}
