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
    precondition(partition.vertexCount == graph.vertexCount, "one group per vertex")
    var search = Search(NeighbourRows(graph, within: partition), count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount where search.order[vertex] == 0 { search.visit(vertex) }
    return search.isCut
  }

  /// A depth-first search that keeps its own stack.
  private struct Search {
    let ties: NeighbourRows
    /// When each vertex was met, from 1; 0 for not yet.
    var order: ContiguousArray<Int32>
    /// The earliest vertex that can be reached from below each one.
    private var low: ContiguousArray<Int32>
    private(set) var isCut: ContiguousArray<Bool>
    private var clock: Int32 = 0

    private struct Frame {
      let vertex: Int
      let parent: Int
      var next = 0
      var children = 0
    }

    init(_ ties: NeighbourRows, count: Int) {
      self.ties = ties
      order = ContiguousArray(repeating: 0, count: count)
      low = ContiguousArray(repeating: 0, count: count)
      isCut = ContiguousArray(repeating: false, count: count)
    }

    mutating func visit(_ root: Int) {
      var stack = [Frame(vertex: root, parent: -1)]
      meet(root)
      while var frame = stack.popLast() {
        if frame.next < ties.count(frame.vertex) {
          let other = ties.neighbour(frame.vertex, frame.next)
          frame.next += 1
          if order[other] == 0 {
            frame.children += 1
            stack.append(frame)
            meet(other)
            stack.append(Frame(vertex: other, parent: frame.vertex))
          } else {
            if other != frame.parent { low[frame.vertex] = min(low[frame.vertex], order[other]) }
            stack.append(frame)
          }
          continue
        }
        close(frame, root: root)
      }
    }

    private mutating func meet(_ vertex: Int) {
      clock += 1
      order[vertex] = clock
      low[vertex] = clock
    }

    /// Takes what a vertex reaches to the one it was met from, which is a cut where that reaches
    /// nothing earlier; the first of all is one where it has several branches.
    private mutating func close(_ frame: Frame, root: Int) {
      guard frame.parent >= 0 else {
        if frame.children > 1 { isCut[root] = true }
        return
      }
      low[frame.parent] = min(low[frame.parent], low[frame.vertex])
      if frame.parent != root, low[frame.vertex] >= order[frame.parent] {
        isCut[frame.parent] = true
      }
    }
  }
}
