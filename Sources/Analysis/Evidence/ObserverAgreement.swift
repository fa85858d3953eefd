import Statistics

/// How far two observers of the same units agree.
public struct ObserverAgreement: Sendable, Hashable {
  /// How many units two observers saw.
  public let units: Int
  /// What both counted as a share of what either counted, 0 to 1: Σ min / Σ max over counts and units.
  public let share: Double
  /// Cohen's kappa of whether a thing was seen at all; `nil` where it is undefined.
  public let kappa: Double?

  /// Compares the first two observers of each unit, count by count; `nil` where none was seen twice or
  /// nobody counted anything.
  init?(_ pairs: [(first: [Double], second: [Double])]) {
    let counts = pairs.flatMap { zip($0.first, $0.second).map { ($0, $1) } }
    let either = counts.reduce(0) { $0 + max($1.0, $1.1) }
    guard !pairs.isEmpty, either > 0 else { return nil }
    units = pairs.count
    share = counts.reduce(0) { $0 + min($1.0, $1.1) } / either
    kappa =
      CohensKappa(
        counts.map { $0.0 > 0 ? 1 : 0 }, counts.map { $0.1 > 0 ? 1 : 0 }, weights: .none)?.kappa
  }
}
