extension Standings {
  /// Sets the flags that follow from who names a vertex inside its reference group.
  mutating func flagNominators(_ round: NominationRound) {
    let groups = round.reference.groups
    let ties = round.graph.ties
    for vertex in 0..<received.count where received[vertex] > 0 {
      if received[vertex] == 1 { flags[vertex].insert(.dependsOnOne) }
      let chosenNamer = ties.row(vertex).contains { namer, direction in
        direction.isIn && groups[Int(namer)] == groups[vertex] && received[Int(namer)] > 0
      }
      if !chosenNamer { flags[vertex].insert(.onlyFromUnchosen) }
    }
  }

  /// Sets the flag of vertices tied only to a set apart from the largest of their group.
  ///
  /// Nobody is flagged where two sets are the largest, where fewer than 80 % answered, or for a
  /// vertex without any tie in the group: its level says that already.
  mutating func flagComponents(_ round: NominationRound) {
    let answered = round.answeredPerGroup()
    let apart = GroupScan.figures(of: round.reference, in: round.graph, ApartFromMain.init)
    for (group, members) in apart.enumerated() {
      let size = round.reference.size(of: group)
      let participation = Double(answered[group]) / Double(max(1, size))
      guard participation >= Self.participationForComponents else { continue }
      for member in members { flags[Int(member)].insert(.outsideMainComponent) }
    }
  }

  /// The members tied to others, but not to the one largest set; nobody where there is none such.
  private struct ApartFromMain: GroupCounter {
    private let sets: DisjointSets
    private let memory: Scratch<Int32>

    init(_ memory: Workspace) {
      sets = DisjointSets(memory)
      self.memory = memory.numbers[1]
    }

    func figure(of group: GroupTies.Group) -> [Int32] {
      let joined = sets.joined(by: group.ties)
      let sizes = memory.take(group.count, of: 0)
      for member in 0..<group.count { sizes[joined.root(of: member)] += 1 }
      let largest = sizes.max() ?? 0
      guard largest > 1, sizes.count(where: { $0 == largest }) == 1 else { return [] }
      return (0..<group.count).filter {
        let size = sizes[joined.root(of: $0)]
        return size > 1 && size < largest
      }.map(group.vertex)
    }
  }

  /// Sets the flag of vertices that have ties, none of them in their own class.
  mutating func flagTiesOutside(_ classes: Partition, _ round: NominationRound) {
    let (groups, reference) = (classes.groups, round.reference.groups)
    round.graph.ties.withView { ties in
      for vertex in 0..<ties.count where groups[vertex] >= 0 && reference[vertex] >= 0 {
        let row = ties.row(vertex)
        if !row.isEmpty, !row.contains(where: { groups[ties.neighbour($0)] == groups[vertex] }) {
          flags[vertex].insert(.noTieInClass)
        }
      }
    }
  }

  /// Sets the flag of zeros that no reading of what is not known can change.
  mutating func flagCertain(
    _ round: NominationRound, pending: [Bool]?, _ unreadGroups: Set<Int32>
  ) {
    let answered = round.answeredPerGroup()
    for (vertex, group) in round.reference.groups.enumerated()
    where group >= 0 && received[vertex] == 0 && pending?[vertex] != true
      && !unreadGroups.contains(group)
    {
      let others = round.reference.size(of: Int(group)) - 1
      let answering = answered[Int(group)] - (round.answered[vertex] ? 1 : 0)
      if others > 0, answering == others { flags[vertex].insert(.certain) }
    }
  }
}
