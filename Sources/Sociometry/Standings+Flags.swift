extension Standings {
  /// Sets the flags that follow from who names a vertex inside its reference group.
  mutating func flagNominators(_ round: NominationRound) {
    let groups = round.reference.groups
    let incoming = round.graph.incoming
    for vertex in 0..<received.count where received[vertex] > 0 {
      if received[vertex] == 1 { flags[vertex].insert(.dependsOnOne) }
      let chosenNamer = incoming.row(vertex).contains { place in
        let namer = Int(incoming.neighbours[place])
        return groups[namer] == groups[vertex] && received[namer] > 0
      }
      if !chosenNamer { flags[vertex].insert(.onlyFromUnchosen) }
    }
  }

  /// Sets the flag of vertices tied only to a set apart from the largest of their group.
  ///
  /// Nobody is flagged where two sets are the largest, where fewer than 80 % answered, or for a
  /// vertex without any tie in the group: its level says that already.
  mutating func flagComponents(_ round: NominationRound) {
    let reference = round.reference
    var sets = DisjointSets(count: received.count)
    round.graph.forEachTie { u, v, _ in
      guard u < v, reference.groups[u] == reference.groups[v], reference.groups[u] >= 0
      else { return }
      _ = sets.unite(u, v)
    }
    var roots = ContiguousArray<Int32>(repeating: 0, count: received.count)
    var sizes = ContiguousArray<Int32>(repeating: 0, count: received.count)
    for vertex in 0..<received.count {
      let root = sets.root(of: vertex)
      roots[vertex] = Int32(truncatingIfNeeded: root)
      sizes[root] += 1
    }
    let answered = round.answeredPerGroup()
    for group in 0..<reference.groupCount {
      let members = reference.members(of: group)
      let participation = Double(answered[group]) / Double(max(1, members.count))
      guard participation >= Self.participationForComponents,
        let main = Self.uniqueLargest(members, roots, sizes)
      else { continue }
      for member in members {
        let root = roots[Int(member)]
        if root != main, sizes[Int(root)] > 1 { flags[Int(member)].insert(.outsideMainComponent) }
      }
    }
  }

  private static func uniqueLargest(
    _ members: ArraySlice<Int32>, _ roots: ContiguousArray<Int32>,
    _ sizes: ContiguousArray<Int32>
  ) -> Int32? {
    var largest: Int32?
    var size: Int32 = 1
    for member in members where roots[Int(member)] == member {
      if sizes[Int(member)] > size {
        (largest, size) = (member, sizes[Int(member)])
      } else if sizes[Int(member)] == size {
        largest = nil
      }
    }
    return largest
  }

  /// Sets the flag of vertices that have ties, none of them in their own class.
  mutating func flagTiesOutside(_ classes: Partition, _ round: NominationRound) {
    var hasTie = ContiguousArray<Bool>(repeating: false, count: received.count)
    var hasTieInClass = hasTie
    round.graph.forEachTie { u, v, _ in
      hasTie[u] = true
      if classes.groups[u] == classes.groups[v] { hasTieInClass[u] = true }
    }
    for vertex in 0..<received.count
    where classes.groups[vertex] >= 0 && round.reference.groups[vertex] >= 0 && hasTie[vertex]
      && !hasTieInClass[vertex]
    {
      flags[vertex].insert(.noTieInClass)
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
