/// Cohen's kappa: agreement of two raters beyond chance.
///
/// Convention K2.
public struct CohensKappa: Sendable, Hashable {
  /// How much a disagreement counts.
  public enum Weights: String, Sendable {
    /// Every disagreement alike.
    case none
    /// By the square of the distance between the codes.
    case quadratic
  }

  /// Kappa: 1 for full agreement, 0 for agreement as by chance, below 0 for less.
  public let kappa: Double
  /// The number of units that both rated.
  public let n: Int

  /// Compares two raters' codes of the same units, in the same order; missing ones are `nil`.
  ///
  /// 1 − Σ w observed / Σ w expected, with the squared distance of whole-number codes for w.
  /// A unit with a missing code is left out. J. Cohen, Educational and Psychological Measurement
  /// 20 (1960) 37–46 and Psychological Bulletin 70 (1968) 213–220. The result is `nil` without
  /// units, or where both raters gave one and the same code throughout.
  public init?(_ first: [Int?], _ second: [Int?], weights: Weights = .quadratic) {
    precondition(first.count == second.count, "each unit has a place for both codes")
    var firsts: [Int: Int] = [:]
    var seconds: [Int: Int] = [:]
    var (observed, n) = (0.0, 0)
    func cost(_ one: Int, _ other: Int) -> Double {
      let distance = Double(one) - Double(other)
      return weights == .quadratic ? distance * distance : (distance == 0 ? 0 : 1)
    }
    for (one, other) in zip(first, second) {
      guard let one, let other else { continue }
      firsts[one, default: 0] += 1
      seconds[other, default: 0] += 1
      observed += cost(one, other)
      n += 1
    }
    let expected = CompensatedSum.sorted(
      firsts.flatMap { one in
        seconds.map { other in Double(one.value) * Double(other.value) * cost(one.key, other.key) }
      })
    guard expected > 0 else { return nil }
    kappa = 1 - Double(n) * observed / expected
    self.n = n
  }
}
