/// The Mann–Whitney U test of two groups.
///
/// Conventions G2 and G3.
public struct MannWhitney: Sendable, Hashable {
  /// How a p value was found.
  public enum Method: String, Sendable {
    /// By counting all ways to share the ranks out between the groups.
    case exact
    /// From the normal distribution, corrected for ties and for continuity.
    case normal
  }

  /// Pairs in which the first group's value is larger, plus half the pairs of equal values.
  public let u: Double
  /// The two-sided p value, `nil` when all values of both groups are equal.
  public let p: Double?
  /// How `p` was found.
  public let method: Method

  /// Up to this number of observations in both groups together the p value is exact.
  public static let largestExact = 25

  /// Compares two groups, exactly if together they have no more than `largestExact` members.
  ///
  /// Mann and Whitney, Annals of Mathematical Statistics 18 (1947) 50–60. A `method` overrides the
  /// choice by size, and `nil` leaves it; the time of the exact one grows with the fourth power of
  /// the number of members. The result is `nil` if a group is empty.
  public init?(_ first: Frequencies, _ second: Frequencies, method: Method? = nil) {
    guard first.n > 0, second.n > 0 else { return nil }
    let dominance = Dominance(first, second)
    u = Double(2 * dominance.above + dominance.level) / 2
    let total = first.n + second.n
    self.method = method ?? (total <= Self.largestExact ? .exact : .normal)
    let both = first.merging(second)
    guard both.values.count > 1 else {
      p = nil
      return
    }
    let excess = abs(dominance.above - dominance.below)
    switch self.method {
    case .exact: p = Self.exact(ties: both.counts, size: first.n, excess: excess)
    case .normal: p = Self.normal(both, first.n, second.n, excess: excess)
    }
  }

  /// The two-sided p value of U whose distance from its mean is half of `excess`.
  private static func normal(_ both: Frequencies, _ n1: Int, _ n2: Int, excess: Int) -> Double {
    let total = Double(both.n)
    let tied = both.tieExcess
    let variance = Double(n1) * Double(n2) / 12 * (total + 1 - tied / (total * (total - 1)))
    let distance = max(0, Double(excess) / 2 - 0.5)
    return NormalDistribution.twoSided(distance / variance.squareRoot())
  }

  /// The share of all choices of `size` observations whose rank sum lies as far from its mean.
  ///
  /// Counts choices by size and by twice the rank sum, one distinct value after the other.
  private static func exact(ties: [Int], size: Int, excess: Int) -> Double {
    let total = ties.reduce(0, +)
    let width = total * (total + 1) + 1
    var ways = Array(repeating: Array(repeating: 0.0, count: width), count: size + 1)
    ways[0][0] = 1
    var before = 0
    for count in ties {
      let doubledRank = 2 * before + count + 1
      before += count
      for chosen in (0...size).reversed() {
        var choices = 1.0
        for taken in 1..<(min(count, size - chosen) + 1) {
          choices = choices * Double(count - taken + 1) / Double(taken)
          let shift = taken * doubledRank
          for sum in 0..<(width - shift) where ways[chosen][sum] > 0 {
            ways[chosen + taken][sum + shift] += choices * ways[chosen][sum]
          }
        }
      }
    }
    let mean = size * (total + 1)
    let all = ways[size].reduce(0, +)
    let extreme = ways[size].enumerated().reduce(0.0) { sum, entry in
      abs(entry.offset - mean) >= excess ? sum + entry.element : sum
    }
    return min(1, extreme / all)
  }
}
