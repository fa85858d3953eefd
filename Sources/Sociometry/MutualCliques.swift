/// The circles of members of whom each names every other.
///
/// They are the maximal cliques of at least three in the graph of mutual ties, found by Bron and
/// Kerbosch (1973) with a pivot (Tomita, Tanaka & Takahashi 2006).
public enum MutualCliques {
  /// How many there are in every group of a partition, by how many members they have.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - graph: The nominations; those that leave a group are left out.
  /// - Returns: One entry per group, in the partition's order; sizes that do not occur are left out.
  /// - Complexity: O(3^(k/3)) for each member with k mutual ties, which the number of names that a
  ///   pupil may give keeps small.
  public static func sizes(in partition: Partition, of graph: NominationGraph) -> [[Int: Int]] {
    GroupScan.figures(of: partition, in: graph, Counter.init)
  }

  private struct Counter: GroupCounter {
    private let cliques: CliqueCounter

    init(_ memory: Workspace) { cliques = CliqueCounter(memory) }

    func figure(of group: GroupTies.Group) -> [Int: Int] { cliques.sizes(in: group.ties) }
  }
}

/// Counts the cliques of groups, one after the other.
struct CliqueCounter {
  private let offsets: Scratch<Int32>
  private let friends: Scratch<Int32>

  init(_ memory: Workspace) {
    offsets = memory.numbers[0]
    friends = memory.numbers[1]
  }

  /// How many there are of each size.
  func sizes(in ties: TieRows.View) -> [Int: Int] {
    let offsets = offsets.take(ties.count + 1)
    let friends = friends.take(ties.ties.count)
    var filled = 0
    for member in 0..<ties.count {
      offsets[member] = Int32(truncatingIfNeeded: filled)
      for place in ties.row(member) where ties.direction(place).isMutual {
        friends[filled] = Int32(truncatingIfNeeded: ties.neighbour(place))
        filled += 1
      }
    }
    offsets[ties.count] = Int32(truncatingIfNeeded: filled)
    var search = Search(offsets: offsets, friends: friends)
    for member in 0..<ties.count where search.row(member).count > 1 { search.visit(member) }
    return search.sizes
  }

  /// Looks for the cliques of a group; sets of members lie end to end on one stack.
  private struct Search {
    let offsets: UnsafeMutableBufferPointer<Int32>
    let friends: UnsafeMutableBufferPointer<Int32>
    private(set) var sizes: [Int: Int] = [:]
    private var stack: ContiguousArray<Int32> = []

    init(
      offsets: UnsafeMutableBufferPointer<Int32>, friends: UnsafeMutableBufferPointer<Int32>
    ) {
      self.offsets = offsets
      self.friends = friends
    }

    func row(_ member: Int) -> Range<Int> { Int(offsets[member])..<Int(offsets[member + 1]) }

    private func areFriends(_ a: Int32, _ b: Int32) -> Bool {
      row(Int(a)).contains { friends[$0] == b }
    }

    /// Finds the cliques whose first member this is: the friends before it are ruled out.
    mutating func visit(_ member: Int) {
      stack.removeAll(keepingCapacity: true)
      for place in row(member) { stack.append(friends[place]) }
      let before = stack.count { Int($0) < member }
      extend(size: 1, 0..<before, before..<stack.count)
    }

    /// Extends a clique by each of the candidates, all of them friends of all its members.
    ///
    /// Both ranges are of the stack, the second behind the first.
    private mutating func extend(size: Int, _ excluded: Range<Int>, _ candidates: Range<Int>) {
      guard !candidates.isEmpty else {
        if excluded.isEmpty, size > 2 { sizes[size, default: 0] += 1 }
        return
      }
      let pivot = pivot(excluded.lowerBound..<candidates.upperBound, candidates)
      var open = candidates.lowerBound
      for place in candidates where !areFriends(pivot, stack[place]) {
        let member = stack[place]
        let start = stack.count
        for other in excluded.lowerBound..<open where areFriends(member, stack[other]) {
          stack.append(stack[other])
        }
        let middle = stack.count
        for other in open..<candidates.upperBound where areFriends(member, stack[other]) {
          stack.append(stack[other])
        }
        extend(size: size + 1, start..<middle, middle..<stack.count)
        stack.removeLast(stack.count - start)
        // What was passed over for the pivot stays open, behind what is done with.
        stack.swapAt(place, open)
        open += 1
      }
    }

    /// The member with the most friends among the candidates.
    private func pivot(_ all: Range<Int>, _ candidates: Range<Int>) -> Int32 {
      var best = (member: stack[all.lowerBound], friends: -1)
      for place in all {
        let friends = candidates.count { areFriends(stack[place], stack[$0]) }
        if friends > best.friends { best = (stack[place], friends) }
      }
      return best.member
    }
  }
}
