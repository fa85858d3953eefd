/// How unequally the names received are spread over the members of a group.
public struct Concentration: Sendable, Equatable {
  private let members: Int
  /// All names received.
  private let total: Int
  /// The most that one member received.
  private let most: Int
  /// Σ (2i − n − 1) x_i over the sorted counts.
  private let spread: Int

  /// The concentration of names received inside a group.
  ///
  /// - Parameter received: One count per member.
  public init(received: [Int]) {
    let n = received.count
    members = n
    total = received.reduce(0, +)
    most = received.max() ?? 0
    spread = received.sorted().enumerated().reduce(0) {
      $0 + (2 * ($1.offset + 1) - n - 1) * $1.element
    }
  }

  /// The concentration from how many members received 0, 1, … names; all counts below n.
  fileprivate init(members n: Int, receiving: UnsafeMutableBufferPointer<Int32>) {
    var (total, most, spread, before) = (0, 0, 0, 0)
    for names in receiving.indices where receiving[names] > 0 {
      let count = Int(receiving[names])
      total += names * count
      most = names
      // The sum of 2i − n − 1 over the `count` places that follow those before.
      spread += names * count * (2 * before + count - n)
      before += count
    }
    (self.members, self.total, self.most, self.spread) = (n, total, most, spread)
  }

  /// The Gini coefficient of names received.
  ///
  /// It is Σ (2i − n − 1) x_i / (n Σ x_i) over the sorted counts x_i (Gini 1912, as in Sen 1973).
  ///
  /// - Returns: 0 where all receive equally many, up to 1 − 1/n where one receives all; `nil` where
  ///   nobody receives any.
  public var gini: Double? {
    total > 0 ? Double(spread) / Double(members * total) : nil
  }

  /// The in-degree centralisation: Σ (max − x_i) / (n − 1)² (Freeman 1979).
  ///
  /// - Returns: 0 where all receive equally many to 1 where all name one who alone is named; `nil` for
  ///   fewer than two members.
  public var centralisation: Double? {
    guard members > 1 else { return nil }
    return Double(members * most - total) / Double((members - 1) * (members - 1))
  }

  /// The concentration in every group of a partition, of names given inside it.
  ///
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(vertices + nominations).
  public static func forGroups(of partition: Partition, in graph: NominationGraph)
    -> [Concentration]
  {
    GroupScan.figures(of: partition, in: graph, Counter.init)
  }

  private struct Counter: GroupCounter {
    private let received: ReceivedCounter

    init(_ memory: Workspace) { received = ReceivedCounter(memory) }

    func figure(of group: GroupTies.Group) -> Concentration {
      received.concentration(in: group.ties)
    }
  }
}

/// Counts the names that members receive, group after group.
struct ReceivedCounter {
  private let receiving: Scratch<Int32>

  init(_ memory: Workspace) { receiving = memory.numbers[0] }

  func concentration(in ties: TieRows.View) -> Concentration {
    let receiving = receiving.take(ties.count, of: 0)
    for member in 0..<ties.count {
      receiving[ties.row(member).count { ties.direction($0).isIn }] += 1
    }
    return Concentration(members: ties.count, receiving: receiving)
  }
}
