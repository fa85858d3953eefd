/// How many sets of three members there are of each of the 16 kinds of triad.
///
/// The kinds are named by their mutual, asymmetric and null pairs, and by a letter where those do not
/// settle it (Holland & Leinhardt 1970; Davis & Leinhardt 1972).
public struct TriadCensus: Sendable, Equatable {
  /// A kind of triad, in the customary order.
  public enum Kind: String, Sendable, CaseIterable {
    case t003 = "003"
    case t012 = "012"
    case t102 = "102"
    case t021D = "021D"
    case t021U = "021U"
    case t021C = "021C"
    case t111D = "111D"
    case t111U = "111U"
    case t030T = "030T"
    case t030C = "030C"
    case t201 = "201"
    case t120D = "120D"
    case t120U = "120U"
    case t120C = "120C"
    case t210 = "210"
    case t300 = "300"
  }

  /// The counts in the order of `Kind.allCases`.
  public private(set) var counts = [Int](repeating: 0, count: Kind.allCases.count)

  /// How many triads there are of a kind.
  public subscript(kind: Kind) -> Int {
    Kind.allCases.firstIndex(of: kind).map { counts[$0] } ?? 0
  }

  /// The census of every group of a partition, of nominations inside it.
  ///
  /// Triads with a tie are met at their tied pairs (Batagelj & Mrvar 2001); those without are the rest.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - graph: The nominations; those that leave a group are left out.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(ties × most ties of a vertex).
  public static func forGroups(of partition: Partition, in graph: NominationGraph) -> [TriadCensus]
  {
    precondition(partition.vertexCount == graph.vertexCount, "one group per vertex")
    let ties = NeighbourRows(graph, within: partition)
    return (0..<partition.groupCount).map { group in
      var census = TriadCensus()
      let members = partition.members(of: group)
      for v in members.lazy.map(Int.init) {
        for u in ties.row(v) where v < u { census.count(v, u, members.count, ties, graph) }
      }
      let n = members.count
      let all = n < 3 ? 0 : n * (n - 1) * (n - 2) / 6
      census.counts[0] = all - census.counts.reduce(0, +)
      return census
    }
  }

  /// Counts the triads that are met at a tied pair: those with a third that either is tied to, and
  /// those with a third that neither is.
  private mutating func count(
    _ v: Int, _ u: Int, _ n: Int, _ ties: NeighbourRows, _ graph: NominationGraph
  ) {
    let pair = (graph.hasEdge(v, u) ? 1 : 0) | (graph.hasEdge(u, v) ? 2 : 0)
    var others = 0
    ties.forEachInUnion(v, u) { w, isTiedToFirst in
      others += 1
      // Each triad is counted at the first of its tied pairs.
      guard u < w || (v < w && w < u && !isTiedToFirst) else { return }
      let code =
        pair | (graph.hasEdge(v, w) ? 4 : 0) | (graph.hasEdge(w, v) ? 8 : 0)
        | (graph.hasEdge(u, w) ? 16 : 0) | (graph.hasEdge(w, u) ? 32 : 0)
      counts[Int(Self.kinds[code])] += 1
    }
    counts[pair == 3 ? 2 : 1] += n - others - 2
  }

  /// The kind of each of the 64 ways in which three can name one another.
  private static let kinds: [UInt8] = (0..<64).map { code in
    let kind = kind(ofPairs: [code & 3, code >> 2 & 3, code >> 4 & 3])
    return UInt8(Kind.allCases.firstIndex(of: kind) ?? 0)
  }

  /// The kind of a triad from its pairs first–second, first–third and second–third, each as a bit
  /// for either direction.
  private static func kind(ofPairs pairs: [Int]) -> Kind {
    let ends = [(0, 1), (0, 2), (1, 2)]
    var given = [0, 0, 0]
    var received = [0, 0, 0]
    for (pair, end) in zip(pairs, ends) {
      if pair & 1 != 0 { (given[end.0], received[end.1]) = (given[end.0] + 1, received[end.1] + 1) }
      if pair & 2 != 0 { (given[end.1], received[end.0]) = (given[end.1] + 1, received[end.0] + 1) }
    }
    let mutual = pairs.count { $0 == 3 }
    let asymmetric = pairs.count { $0 == 1 || $0 == 2 }
    switch (mutual, asymmetric) {
    case (0, 0): return .t003
    case (0, 1): return .t012
    case (1, 0): return .t102
    case (0, 2): return given.contains(2) ? .t021D : received.contains(2) ? .t021U : .t021C
    case (1, 1):
      // The asymmetric tie leads to the mutual pair, or away from it.
      return received.contains(2) ? .t111D : .t111U
    case (0, 3): return given.contains(2) ? .t030T : .t030C
    case (2, 0): return .t201
    case (1, 2):
      let outsider = zip(given, received).first { $0 == 0 || $1 == 0 }
      return outsider.map { $0.0 == 2 ? .t120D : .t120U } ?? .t120C
    case (2, 1): return .t210
    default: return .t300
    }
  }
}
