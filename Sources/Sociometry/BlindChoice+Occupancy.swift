extension BlindChoice {
  /// The chance of each number of unchosen members by following one namer after the other.
  ///
  /// Blind choices treat alike all who have not yet had their turn, so it is enough to follow how
  /// many of the members looked at are unchosen before and after their own turn. All terms are
  /// positive: nothing is lost to rounding where the alternating sum fails.
  ///
  /// - Complexity: O(members · (spread of both numbers) · names²).
  func byOccupancy() -> [Double] {
    var walk = OccupancyWalk(members: whole.members, looked: part.members, most: whole.most)
    for (names, members) in whole.occurring {
      for _ in 0..<(members - part.members(giving: names)) {
        walk.turn(ofMemberLookedAt: false, names: names)
      }
    }
    for (names, members) in part.occurring {
      for _ in 0..<members { walk.turn(ofMemberLookedAt: true, names: names) }
    }
    return walk.chances
  }
}

/// The joint distribution of members unchosen before and after their own turn.
private struct OccupancyWalk {
  /// Rows: unchosen that had their turn; columns: unchosen that still wait.
  private var states: [Double]
  private var next: [Double]
  private let width: Int
  private var waiting: Int
  private let members: Int
  /// C(m, k) in row m for m up to all members, column k for k up to the most names.
  private let binomials: [Double]
  private let columns: Int

  init(members: Int, looked: Int, most: Int) {
    self.members = members
    waiting = looked
    width = looked + 1
    states = [Double](repeating: 0, count: width * width)
    next = states
    states[looked] = 1
    columns = most + 1
    var table = [Double](repeating: 0, count: (members + 1) * columns)
    table[0] = 1
    for m in stride(from: 1, through: members, by: 1) {
      table[m * columns] = 1
      for k in 1..<columns {
        table[m * columns + k] =
          table[(m - 1) * columns + k] + table[(m - 1) * columns + k - 1]
      }
    }
    binomials = table
  }

  /// The chance of each number of unchosen members, once all had their turn.
  var chances: [Double] { (0..<width).map { states[$0 * width] } }

  mutating func turn(ofMemberLookedAt looked: Bool, names: Int) {
    let (width, waiting, states) = (width, waiting, states)
    next.withUnsafeMutableBufferPointer { next in
      next.update(repeating: 0)
      binomials.withUnsafeBufferPointer { binomials in
        let spread = Spread(
          next: next, width: width, binomials: binomials, columns: columns, members: members,
          names: names)
        for done in 0..<width {
          for wait in 0..<(width - done) {
            let chance = states[done * width + wait]
            guard chance > 1e-20 else { continue }
            guard looked else {
              spread.add(chance, done, wait, gain: 0)
              continue
            }
            let unchosen = Double(wait) / Double(waiting)
            if wait > 0 { spread.add(chance * unchosen, done, wait - 1, gain: 1) }
            if wait < waiting { spread.add(chance * (1 - unchosen), done, wait, gain: 0) }
          }
        }
      }
    }
    swap(&self.states, &next)
    if looked { self.waiting -= 1 }
  }
}

/// Shares the chance of one state over the states that one member's names lead to.
private struct Spread {
  let next: UnsafeMutableBufferPointer<Double>
  let width: Int
  let binomials: UnsafeBufferPointer<Double>
  let columns: Int
  let members: Int
  let names: Int

  /// `done` and `wait` leave out the namer, who joins those done as `gain`.
  func add(_ chance: Double, _ done: Int, _ wait: Int, gain: Int) {
    let chosen = members - 1 - done - wait
    let scale = chance / binomials[(members - 1) * columns + names]
    for a in 0...min(names, wait) {
      let first = scale * binomials[wait * columns + a]
      for b in 0...min(names - a, done) where names - a - b <= chosen {
        let ways =
          binomials[done * columns + b] * binomials[chosen * columns + names - a - b]
        next[(done - b + gain) * width + wait - a] += first * ways
      }
    }
  }
}
