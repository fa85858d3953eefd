/// The members without whom a connected part of their group would fall apart.
///
/// They are the articulation points of the graph of ties, direction left aside (Hopcroft & Tarjan
/// 1973): pupils who join others that nobody else joins.
public enum CutVertices {
  /// Whether each vertex is one, in its own group.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - graph: The nominations; those that leave a group are left out.
  /// - Returns: One entry per vertex; `false` for those in no group.
  /// - Complexity: O(vertices + nominations), without recursion.
  public static func marked(in partition: Partition, of graph: NominationGraph)
    -> ContiguousArray<Bool>
  {
    var marks = ContiguousArray<Bool>(repeating: false, count: graph.vertexCount)
    for cuts in GroupScan.figures(of: partition, in: graph, Finder.init) {
      for vertex in cuts { marks[Int(vertex)] = true }
    }
    return marks
  }

  private struct Finder: GroupCounter {
    private let search: CutSearch

    init(_ memory: Workspace) { search = CutSearch(memory) }

    func figure(of group: GroupTies.Group) -> [Int32] {
      let isCut = search.cuts(in: group.ties).isCut
      return isCut.indices.filter { isCut[$0] }.map(group.vertex)
    }
  }
}
