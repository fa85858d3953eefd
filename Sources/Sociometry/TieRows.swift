/// The ties at every vertex of a graph with their directions, each row ascending, end to end.
struct TieRows: Sendable {
  /// The most vertices of a graph: a neighbour and two bits of direction share 32 bits.
  static let vertexLimit = 1 << 30

  private let offsets: ContiguousArray<Int32>
  private let ties: ContiguousArray<UInt32>

  /// Merges the names given and received at each vertex.
  init(_ out: Adjacency, _ incoming: Adjacency) {
    var offsets = ContiguousArray<Int32>()
    offsets.reserveCapacity(out.vertexCount + 1)
    var ties = ContiguousArray<UInt32>()
    ties.reserveCapacity(2 * out.neighbours.count)
    out.withRows { out in
      incoming.withRows { incoming in
        for vertex in 0..<out.count {
          offsets.append(Int32(truncatingIfNeeded: ties.count))
          var (i, j) = (out.start(vertex), incoming.start(vertex))
          let (iEnd, jEnd) = (out.end(vertex), incoming.end(vertex))
          while i < iEnd || j < jEnd {
            let named = i < iEnd ? out[i] : .max
            let namer = j < jEnd ? incoming[j] : .max
            let code: UInt32 = (named <= namer ? 1 : 0) | (namer <= named ? 2 : 0)
            ties.append(UInt32(truncatingIfNeeded: min(named, namer)) << 2 | code)
            if named <= namer { i += 1 }
            if namer <= named { j += 1 }
          }
        }
      }
    }
    offsets.append(Int32(truncatingIfNeeded: ties.count))
    self.offsets = offsets
    self.ties = ties
  }

  /// Reads the rows through unchecked buffers, for loops over every tie.
  func withView<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try offsets.withUnsafeBufferPointer { offsets in
      try ties.withUnsafeBufferPointer { ties in
        try body(View(offsets: offsets, ties: ties))
      }
    }
  }

  /// The ties of one vertex.
  func row(_ vertex: Int) -> some Sequence<(neighbour: Int32, direction: TieDirection)> {
    ties[Int(offsets[vertex])..<Int(offsets[vertex + 1])].lazy.map { tie in
      (Int32(truncatingIfNeeded: tie >> 2), TieDirection(code: UInt8(truncatingIfNeeded: tie & 3)))
    }
  }

  /// Rows as buffers, valid as long as what they are read from.
  struct View {
    let offsets: UnsafeBufferPointer<Int32>
    let ties: UnsafeBufferPointer<UInt32>

    var count: Int { offsets.count - 1 }
    func start(_ vertex: Int) -> Int { Int(offsets[vertex]) }
    func end(_ vertex: Int) -> Int { Int(offsets[vertex + 1]) }
    func degree(_ vertex: Int) -> Int32 { offsets[vertex + 1] - offsets[vertex] }
    func row(_ vertex: Int) -> Range<Int> { start(vertex)..<end(vertex) }

    /// The neighbour at a place of the rows.
    func neighbour(_ place: Int) -> Int { Int(ties[place] >> 2) }

    /// The direction at a place of the rows, seen from the vertex whose row it is.
    func direction(_ place: Int) -> TieDirection {
      TieDirection(code: UInt8(truncatingIfNeeded: ties[place] & 3))
    }
  }
}
