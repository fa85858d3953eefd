import Foundation

/// How many of a group would be named by nobody if everybody named as many, but blindly.
///
/// The distribution generalises that of Katz (1952) to members who give unequal numbers of names.
/// See `docs/methods/chance-baseline.md`.
public struct UnchosenChance: Sendable {
  /// How the probabilities were found.
  public enum Method: String, Sendable {
    /// From the distribution itself.
    case exact
    /// From a normal distribution of the same mean and spread, with continuity correction.
    case normal
  }

  /// The number of unchosen members expected.
  public internal(set) var mean: Double

  /// The variance of that number.
  public internal(set) var variance: Double

  /// The number of mutual pairs expected.
  public internal(set) var expectedMutualPairs: Double

  /// The chance of exactly 0, 1, … unchosen members; empty for the normal method.
  ///
  /// Chances below 1e-18 at the end are left out.
  public internal(set) var probabilities: [Double]

  /// How many members there are.
  let members: Int

  /// The standard deviation of the number of unchosen members.
  public var standardDeviation: Double { variance.squareRoot() }

  /// How the probabilities were found.
  public var method: Method { probabilities.isEmpty ? .normal : .exact }

  /// The chance of at least so many unchosen members.
  ///
  /// - Returns: 0 to 1; 1 for a count of 0 or less.
  /// - Complexity: O(members) for the exact method.
  public func probability(atLeast count: Int) -> Double {
    guard count > 0 else { return 1 }
    guard count <= members else { return 0 }
    guard probabilities.isEmpty else {
      return count < probabilities.count
        ? min(1, probabilities[count...].reversed().reduce(0, +)) : 0
    }
    let distance = Double(count) - 0.5 - mean
    guard variance > 0 else { return distance <= 0 ? 1 : 0 }
    return 0.5 * erfc(distance / (2 * variance).squareRoot())
  }

  init(
    mean: Double, variance: Double, expectedMutualPairs: Double, probabilities: [Double],
    members: Int
  ) {
    self.mean = mean
    self.variance = max(0, variance)
    self.expectedMutualPairs = expectedMutualPairs
    self.members = members
    let end = probabilities.lastIndex { $0 >= 1e-18 } ?? -1
    self.probabilities = Array(probabilities.prefix(end + 1))
  }
}
