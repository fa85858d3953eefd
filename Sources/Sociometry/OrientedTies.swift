/// The ties inside groups, direction kept apart, each stored once at its end with fewer ties.
///
/// With this order every row is short, and each triangle is met exactly once (Chiba & Nishizeki
/// 1985; Latapy 2008).
struct OrientedTies {
  private let offsets: ContiguousArray<Int32>
  private let ends: ContiguousArray<Int32>
  private let directions: ContiguousArray<UInt8>

  init(_ graph: NominationGraph, within partition: Partition) {
    let count = graph.vertexCount
    var offsets = ContiguousArray<Int32>(repeating: 0, count: count + 1)
    var filled = 0
    var directions = ContiguousArray<UInt8>()
    directions.reserveCapacity(graph.edgeCount)
    ends = ContiguousArray(unsafeUninitializedCapacity: graph.edgeCount) { ends, total in
      partition.groups.withUnsafeBufferPointer { groups in
        offsets.withUnsafeMutableBufferPointer { offsets in
          graph.out.withRows { out in
            graph.incoming.withRows { incoming in
              func ties(_ vertex: Int) -> Int32 { out.count(vertex) + incoming.count(vertex) }
              graph.forEachTie { u, v, direction in
                guard groups[u] == groups[v], groups[u] >= 0 else { return }
                guard (ties(u), u) < (ties(v), v) else { return }
                ends.initializeElement(at: filled, to: Int32(truncatingIfNeeded: v))
                directions.append(direction.code)
                filled += 1
                offsets[u + 1] += 1
              }
            }
          }
        }
      }
      total = filled
    }
    for vertex in 0..<count { offsets[vertex + 1] += offsets[vertex] }
    self.offsets = offsets
    self.directions = directions
  }

  /// Visits each tie once, with its direction as seen from the first vertex.
  @inline(__always)
  func forEachTie(_ body: (_ u: Int, _ v: Int, _ direction: TieDirection) -> Void) {
    for u in 0..<offsets.count - 1 {
      for place in Int(offsets[u])..<Int(offsets[u + 1]) {
        body(u, Int(ends[place]), TieDirection(code: directions[place]))
      }
    }
  }

  /// Visits each triangle once.
  ///
  /// - Parameter body: Takes a corner and how many of the six ordered ways through the triangle
  ///   (i to j, j to k) are closed by i naming k.
  func forEachTriangle(_ body: (_ corner: Int, _ closedPaths: Int) -> Void) {
    var places = ContiguousArray<Int32>(repeating: -1, count: offsets.count)
    places.withUnsafeMutableBufferPointer { places in
      offsets.withUnsafeBufferPointer { offsets in
        ends.withUnsafeBufferPointer { ends in
          directions.withUnsafeBufferPointer { directions in
            for u in 0..<offsets.count - 1 {
              let row = Int(offsets[u])..<Int(offsets[u + 1])
              guard row.count > 1 else { continue }
              for place in row { places[Int(ends[place])] = Int32(truncatingIfNeeded: place) }
              for first in row {
                let v = Int(ends[first])
                for second in Int(offsets[v])..<Int(offsets[v + 1]) {
                  let third = Int(places[Int(ends[second])])
                  guard third >= row.lowerBound else { continue }
                  body(
                    u,
                    Self.closedPaths(directions[first], directions[second], directions[third]))
                }
              }
            }
          }
        }
      }
    }
  }

  /// The closed paths in a triangle u, v, w from the directions u-v, v-w and u-w.
  private static func closedPaths(_ uv: UInt8, _ vw: UInt8, _ uw: UInt8) -> Int {
    let (vu, wv, wu) = (uv >> 1, vw >> 1, uw >> 1)
    let closed =
      (uv & vw & uw & 1) + (uw & wv & uv & 1) + (vu & uw & vw & 1)
      + (vw & wu & vu & 1) + (wu & uv & wv & 1) + (wv & vu & wu & 1)
    return Int(closed)
  }
}
