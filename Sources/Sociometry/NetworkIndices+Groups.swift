extension NetworkIndices {
  /// The indices of every group of a partition.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - graph: The nominations; those that leave a group are left out.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(vertices + nominations), and O(ties · √ties) at worst for the triangles, where
  ///   a few vertices have very many ties.
  public static func forGroups(of partition: Partition, in graph: NominationGraph)
    -> [NetworkIndices]
  {
    precondition(partition.vertexCount == graph.vertexCount, "one group per vertex")
    var result = [NetworkIndices](repeating: NetworkIndices(), count: partition.groupCount)
    for group in 0..<partition.groupCount {
      let members = partition.size(of: group)
      result[group].members = members
      result[group].weakComponents = members
      result[group].mutualComponents = members
    }
    let ties = OrientedTies(graph, within: partition)
    partition.groups.withUnsafeBufferPointer { groups in
      result.withUnsafeMutableBufferPointer { result in
        countPaths(graph, groups, result)
        countJoins(ties, groups, result)
        StrongComponents.count(in: graph, groups: groups) { result[$0].strongComponents += 1 }
        ties.forEachTriangle { vertex, closed in
          let group = Int(groups[vertex])
          result[group].triangles += 1
          result[group].closedDirectedPaths += closed
        }
      }
    }
    return result
  }

  /// Adds edges, mutual pairs, paths and triples, all from the ties at each vertex.
  private static func countPaths(
    _ graph: NominationGraph, _ groups: UnsafeBufferPointer<Int32>,
    _ result: UnsafeMutableBufferPointer<NetworkIndices>
  ) {
    var current = -1
    var ties = (out: 0, incoming: 0, mutual: 0, any: 0)
    func close() {
      guard current >= 0, groups[current] >= 0 else { return }
      let group = Int(groups[current])
      result[group].edges += ties.out
      result[group].directedPaths += ties.out * ties.incoming - ties.mutual
      result[group].connectedTriples += ties.any * (ties.any - 1) / 2
    }
    graph.forEachTie { u, v, direction in
      if u != current {
        close()
        (current, ties) = (u, (0, 0, 0, 0))
      }
      guard groups[u] == groups[v] else { return }
      ties.any += 1
      if direction.isOut { ties.out += 1 }
      if direction.isIn { ties.incoming += 1 }
      if direction.isMutual { ties.mutual += 1 }
    }
    close()
  }

  /// Adds mutual pairs, and takes one component away for every tie that joins two.
  private static func countJoins(
    _ ties: OrientedTies, _ groups: UnsafeBufferPointer<Int32>,
    _ result: UnsafeMutableBufferPointer<NetworkIndices>
  ) {
    var weak = DisjointSets(count: groups.count)
    var mutual = DisjointSets(count: groups.count)
    ties.forEachTie { u, v, direction in
      let group = Int(groups[u])
      if weak.unite(u, v) { result[group].weakComponents -= 1 }
      guard direction.isMutual else { return }
      result[group].mutualPairs += 1
      if mutual.unite(u, v) { result[group].mutualComponents -= 1 }
    }
  }
}
