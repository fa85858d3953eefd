/// The circles of members of whom each names every other.
///
/// They are the maximal cliques of at least three in the graph of mutual ties, found by Bron and
/// Kerbosch (1973) with a pivot (Tomita, Tanaka & Takahashi 2006).
public enum MutualCliques {
  /// How many there are in every group of a partition, by how many members they have.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - graph: The nominations; those that leave a group are left out.
  /// - Returns: One entry per group, in the partition's order; sizes that do not occur are left out.
  /// - Complexity: O(3^(k/3)) for each member with k mutual ties, which the number of names that a
  ///   pupil may give keeps small.
  public static func sizes(in partition: Partition, of graph: NominationGraph) -> [[Int: Int]] {
    precondition(partition.vertexCount == graph.vertexCount, "one group per vertex")
    let ties = NeighbourRows(graph, within: partition) { $0.isMutual }
    return (0..<partition.groupCount).map { group in
      var sizes: [Int: Int] = [:]
      for member in partition.members(of: group).lazy.map(Int.init) {
        let row = Array(ties.row(member))
        guard row.count > 1 else { continue }
        var search = Search(ties: ties)
        // Each clique is found at its first member, so those before it are ruled out.
        search.extend(
          size: 1, candidates: row.filter { $0 > member }, excluded: row.filter { $0 < member })
        sizes.merge(search.sizes, uniquingKeysWith: +)
      }
      return sizes
    }
  }

  private struct Search {
    let ties: NeighbourRows
    private(set) var sizes: [Int: Int] = [:]

    init(ties: NeighbourRows) { self.ties = ties }

    mutating func extend(size: Int, candidates: [Int], excluded: [Int]) {
      if candidates.isEmpty {
        if excluded.isEmpty, size > 2 { sizes[size, default: 0] += 1 }
        return
      }
      let pivot = (candidates + excluded).max { a, b in
        shared(a, candidates) < shared(b, candidates)
      }
      let skipped = Set(pivot.map { ties.row($0) }.map(Array.init) ?? [])
      var open = candidates
      var closed = excluded
      for vertex in candidates where !skipped.contains(vertex) {
        let own = Set(ties.row(vertex))
        extend(
          size: size + 1, candidates: open.filter(own.contains),
          excluded: closed.filter(own.contains))
        open.removeAll { $0 == vertex }
        closed.append(vertex)
      }
    }

    private func shared(_ vertex: Int, _ candidates: [Int]) -> Int {
      let own = Set(ties.row(vertex))
      return candidates.count(where: own.contains)
    }
  }
}
