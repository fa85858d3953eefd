/// Counts strong components by Tarjan's algorithm (1972), without recursion.
struct StrongComponents {
  private static let closed = Int32.max

  /// The order in which members were first met, from 1; 0 for not met.
  private let orders: Scratch<Int32>
  /// The earliest member still open that is reached.
  private let earliest: Scratch<Int32>
  private let cursors: Scratch<Int32>
  private let path: Scratch<Int32>
  private let open: Scratch<Int32>

  init(_ memory: Workspace) {
    orders = memory.numbers[0]
    earliest = memory.numbers[1]
    cursors = memory.numbers[2]
    path = memory.numbers[3]
    open = memory.numbers[4]
  }

  /// How many there are among the ties of a group.
  func count(in ties: TieRows.View) -> Int {
    var search = Search(
      ties: ties, orders: orders.take(ties.count, of: 0), earliest: earliest.take(ties.count),
      cursors: cursors.take(ties.count), path: path.take(ties.count), open: open.take(ties.count))
    for root in 0..<ties.count where search.orders[root] == 0 { search.visit(root) }
    return search.components
  }

  /// One search through a group; both stacks hold a member once at most.
  private struct Search {
    let ties: TieRows.View
    let orders: UnsafeMutableBufferPointer<Int32>
    let earliest: UnsafeMutableBufferPointer<Int32>
    let cursors: UnsafeMutableBufferPointer<Int32>
    let path: UnsafeMutableBufferPointer<Int32>
    let open: UnsafeMutableBufferPointer<Int32>
    var pathCount = 0
    var openCount = 0
    var met: Int32 = 0
    var components = 0

    mutating func visit(_ root: Int) {
      start(root)
      while pathCount > 0 {
        let member = Int(path[pathCount - 1])
        if let next = next(after: member) { start(next) } else { leave(member) }
      }
    }

    private mutating func start(_ member: Int) {
      met += 1
      orders[member] = met
      earliest[member] = met
      cursors[member] = Int32(truncatingIfNeeded: ties.start(member))
      path[pathCount] = Int32(truncatingIfNeeded: member)
      open[openCount] = Int32(truncatingIfNeeded: member)
      pathCount += 1
      openCount += 1
    }

    /// The next member that is named and was not met yet.
    private mutating func next(after member: Int) -> Int? {
      for place in Int(cursors[member])..<ties.end(member) where ties.direction(place).isOut {
        let named = ties.neighbour(place)
        if orders[named] == 0 {
          cursors[member] = Int32(truncatingIfNeeded: place + 1)
          return named
        }
        earliest[member] = min(earliest[member], orders[named])
      }
      return nil
    }

    private mutating func leave(_ member: Int) {
      pathCount -= 1
      if earliest[member] == orders[member] {
        components += 1
        var last: Int
        repeat {
          openCount -= 1
          last = Int(open[openCount])
          orders[last] = StrongComponents.closed
        } while last != member
      }
      guard pathCount > 0 else { return }
      let parent = Int(path[pathCount - 1])
      earliest[parent] = min(earliest[parent], earliest[member])
    }
  }
}
