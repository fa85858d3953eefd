/// Sets of vertices that can only be joined; halves paths as it looks (Tarjan & van Leeuwen 1984).
struct DisjointSets {
  private var parents: ContiguousArray<Int32>

  init(count: Int) {
    parents = ContiguousArray(unsafeUninitializedCapacity: count) { buffer, filled in
      for i in 0..<count { buffer.initializeElement(at: i, to: Int32(truncatingIfNeeded: i)) }
      filled = count
    }
  }

  mutating func root(of vertex: Int) -> Int {
    parents.withUnsafeMutableBufferPointer { parents in
      var at = vertex
      while Int(parents[at]) != at {
        parents[at] = parents[Int(parents[at])]
        at = Int(parents[at])
      }
      return at
    }
  }

  /// Joins the sets of two vertices.
  ///
  /// - Returns: Whether they were in different sets.
  mutating func unite(_ a: Int, _ b: Int) -> Bool {
    let first = root(of: a)
    let second = root(of: b)
    guard first != second else { return false }
    parents[max(first, second)] = Int32(truncatingIfNeeded: min(first, second))
    return true
  }
}
