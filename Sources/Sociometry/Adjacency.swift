/// Rows of neighbours in ascending order, all in one flat array.
struct Adjacency: Sendable {
  /// Where each row starts; one more than the number of vertices.
  let offsets: ContiguousArray<Int32>
  let neighbours: ContiguousArray<Int32>

  var vertexCount: Int { offsets.count - 1 }

  func row(_ vertex: Int) -> Range<Int> { Int(offsets[vertex])..<Int(offsets[vertex + 1]) }

  /// Whether the rows lie end to end, and each names others in ascending order, each once.
  var isInOrder: Bool {
    guard offsets[0] == 0, Int(offsets[vertexCount]) == neighbours.count else { return false }
    return withRows { rows in
      (0..<rows.count).allSatisfy { vertex in
        let (start, end) = (rows.start(vertex), rows.end(vertex))
        guard start <= end, end <= neighbours.count else { return false }
        var last = -1
        for place in start..<end {
          guard rows[place] > last, rows[place] != vertex else { return false }
          last = rows[place]
        }
        return last < rows.count
      }
    }
  }

  /// Counts into running starts, with the total at the end.
  static func starts(_ counts: consuming ContiguousArray<Int32>) -> ContiguousArray<Int32> {
    var total: Int32 = 0
    for i in counts.indices {
      let count = counts[i]
      counts[i] = total
      total += count
    }
    counts.append(total)
    return counts
  }

  /// The same ties read from the other end.
  func transposed() -> Adjacency {
    var counts = ContiguousArray<Int32>(repeating: 0, count: vertexCount)
    for target in neighbours { counts[Int(target)] += 1 }
    let starts = Self.starts(counts)
    var free = starts
    let sources = ContiguousArray<Int32>(unsafeUninitializedCapacity: neighbours.count) {
      buffer, filled in
      for source in 0..<vertexCount {
        for place in row(source) {
          let target = Int(neighbours[place])
          buffer.initializeElement(at: Int(free[target]), to: Int32(truncatingIfNeeded: source))
          free[target] += 1
        }
      }
      filled = neighbours.count
    }
    return Adjacency(offsets: starts, neighbours: sources)
  }

  /// Reads the rows through unchecked buffers, for loops over every tie.
  func withRows<Result>(_ body: (Rows) throws -> Result) rethrows -> Result {
    try offsets.withUnsafeBufferPointer { offsets in
      try neighbours.withUnsafeBufferPointer { neighbours in
        try body(Rows(offsets: offsets, neighbours: neighbours))
      }
    }
  }

  /// The rows as buffers, valid inside `withRows` only.
  struct Rows {
    let offsets: UnsafeBufferPointer<Int32>
    let neighbours: UnsafeBufferPointer<Int32>

    var count: Int { offsets.count - 1 }
    func start(_ vertex: Int) -> Int { Int(offsets[vertex]) }
    func end(_ vertex: Int) -> Int { Int(offsets[vertex + 1]) }
    subscript(place: Int) -> Int { Int(neighbours[place]) }
  }
}
