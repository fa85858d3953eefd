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
    out.withRows { out in
      incoming.withRows { incoming in
        for u in 0..<vertexCount {
          var i = out.start(u)
          var j = incoming.start(u)
          let iEnd = out.end(u)
          let jEnd = incoming.end(u)
          while i < iEnd || j < jEnd {
            let named = i < iEnd ? out[i] : .max
            let namer = j < jEnd ? incoming[j] : .max
            let code: UInt8 = (named <= namer ? 1 : 0) | (namer <= named ? 2 : 0)
            body(u, min(named, namer), TieDirection(code: code))
            if named <= namer { i += 1 }
            if namer <= named { j += 1 }
          }
        }
      }
    }
  }
}
