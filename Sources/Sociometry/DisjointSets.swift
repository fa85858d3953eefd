/// Sets of members that can only be joined; halves paths as it looks (Tarjan & van Leeuwen 1984).
struct DisjointSets {
  private let memory: Scratch<Int32>

  init(_ memory: Workspace) { self.memory = memory.numbers[0] }

  /// The sets of members that ties join, direction left aside or only where it is mutual.
  func joined(by ties: TieRows.View, mutualOnly: Bool = false) -> Joined {
    var sets = Joined(parents: memory.take(ties.count), count: ties.count)
    for member in 0..<ties.count { sets.parents[member] = Int32(truncatingIfNeeded: member) }
    for member in 0..<ties.count {
      for place in ties.row(member) {
        let other = ties.neighbour(place)
        guard other > member, !mutualOnly || ties.direction(place).isMutual else { continue }
        sets.unite(member, other)
      }
    }
    return sets
  }

  /// The sets, valid until others are made from the same memory.
  struct Joined {
    fileprivate let parents: UnsafeMutableBufferPointer<Int32>
    /// How many sets there are.
    private(set) var count: Int

    fileprivate init(parents: UnsafeMutableBufferPointer<Int32>, count: Int) {
      self.parents = parents
      self.count = count
    }

    /// The first member of the set of a member.
    func root(of member: Int) -> Int {
      var at = member
      while Int(parents[at]) != at {
        parents[at] = parents[Int(parents[at])]
        at = Int(parents[at])
      }
      return at
    }

    fileprivate mutating func unite(_ a: Int, _ b: Int) {
      let (first, second) = (root(of: a), root(of: b))
      guard first != second else { return }
      parents[max(first, second)] = Int32(truncatingIfNeeded: min(first, second))
      count -= 1
    }
  }
}
