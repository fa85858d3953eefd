/// Who names whom, as a directed graph on vertices numbered from zero.
///
/// A vertex that names itself and a name given twice by one vertex are left out and kept in
/// ``selfNominators`` and ``repeatNominators``, so that they can be counted and reported.
///
/// ```
/// let graph = NominationGraph(vertexCount: 3, from: [0, 1, 1, 2, 2], to: [1, 0, 0, 2, 0])
/// graph.edgeCount        // 3
/// graph.inDegree(of: 0)  // 2
/// graph.isMutual(0, 1)   // true
/// ```
public struct NominationGraph: Sendable {
  let out: Adjacency
  /// The names given and received at each vertex, in one row.
  let ties: TieRows

  /// The vertices that named themselves, once for each time.
  public let selfNominators: [Int32]

  /// The vertices that gave a name again, once for each repeat.
  public let repeatNominators: [Int32]

  /// A graph from the two ends of every nomination, in any order.
  ///
  /// - Parameters:
  ///   - vertexCount: How many vertices there are, those without any tie included.
  ///   - from: The vertex that names, from 0 to `vertexCount` - 1.
  ///   - to: The vertex that is named; as many as `from`.
  /// - Complexity: O(vertices + nominations) where each vertex gives few names.
  public init(vertexCount: Int, from: [Int32], to: [Int32]) {
    precondition(from.count == to.count, "every nomination has two ends")
    precondition(vertexCount >= 0 && vertexCount < TieRows.vertexLimit, "too many vertices")
    // A nomination may stand in the rows of both its ends, which are counted in 32 bits.
    precondition(from.count < Int(Int32.max) / 2, "too many nominations")
    var builder = GraphBuilder(vertexCount: vertexCount, from: from, to: to)
    builder.sortRows()
    out = builder.compacted()
    ties = TieRows(out, out.transposed())
    selfNominators = builder.selfNominators
    repeatNominators = builder.repeatNominators
  }

  /// A graph from the names that each vertex gives, which are in order: nothing is copied.
  ///
  /// - Parameters:
  ///   - starts: Where the names of each vertex begin in `named`, and at last how many there are.
  ///   - named: The others whom each vertex names, ascending and each once, vertex after vertex.
  /// - Complexity: O(vertices + nominations).
  public init(starts: ContiguousArray<Int32>, named: ContiguousArray<Int32>) {
    precondition(!starts.isEmpty && starts.count <= TieRows.vertexLimit, "too many vertices")
    precondition(named.count < Int(Int32.max) / 2, "too many nominations")
    out = Adjacency(offsets: starts, neighbours: named)
    precondition(out.isInOrder, "rows out of order")
    ties = TieRows(out, out.transposed())
    selfNominators = []
    repeatNominators = []
  }

  /// The number of vertices.
  public var vertexCount: Int { out.vertexCount }

  /// The number of distinct nominations kept.
  public var edgeCount: Int { out.neighbours.count }

  /// How many others this vertex names.
  public func outDegree(of vertex: Int) -> Int { out.row(vertex).count }

  /// How many others name this vertex.
  public func inDegree(of vertex: Int) -> Int { ties.row(vertex).count { $0.direction.isIn } }

  /// The vertices that this one names, in ascending order.
  public func named(by vertex: Int) -> ArraySlice<Int32> {
    out.neighbours[out.row(vertex)]
  }

  /// The vertices that name this one, in ascending order.
  public func nominators(of vertex: Int) -> [Int32] {
    ties.row(vertex).filter(\.direction.isIn).map(\.neighbour)
  }

  /// Whether the first vertex names the second.
  ///
  /// - Complexity: O(log names given).
  public func hasEdge(_ from: Int, _ to: Int) -> Bool {
    var range = out.row(from)
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let found = Int(out.neighbours[middle])
      if found == to { return true }
      range = found < to ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }

  /// Whether each of the two vertices names the other.
  ///
  /// - Complexity: O(log names given).
  public func isMutual(_ a: Int, _ b: Int) -> Bool { hasEdge(a, b) && hasEdge(b, a) }
}
