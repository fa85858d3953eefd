/// Strong components inside groups, by Tarjan's algorithm (1972) without recursion.
struct StrongComponents {
  private static let closed = Int32.max

  /// The order in which vertices were first met, from 1; 0 for not met.
  private var orders: ContiguousArray<Int32>
  /// The earliest vertex still open that is reached.
  private var earliest: ContiguousArray<Int32>
  private var cursors: ContiguousArray<Int32>
  private var path: ContiguousArray<Int32> = []
  private var open: ContiguousArray<Int32> = []
  private var met: Int32 = 0

  /// Calls `body` with the group of every strong component; vertices in no group are left out.
  static func count(
    in graph: NominationGraph, groups: UnsafeBufferPointer<Int32>, _ body: (Int) -> Void
  ) {
    var search = StrongComponents(graph)
    graph.out.withRows { out in
      for root in 0..<groups.count where groups[root] >= 0 && search.orders[root] == 0 {
        search.start(root)
        while let vertex = search.path.last {
          search.step(Int(vertex), out, groups, body)
        }
      }
    }
  }

  private init(_ graph: NominationGraph) {
    orders = ContiguousArray(repeating: 0, count: graph.vertexCount)
    earliest = orders
    cursors = graph.out.offsets
  }

  private mutating func start(_ vertex: Int) {
    met += 1
    orders[vertex] = met
    earliest[vertex] = met
    path.append(Int32(truncatingIfNeeded: vertex))
    open.append(Int32(truncatingIfNeeded: vertex))
  }

  /// Follows the next nominations of a vertex, or leaves it when there are none.
  @inline(__always)
  private mutating func step(
    _ vertex: Int, _ out: Adjacency.Rows, _ groups: UnsafeBufferPointer<Int32>,
    _ body: (Int) -> Void
  ) {
    let end = out.end(vertex)
    var place = Int(cursors[vertex])
    while place < end {
      let next = out[place]
      place += 1
      guard groups[next] == groups[vertex] else { continue }
      if orders[next] == 0 {
        cursors[vertex] = Int32(truncatingIfNeeded: place)
        start(next)
        return
      }
      earliest[vertex] = min(earliest[vertex], orders[next])
    }
    path.removeLast()
    if earliest[vertex] == orders[vertex] {
      close(vertex)
      body(Int(groups[vertex]))
    }
    if let parent = path.last {
      earliest[Int(parent)] = min(earliest[Int(parent)], earliest[vertex])
    }
  }

  private mutating func close(_ vertex: Int) {
    while let member = open.popLast() {
      orders[Int(member)] = Self.closed
      if Int(member) == vertex { return }
    }
  }
}
