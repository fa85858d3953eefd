/// What changed between two rounds among the members who were there, and covered, in both.
public struct RoundChange: Sendable, Equatable {
  /// Members who were on roll in both rounds and whose zero could be seen in both.
  public let compared: Int
  /// How many of them are unchosen in both rounds.
  public let stayed: Int
  /// How many were unchosen before and are not any more.
  public let left: Int
  /// How many are unchosen now and were not before.
  public let became: Int
  /// Nominations between members who were there in both rounds that stand in both.
  public let keptTies: Int
  /// Nominations between them that stand in one round alone.
  public let changedTies: Int

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

  /// Compares two rounds.
  ///
  /// - Parameters:
  ///   - before: The graph of the earlier round, and who is unchosen in it; `nil` for a member whose
  ///     zero could not be seen.
  ///   - now: The same of the later round.
  ///   - earlier: The vertex of each of the later round's members in the earlier one; -1 for who was
  ///     not there.
  /// - Complexity: O(vertices + nominations).
  public init(
    from before: (graph: NominationGraph, isUnchosen: [Bool?]),
    to now: (graph: NominationGraph, isUnchosen: [Bool?]), earlier: [Int32]
  ) {
    precondition(earlier.count == now.graph.vertexCount, "one entry for each later member")
    var later = [Int32](repeating: -1, count: before.graph.vertexCount)
    for (vertex, old) in earlier.enumerated() where old >= 0 {
      later[Int(old)] = Int32(truncatingIfNeeded: vertex)
    }
    var counts = (compared: 0, stayed: 0, left: 0, became: 0)
    var ties = (kept: 0, now: 0, before: 0)
    for (vertex, old) in earlier.enumerated() where old >= 0 {
      for other in now.graph.named(by: vertex) where earlier[Int(other)] >= 0 {
        ties.now += 1
        if before.graph.hasEdge(Int(old), Int(earlier[Int(other)])) { ties.kept += 1 }
      }
      ties.before += before.graph.named(by: Int(old)).count { later[Int($0)] >= 0 }
      guard let was = before.isUnchosen[Int(old)], let isNow = now.isUnchosen[vertex] else {
        continue
      }
      counts.compared += 1
      if was, isNow { counts.stayed += 1 }
      if was, !isNow { counts.left += 1 }
      if !was, isNow { counts.became += 1 }
    }
    compared = counts.compared
    stayed = counts.stayed
    left = counts.left
    became = counts.became
    keptTies = ties.kept
    changedTies = ties.now + ties.before - 2 * ties.kept
  }
}
