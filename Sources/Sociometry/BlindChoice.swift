import Foundation

/// Blind naming in one reference group, looked at in some or all of its members.
///
/// `whole` holds the names given by all members, `part` those of the members looked at.
struct BlindChoice: Hashable, Sendable {
  let whole: NameCounts
  let part: NameCounts

  /// Above this many members one is not followed after the other.
  static let largestFollowed = 400

  /// The numbers of unchosen members among those looked at.
  func unchosenChance() -> UnchosenChance {
    precondition(whole.most < max(1, whole.members), "more names than other members")
    let (one, two) = (moment(1), moment(2))
    return UnchosenChance(
      mean: one, variance: Self.variance(one, two), expectedMutualPairs: mutualPairs,
      probabilities: distribution() ?? [], members: part.members)
  }

  /// 2·S_2 + S_1 - S_1², and 0 where that is no more than the rounding of its terms: where the
  /// number is the same whoever is named.
  private static func variance(_ one: Double, _ two: Double) -> Double {
    let variance = 2 * two + one - one * one
    return variance > 1e-13 * (2 * two + one) ? variance : 0
  }

  /// The chance of each number of unchosen members.
  ///
  /// - Returns: `nil` in groups too large for the exact methods.
  private func distribution() -> [Double]? {
    byMoments() ?? (whole.members <= Self.largestFollowed ? byOccupancy() : nil)
  }

  /// Expected mutual pairs: the sum of d_i · d_j / (n - 1)² over pairs.
  private var mutualPairs: Double {
    guard whole.members > 1 else { return 0 }
    let (sum, squares) = part.occurring.reduce((0, 0)) {
      ($0.0 + $1.names * $1.members, $0.1 + $1.names * $1.names * $1.members)
    }
    let others = Double(whole.members - 1)
    return Double(sum * sum - squares) / 2 / (others * others)
  }

  /// The sum over all sets of `size` members looked at of the chance that all are unchosen.
  ///
  /// For a set of s, a member outside it who gives d names avoids the set with chance
  /// C(n-1-s, d) / C(n-1, d), a member of it avoids the other s - 1 with C(n-s, d) / C(n-1, d).
  /// Members who give equally many are taken together: the sum is the coefficient of z^s in the
  /// product of (A_d + B_d z)^(members looked at) · A_d^(the rest) over d.
  func moment(_ size: Int) -> Double {
    var coefficients = [1.0]
    for (names, members) in whole.occurring {
      let outside = avoidance(names, of: size)
      let inside = avoidance(names, of: size - 1)
      let looked = part.members(giving: names)
      let rest = power(outside, members - looked)
      var factor: [Double] = []
      var ways = 1.0
      for k in 0...min(size, looked) {
        factor.append(ways * rest * power(outside, looked - k) * power(inside, k))
        ways *= Double(looked - k) / Double(k + 1)
      }
      coefficients = Self.product(coefficients, factor, through: size)
    }
    return size < coefficients.count ? coefficients[size] : 0
  }

  /// The chance that `names` blind choices among n - 1 all avoid `count` of them.
  private func avoidance(_ names: Int, of count: Int) -> Double {
    let others = whole.members - 1
    return (0..<names).reduce(1) { chance, i in
      chance * max(0, Double(others - count - i)) / Double(others - i)
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    exponent == 0 ? 1 : pow(base, Double(exponent))
  }

  /// The product of two polynomials, without terms above `degree`.
  static func product(_ a: [Double], _ b: [Double], through degree: Int) -> [Double] {
    var result = [Double](repeating: 0, count: min(degree, a.count + b.count - 2) + 1)
    for (i, x) in a.enumerated() where x != 0 {
      for (j, y) in b.enumerated() where i + j < result.count { result[i + j] += x * y }
    }
    return result
  }
}
