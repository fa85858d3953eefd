/// Whether members name those who share a label with them more than the labels' sizes would give.
public struct Homophily: Sendable, Equatable {
  /// Nominations between members with the same label.
  public let internalTies: Int

  /// Nominations between members with different labels.
  public let externalTies: Int

  /// Ordered pairs of members with the same label.
  public let pairsWithin: Int

  /// Ordered pairs of members with different labels.
  public let pairsBetween: Int

  /// The fewest members that a label present in the group has; 0 when none is labelled.
  public let smallestLabel: Int

  /// The homophily of a table of who names whom by label.
  public init(_ matrix: MixingMatrix) {
    let labels = matrix.sizes.indices
    internalTies = labels.reduce(0) { $0 + matrix[$1, $1] }
    externalTies = matrix.total - internalTies
    pairsWithin = matrix.sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    let labelled = matrix.sizes.reduce(0, +)
    pairsBetween = labelled * (labelled - 1) - pairsWithin
    smallestLabel = matrix.sizes.filter { $0 > 0 }.min() ?? 0
  }

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
  /// - Complexity: O(vertices + nominations + groups × labels²).
  public static func forGroups(
    of groups: Partition, labels: Partition, in graph: NominationGraph
  ) -> [Homophily] {
    MixingMatrix.forGroups(of: groups, labels: labels, in: graph).map { Homophily($0) }
  }
}
