/// A depth-first search for cut members that finds its way back by each member's parent.
struct CutSearch {
  /// When each member was met, from 1; 0 for not yet.
  private let orders: Scratch<Int32>
  /// The earliest member that can be reached from below each one.
  private let lows: Scratch<Int32>
  private let parents: Scratch<Int32>
  private let cursors: Scratch<Int32>
  private let cuts = Scratch<Bool>()

  init(_ memory: Workspace) {
    orders = memory.numbers[0]
    lows = memory.numbers[1]
    parents = memory.numbers[2]
    cursors = memory.numbers[3]
  }

  /// Whether each member is one, valid until the next search, and how many sets ties join.
  func cuts(in ties: TieRows.View)
    -> (isCut: UnsafeMutableBufferPointer<Bool>, components: Int)
  {
    var walk = Walk(
      ties: ties, orders: orders.take(ties.count, of: 0), lows: lows.take(ties.count),
      parents: parents.take(ties.count), cursors: cursors.take(ties.count),
      isCut: cuts.take(ties.count, of: false))
    var components = 0
    for member in 0..<ties.count where walk.orders[member] == 0 {
      walk.visit(member)
      components += 1
    }
    return (walk.isCut, components)
  }

  private struct Walk {
    let ties: TieRows.View
    let orders: UnsafeMutableBufferPointer<Int32>
    let lows: UnsafeMutableBufferPointer<Int32>
    let parents: UnsafeMutableBufferPointer<Int32>
    let cursors: UnsafeMutableBufferPointer<Int32>
    let isCut: UnsafeMutableBufferPointer<Bool>
    var clock: Int32 = 0

    mutating func visit(_ root: Int) {
      var branches = 0
      var member = root
      meet(root, from: -1)
      while true {
        if let next = next(after: member) {
          if member == root { branches += 1 }
          meet(next, from: member)
          member = next
        } else {
          guard member != root else { break }
          let parent = Int(parents[member])
          lows[parent] = min(lows[parent], lows[member])
          if parent != root, lows[member] >= orders[parent] { isCut[parent] = true }
          member = parent
        }
      }
      // The first of all joins what is met through it alone.
      if branches > 1 { isCut[root] = true }
    }

    private mutating func meet(_ member: Int, from parent: Int) {
      clock += 1
      orders[member] = clock
      lows[member] = clock
      parents[member] = Int32(truncatingIfNeeded: parent)
      cursors[member] = ties.offsets[member]
    }

    /// The next neighbour that was not met yet.
    private mutating func next(after member: Int) -> Int? {
      for place in Int(cursors[member])..<ties.end(member) {
        let other = ties.neighbour(place)
        if orders[other] == 0 {
          cursors[member] = Int32(truncatingIfNeeded: place + 1)
          return other
        }
        if other != Int(parents[member]) { lows[member] = min(lows[member], orders[other]) }
      }
      return nil
    }
  }
}
