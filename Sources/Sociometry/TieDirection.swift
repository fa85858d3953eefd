/// The direction of the tie between two vertices, seen from the first of them.
struct TieDirection: Sendable {
  /// 1 the first names the second, 2 the second names the first, 3 both.
  let code: UInt8

  var isOut: Bool { code & 1 != 0 }
  var isIn: Bool { code & 2 != 0 }
  var isMutual: Bool { code == 3 }
}

extension NominationGraph {
  /// Visits every tie from both of its ends, in ascending order of the two vertices.
  ///
  /// - Complexity: O(vertices + nominations).
  @inline(__always)
  func forEachTie(_ body: (_ u: Int, _ v: Int, _ direction: TieDirection) -> Void) {
    ties.withView { ties in
      for u in 0..<ties.count {
        for place in ties.row(u) { body(u, ties.neighbour(place), ties.direction(place)) }
      }
    }
  }
}
