/// Two figures of each of some persons, such as the scores of two rounds.
///
/// Every figure made from pairs is the same to the last bit in whatever order they came.
public struct Pairs: Sendable, Hashable {
  /// The first figure of each person, ascending; persons with equal ones by the second.
  public let first: [Double]
  /// The second figure of each person, in the order of `first`.
  public let second: [Double]

  /// The number of pairs.
  public var n: Int { first.count }

  /// Creates the pairs from one figure of each person and another of each, in the same order.
  ///
  /// Figures are finite, and there are as many of one as of the other. A person of whom one is
  /// `nil` is left out. Takes time n log n.
  public init(_ firsts: [Double?], _ seconds: [Double?]) {
    precondition(firsts.count == seconds.count, "each person has a place for both figures")
    var complete: [(first: Double, second: Double)] = []
    for (first, second) in zip(firsts, seconds) {
      guard let first, let second else { continue }
      precondition(first.isFinite && second.isFinite, "the figures of a pair are finite")
      complete.append((first + 0, second + 0))
    }
    complete.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    first = complete.map(\.first)
    second = complete.map(\.second)
  }

  /// The second figure minus the first, over all pairs.
  public var changes: Frequencies {
    Frequencies(zip(first, second).map { $1 - $0 })
  }

  /// The changes rounded to nine decimals, so that equal ones do not differ by a last bit.
  ///
  /// Scores are quotients, and the difference of two of them depends on how they were rounded.
  public var roundedChanges: Frequencies {
    Frequencies(zip(first, second).map { (($1 - $0) * 1e9).rounded() / 1e9 })
  }

  /// The covariance with divisor n − 1.
  ///
  /// - Returns: `nil` for fewer than two pairs.
  public var covariance: Double? {
    guard n >= 2 else { return nil }
    return products(first, second) / Double(n - 1)
  }

  /// The sum of the products of two lists' deviations from their means.
  func products(_ left: [Double], _ right: [Double]) -> Double {
    let centres = [left, right].map { list in
      var sum = CompensatedSum()
      for value in list { sum.add(value) }
      return sum.value / Double(list.count)
    }
    var sum = CompensatedSum()
    for (one, other) in zip(left, right) { sum.add((one - centres[0]) * (other - centres[1])) }
    return sum.value
  }
}
