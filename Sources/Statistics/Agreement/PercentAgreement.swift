/// How often two raters of the same unit give the same code.
///
/// Convention K3.
public enum PercentAgreement {
  /// Equal pairs of ratings over all pairs of ratings within units.
  ///
  /// Each unit holds the codes it was given, missing ones as `nil`; a unit with fewer than two adds
  /// no pair.
  /// - Returns: From 0 to 1; `nil` without pairs.
  public static func share(_ units: some Sequence<[Int?]>) -> Double? {
    var (equal, pairs) = (0, 0)
    for unit in units {
      let tally = Dictionary(unit.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
      let m = tally.values.reduce(0, +)
      pairs += m * (m - 1) / 2
      equal += tally.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }
    return pairs > 0 ? Double(equal) / Double(pairs) : nil
  }
}
