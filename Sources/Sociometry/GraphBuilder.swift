/// Puts nominations into rows by counting, then sorts each row and drops repeats.
struct GraphBuilder {
  private let starts: ContiguousArray<Int32>
  private var targets: ContiguousArray<Int32>
  private(set) var selfNominators: [Int32] = []
  private(set) var repeatNominators: [Int32] = []

  init(vertexCount: Int, from: [Int32], to: [Int32]) {
    var counts = ContiguousArray<Int32>(repeating: 0, count: vertexCount)
    for i in from.indices {
      precondition(to[i] >= 0 && to[i] < vertexCount, "a vertex out of range")
      if from[i] == to[i] { selfNominators.append(from[i]) } else { counts[Int(from[i])] += 1 }
    }
    let starts = Adjacency.starts(counts)
    var free = starts
    let total = from.count - selfNominators.count
    targets = ContiguousArray(unsafeUninitializedCapacity: total) { buffer, filled in
      for i in from.indices where from[i] != to[i] {
        buffer.initializeElement(at: Int(free[Int(from[i])]), to: to[i])
        free[Int(from[i])] += 1
      }
      filled = total
    }
    self.starts = starts
    selfNominators.sort()
  }

  mutating func sortRows() {
    let starts = starts
    targets.withUnsafeMutableBufferPointer { targets in
      for vertex in 0..<starts.count - 1 {
        let range = Int(starts[vertex])..<Int(starts[vertex + 1])
        if range.count > 16 {
          targets[range].sort()
        } else {
          Self.insertionSort(targets, range)
        }
      }
    }
  }

  private static func insertionSort(
    _ values: UnsafeMutableBufferPointer<Int32>, _ range: Range<Int>
  ) {
    for i in range.dropFirst() {
      let value = values[i]
      var hole = i
      while hole > range.lowerBound, values[hole - 1] > value {
        values[hole] = values[hole - 1]
        hole -= 1
      }
      values[hole] = value
    }
  }

  /// The rows without repeats; the repeats go to `repeatNominators`.
  mutating func compacted() -> Adjacency {
    var offsets = starts
    var kept = 0
    for vertex in 0..<starts.count - 1 {
      let first = kept
      for place in Int(starts[vertex])..<Int(starts[vertex + 1]) {
        if kept > first, targets[kept - 1] == targets[place] {
          repeatNominators.append(Int32(truncatingIfNeeded: vertex))
        } else {
          targets[kept] = targets[place]
          kept += 1
        }
      }
      offsets[vertex] = Int32(truncatingIfNeeded: first)
    }
    offsets[starts.count - 1] = Int32(truncatingIfNeeded: kept)
    targets.removeLast(targets.count - kept)
    return Adjacency(offsets: offsets, neighbours: targets)
  }
}
