import Foundation

/// The names a member would receive if everybody named as many as they did, but blindly.
///
/// A member who gives d distinct names among the n - 1 others names a given one with chance
/// d / (n - 1), so the names received follow a Poisson-binomial distribution. It replaces the
/// binomial of Newcomb & Bukowski (1983), which supposes that all give equally many.
public struct ReceivedChance: Sendable {
  let counts: NameCounts

  /// The baseline of a group from the distinct names that each member gave inside it.
  ///
  /// - Parameter names: One entry per member, 0 for those who did not answer; each at most the
  ///   number of other members.
  public init(names: [Int]) {
    self.init(NameCounts(names))
  }

  init(_ counts: NameCounts) {
    precondition(counts.most < max(1, counts.members), "more names than other members")
    self.counts = counts
  }

  /// The baselines of all reference groups of a round.
  ///
  /// - Parameters:
  ///   - round: The nominations and their reference groups.
  ///   - standings: The counts of the same round.
  /// - Returns: One entry per reference group, in the partition's order.
  /// - Complexity: O(vertices).
  public static func forReferenceGroups(of round: NominationRound, standings: Standings)
    -> [ReceivedChance]
  {
    var counts = [NameCounts](repeating: NameCounts(), count: round.reference.groupCount)
    for (vertex, group) in round.reference.groups.enumerated() where group >= 0 {
      counts[Int(group)].add(Int(standings.given[vertex]))
    }
    return counts.map { ReceivedChance($0) }
  }

  /// The chance that a member receives no name.
  ///
  /// It is the product of 1 - d / (n - 1) over the other members.
  ///
  /// - Parameter own: How many names the member gave.
  /// - Returns: 0 to 1.
  public func none(own: Int) -> Double {
    let others = Double(counts.members - 1)
    return counts.occurring.reduce(1) { chance, entry in
      let namers = entry.members - (entry.names == own ? 1 : 0)
      return chance * (namers == 0 ? 1 : pow(1 - Double(entry.names) / others, Double(namers)))
    }
  }

  /// The chance of at most so many names received.
  ///
  /// - Parameters:
  ///   - received: The number of names.
  ///   - own: How many names the member gave.
  /// - Returns: 0 to 1.
  /// - Complexity: O(members · `received`).
  public func atMost(_ received: Int, own: Int) -> Double {
    guard received >= 0 else { return 0 }
    return min(1, probabilities(upTo: received, own: own).reduce(0, +))
  }

  /// The chance of at least so many names received.
  ///
  /// - Parameters:
  ///   - received: The number of names.
  ///   - own: How many names the member gave.
  /// - Returns: 0 to 1.
  /// - Complexity: O(members · (`received` + names given on average)).
  public func atLeast(_ received: Int, own: Int) -> Double {
    guard received > 0 else { return 1 }
    guard received < counts.members else { return 0 }
    return Self.sum(from: received, likely(with: received, own: own))
  }

  /// Both tails at once, from one distribution: the chances of at most and of at least so many names.
  ///
  /// - Parameters:
  ///   - received: The number of names.
  ///   - own: How many names the member gave.
  /// - Returns: Each 0 to 1, to the last bit what ``atMost(_:own:)`` and ``atLeast(_:own:)`` give.
  /// - Complexity: O(members · (`received` + names given on average)).
  public func tails(of received: Int, own: Int) -> (atMost: Double, atLeast: Double) {
    guard received > 0, received < counts.members else {
      return (atMost(received, own: own), atLeast(received, own: own))
    }
    let all = likely(with: received, own: own)
    return (min(1, all[...received].reduce(0, +)), Self.sum(from: received, all))
  }

  private static func sum(from received: Int, _ chances: [Double]) -> Double {
    min(1, chances[received...].reversed().reduce(0, +))
  }

  /// The chances of 0, 1, … names, up to where what is left does not count.
  private func likely(with received: Int, own: Int) -> [Double] {
    // Each further term is smaller than the one before by more than half from twice the mean on, so
    // that what is left out stands far below the last digit of the sum.
    let mean = Double(counts.total) / Double(max(1, counts.members - 1))
    let last = max(received, Int(2 * mean)) + 64
    return probabilities(upTo: min(last, counts.members - 1), own: own)
  }

  /// The chances of 0, 1, … names, by adding one namer at a time.
  private func probabilities(upTo most: Int, own: Int) -> [Double] {
    var chances = [Double](repeating: 0, count: min(most, max(0, counts.members - 1)) + 1)
    chances[0] = 1
    for (names, members) in counts.occurring where names > 0 {
      let p = Double(names) / Double(counts.members - 1)
      for _ in 0..<(members - (names == own ? 1 : 0)) {
        for count in stride(from: chances.count - 1, to: 0, by: -1) {
          chances[count] = chances[count] * (1 - p) + chances[count - 1] * p
        }
        chances[0] *= 1 - p
      }
    }
    return chances
  }
}
