/// The counts and ratios that describe the nominations inside one group.
///
/// Only nominations with both ends in the group count. Every ratio is one division of the counts.
public struct NetworkIndices: Sendable, Equatable {
  /// Vertices of the group.
  public internal(set) var members = 0

  /// Nominations with both ends in the group.
  public internal(set) var edges = 0

  /// Pairs who name each other.
  public internal(set) var mutualPairs = 0

  /// Paths i names j, j names k, with i and k different.
  public internal(set) var directedPaths = 0

  /// Those paths in which i names k too.
  public internal(set) var closedDirectedPaths = 0

  /// Pairs of ties that meet in a vertex, direction left aside.
  public internal(set) var connectedTriples = 0

  /// Sets of three vertices that are all tied, direction left aside.
  public internal(set) var triangles = 0

  /// Sets joined by ties in either direction; a vertex without a tie is a set of its own.
  public internal(set) var weakComponents = 0

  /// Sets in which everybody reaches everybody along the direction of naming.
  public internal(set) var strongComponents = 0

  /// Sets joined by mutual ties; a vertex without one is a set of its own.
  public internal(set) var mutualComponents = 0

  init() {}

  /// Pairs in which exactly one names the other.
  public var asymmetricPairs: Int { edges - 2 * mutualPairs }

  /// Pairs in which neither names the other.
  public var nullPairs: Int {
    let pairs = members % 2 == 0 ? members / 2 * (members - 1) : (members - 1) / 2 * members
    return pairs - mutualPairs - asymmetricPairs
  }

  /// The share of possible nominations that were made.
  ///
  /// It is edges / (members · (members - 1)).
  ///
  /// - Returns: 0 to 1; `nil` when the group has fewer than two members.
  public var density: Double? { Self.share(edges, of: members * (members - 1)) }

  /// The share of nominations that are returned: 2M / edges.
  ///
  /// - Returns: 0 to 1; `nil` when there is no nomination.
  public var edgeReciprocity: Double? { Self.share(2 * mutualPairs, of: edges) }

  /// The share of tied pairs that are mutual.
  ///
  /// It is M / (M + A), A being the asymmetric pairs.
  ///
  /// - Returns: 0 to 1; `nil` when no pair is tied.
  public var dyadReciprocity: Double? {
    Self.share(mutualPairs, of: mutualPairs + asymmetricPairs)
  }

  /// The share of paths i to j to k, i and k different, in which i names k.
  ///
  /// - Returns: 0 to 1; `nil` when there is no such path.
  public var directedTransitivity: Double? { Self.share(closedDirectedPaths, of: directedPaths) }

  /// Three times the triangles over the connected triples, direction left aside.
  ///
  /// - Returns: 0 to 1; `nil` when there is no connected triple.
  public var undirectedTransitivity: Double? { Self.share(3 * triangles, of: connectedTriples) }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
