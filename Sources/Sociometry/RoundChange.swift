/// What changed between two rounds among the members who were there, and covered, in both.
public struct RoundChange: Sendable, Equatable {
  /// Members who were on roll in both rounds and whose zero could be seen in both.
  public private(set) var compared = 0
  /// How many of them are unchosen in both rounds.
  public private(set) var stayed = 0
  /// How many were unchosen before and are not any more.
  public private(set) var left = 0
  /// How many are unchosen now and were not before.
  public private(set) var became = 0
  /// Nominations between members who were there in both rounds that stand in both.
  public private(set) var keptTies = 0
  /// Nominations between them that stand in one round alone.
  public private(set) var changedTies = 0
  /// Members who were not there in the earlier round.
  public private(set) var arrived = 0

  /// The least share of ties kept below which the ids of the rounds look mixed up.
  public static let doubtfulStability = 0.2

  /// How many would be unchosen in both rounds if those unchosen in each fell independently.
  ///
  /// It is the product of the two numbers over the members compared, the mean of a hypergeometric
  /// distribution.
  ///
  /// - Returns: 0 or more; `nil` where nobody is compared.
  public var expectedToStay: Double? {
    compared > 0 ? Double((stayed + left) * (stayed + became)) / Double(compared) : nil
  }

  /// The Jaccard similarity of the ties of both rounds: those kept over all.
  ///
  /// Source: Snijders, van de Bunt and Steglich 2010.
  ///
  /// - Returns: 0 to 1; `nil` without ties.
  public var stability: Double? {
    let all = keptTies + changedTies
    return all > 0 ? Double(keptTies) / Double(all) : nil
  }

  /// Whether so few ties are kept that the ids of the two rounds may not mean the same members.
  public var looksMixedUp: Bool { stability.map { $0 < Self.doubtfulStability } ?? false }

  /// One round as it is compared.
  public struct Side: Sendable {
    /// Who named whom.
    public let graph: NominationGraph
    /// Whether each vertex is unchosen; `nil` for one whose zero could not be seen.
    public let isUnchosen: [Bool?]

    public init(graph: NominationGraph, isUnchosen: [Bool?]) {
      precondition(isUnchosen.count == graph.vertexCount, "one mark per vertex")
      self.graph = graph
      self.isUnchosen = isUnchosen
    }
  }

  /// Compares two rounds in every group of a partition of the later one.
  ///
  /// Ties count where both ends are in the group now and were there in both rounds.
  ///
  /// - Parameters:
  ///   - partition: The groups of the later round.
  ///   - before: The earlier round.
  ///   - now: The later round.
  ///   - earlier: The vertex of each of the later round's members in the earlier one; -1 for who was
  ///     not there. No two are the same.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(vertices + nominations · log names given).
  public static func forGroups(
    of partition: Partition, from before: Side, to now: Side, earlier: [Int32]
  ) -> [RoundChange] {
    precondition(earlier.count == now.graph.vertexCount, "one entry for each later member")
    precondition(partition.vertexCount == now.graph.vertexCount, "one group per vertex")
    var later = [Int32](repeating: -1, count: before.graph.vertexCount)
    for (vertex, old) in earlier.enumerated() where old >= 0 {
      later[Int(old)] = Int32(truncatingIfNeeded: vertex)
    }
    var changes = [RoundChange](repeating: RoundChange(), count: partition.groupCount)
    for (vertex, group) in partition.groups.enumerated() where group >= 0 {
      let old = Int(earlier[vertex])
      if old < 0 {
        changes[Int(group)].arrived += 1
        continue
      }
      changes[Int(group)].add(before.isUnchosen[old], now.isUnchosen[vertex])
      for other in now.graph.named(by: vertex).lazy.map(Int.init)
      where partition.groups[other] == group && earlier[other] >= 0 {
        if before.graph.hasEdge(old, Int(earlier[other])) {
          changes[Int(group)].keptTies += 1
        } else {
          changes[Int(group)].changedTies += 1
        }
      }
      for other in before.graph.named(by: old).lazy.map({ later[Int($0)] })
      where other >= 0 && partition.groups[Int(other)] == group
        && !now.graph.hasEdge(vertex, Int(other))
      {
        changes[Int(group)].changedTies += 1
      }
    }
    return changes
  }

  /// Counts a member who was there in both rounds.
  private mutating func add(_ was: Bool?, _ isNow: Bool?) {
    guard let was, let isNow else { return }
    compared += 1
    switch (was, isNow) {
    case (true, true): stayed += 1
    case (true, false): left += 1
    case (false, true): became += 1
    case (false, false): break
    }
  }
}
