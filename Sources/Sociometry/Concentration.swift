/// How unequally the names received are spread over the members of a group.
public struct Concentration: Sendable, Equatable {
  /// The names received by each member, ascending.
  private let received: [Int]

  /// The concentration of names received inside a group.
  ///
  /// - Parameter received: One count per member.
  public init(received: [Int]) {
    self.received = received.sorted()
  }

  /// The Gini coefficient of names received.
  ///
  /// It is Σ (2i − n − 1) x_i / (n Σ x_i) over the sorted counts x_i (Gini 1912, as in Sen 1973).
  ///
  /// - Returns: 0 where all receive equally many, up to 1 − 1/n where one receives all; `nil` where
  ///   nobody receives any.
  public var gini: Double? {
    let total = received.reduce(0, +)
    guard total > 0 else { return nil }
    let n = received.count
    let sum = received.enumerated().reduce(0) { $0 + (2 * ($1.offset + 1) - n - 1) * $1.element }
    return Double(sum) / Double(n * total)
  }

  /// The in-degree centralisation: Σ (max − x_i) / (n − 1)² (Freeman 1979).
  ///
  /// - Returns: 0 where all receive equally many to 1 where all name one who alone is named; `nil` for
  ///   fewer than two members.
  public var centralisation: Double? {
    guard let most = received.last, received.count > 1 else { return nil }
    let sum = received.reduce(0) { $0 + most - $1 }
    return Double(sum) / Double((received.count - 1) * (received.count - 1))
  }

  /// The concentration in every group of a partition, of names given inside it.
  ///
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(vertices × log vertices + nominations).
  public static func forGroups(of partition: Partition, in graph: NominationGraph)
    -> [Concentration]
  {
    precondition(partition.vertexCount == graph.vertexCount, "one group per vertex")
    return (0..<partition.groupCount).map { group in
      Concentration(
        received: partition.members(of: group).map { member in
          graph.nominators(of: Int(member)).count {
            partition.groups[Int($0)] == partition.groups[Int(member)]
          }
        })
    }
  }
}
