/// The neighbours of each vertex inside its group, whichever way the naming goes, ascending.
struct NeighbourRows {
  private let offsets: ContiguousArray<Int32>
  private let neighbours: ContiguousArray<Int32>

  init(
    _ graph: NominationGraph, within partition: Partition,
    where counts: (TieDirection) -> Bool = { _ in true }
  ) {
    var degrees = ContiguousArray<Int32>(repeating: 0, count: graph.vertexCount)
    var neighbours = ContiguousArray<Int32>()
    neighbours.reserveCapacity(2 * graph.edgeCount)
    graph.forEachTie { u, v, direction in
      guard partition.groups[u] == partition.groups[v], partition.groups[u] >= 0,
        counts(direction)
      else { return }
      neighbours.append(Int32(truncatingIfNeeded: v))
      degrees[u] += 1
    }
    self.neighbours = neighbours
    offsets = Adjacency.starts(degrees)
  }

  /// The neighbours of a vertex.
  func row(_ vertex: Int) -> LazyMapSequence<ArraySlice<Int32>, Int> {
    neighbours[Int(offsets[vertex])..<Int(offsets[vertex + 1])].lazy.map(Int.init)
  }

  /// One of the neighbours of a vertex, from 0.
  func neighbour(_ vertex: Int, _ place: Int) -> Int {
    Int(neighbours[Int(offsets[vertex]) + place])
  }

  func count(_ vertex: Int) -> Int { Int(offsets[vertex + 1] - offsets[vertex]) }

  /// Visits each vertex that is tied to one of two others, once, those two left out.
  func forEachInUnion(_ a: Int, _ b: Int, _ body: (_ vertex: Int, _ isTiedToFirst: Bool) -> Void) {
    let first = neighbours[Int(offsets[a])..<Int(offsets[a + 1])]
    let second = neighbours[Int(offsets[b])..<Int(offsets[b + 1])]
    var (i, j) = (first.startIndex, second.startIndex)
    while i < first.endIndex || j < second.endIndex {
      let x = i < first.endIndex ? first[i] : Int32.max
      let y = j < second.endIndex ? second[j] : Int32.max
      if x <= y { i += 1 }
      if y <= x { j += 1 }
      let vertex = Int(min(x, y))
      if vertex != a, vertex != b { body(vertex, x <= y) }
    }
  }
}
