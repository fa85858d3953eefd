/// The ties inside one group, its members renumbered from 0 in ascending order.
///
/// All that is counted inside a group reads these rows. They lie end to end, those of a class in a few
/// kilobytes, and one value takes in group after group without allocating.
struct GroupTies {
  private let offsets = Scratch<Int32>()
  private let ties = Scratch<UInt32>()

  /// One group: the vertices that its members are, and the rows of their ties.
  struct Group {
    let members: ArraySlice<Int32>
    /// Neighbours are members; valid until the next group is taken in.
    let ties: TieRows.View

    var count: Int { members.count }

    /// The vertex of the graph that a member is.
    func vertex(_ member: Int) -> Int32 { members[members.startIndex + member] }
  }

  /// Takes in the ties of one group, in time proportional to those of its members.
  func load(_ group: Int, from source: GroupScan.Source) -> Group {
    let members = source.partition.members(of: group)
    let all = source.ties
    // A group of everybody has the rows of the graph.
    if members.count == all.count { return Group(members: members, ties: all) }
    let offsets = offsets.take(members.count + 1)
    let ties = ties.take(Int(members.reduce(0) { $0 + all.degree(Int($1)) }))
    let own = Int32(truncatingIfNeeded: group)
    var filled = 0
    var member = 0
    for vertex in members.lazy.map(Int.init) {
      offsets[member] = Int32(truncatingIfNeeded: filled)
      member += 1
      for place in all.row(vertex) {
        let other = all.neighbour(place)
        guard source.groups[other] == own else { continue }
        let code = UInt32(all.direction(place).code)
        ties[filled] = UInt32(truncatingIfNeeded: source.places[other]) << 2 | code
        filled += 1
      }
    }
    offsets[member] = Int32(truncatingIfNeeded: filled)
    return Group(
      members: members,
      ties: TieRows.View(
        offsets: UnsafeBufferPointer(offsets),
        ties: UnsafeBufferPointer(rebasing: ties[..<filled])))
  }
}
