/// Whether members name those who share a label with them more than the labels' sizes would give.
public struct Homophily: Sendable, Equatable {
  /// Nominations between members with the same label.
  public internal(set) var internalTies = 0

  /// Nominations between members with different labels.
  public internal(set) var externalTies = 0

  /// Ordered pairs of members with the same label.
  public internal(set) var pairsWithin = 0

  /// Ordered pairs of members with different labels.
  public internal(set) var pairsBetween = 0

  /// The fewest members that a label present in the group has; 0 when none is labelled.
  public internal(set) var smallestLabel = 0

  init() {}

  /// The E-I index of Krackhardt & Stern, 1988.
  ///
  /// It is (external - internal) / (external + internal).
  ///
  /// - Returns: -1 when all nominations stay within a label to 1 when none does; `nil` when there
  ///   is no nomination between labelled members.
  public var index: Double? { Self.balance(externalTies, internalTies) }

  /// The E-I index if everybody named everybody.
  ///
  /// It is (between - within) / (between + within), from the sizes of the labels alone.
  ///
  /// - Returns: -1 to 1; `nil` when fewer than two members have a label.
  public var indexFromSizes: Double? { Self.balance(pairsBetween, pairsWithin) }

  private static func balance(_ outer: Int, _ inner: Int) -> Double? {
    outer + inner > 0 ? Double(outer - inner) / Double(outer + inner) : nil
  }

  /// The homophily of a labelling inside every group of a partition.
  ///
  /// Nominations count when both ends are in the group and have a label.
  ///
  /// - Parameters:
  ///   - groups: The groups to print.
  ///   - labels: The labelling; vertices in none of its groups have no label.
  ///   - graph: The nominations.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(vertices + nominations).
  public static func forGroups(
    of groups: Partition, labels: Partition, in graph: NominationGraph
  ) -> [Homophily] {
    precondition(groups.vertexCount == graph.vertexCount, "one group per vertex")
    precondition(labels.vertexCount == graph.vertexCount, "one label per vertex")
    var sizes = ContiguousArray<Int>(repeating: 0, count: labels.groupCount)
    return (0..<groups.groupCount).map { group in
      var result = Homophily()
      var labelled = 0
      for member in groups.members(of: group) {
        guard let label = labels.group(of: Int(member)) else { continue }
        sizes[label] += 1
        labelled += 1
        for other in graph.named(by: Int(member))
        where groups.groups[Int(other)] == groups.groups[Int(member)] {
          guard let otherLabel = labels.group(of: Int(other)) else { continue }
          if label == otherLabel { result.internalTies += 1 } else { result.externalTies += 1 }
        }
      }
      var smallest = Int.max
      for member in groups.members(of: group) {
        guard let label = labels.group(of: Int(member)), sizes[label] > 0 else { continue }
        result.pairsWithin += sizes[label] * (sizes[label] - 1)
        smallest = min(smallest, sizes[label])
        sizes[label] = 0
      }
      result.pairsBetween = labelled * (labelled - 1) - result.pairsWithin
      result.smallestLabel = labelled > 0 ? smallest : 0
      return result
    }
  }
}
