/// The smallest and largest number of unchosen members over all readings of unresolved names.
public struct UnchosenBounds: Sendable, Equatable {
  /// The number when no unresolved name is one of them: what was observed.
  public let high: Int

  /// The number when the unresolved names mean as many unchosen members as they can.
  public let low: Int

  /// The bounds of every group of a partition, each taken by itself.
  ///
  /// A name can mean one member only, and never its own nominator; a candidate outside the
  /// nominator's reference group would not count. The most members that can be named at once is
  /// a largest matching of names to unchosen candidates.
  ///
  /// - Parameters:
  ///   - groups: The groups to print; members in no reference group are left out.
  ///   - names: The unresolved names.
  ///   - round: The nominations and their reference groups.
  ///   - standings: The counts of the same round.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(vertices + candidates · √names).
  public static func forGroups(
    of groups: Partition, names: UnresolvedNames, in round: NominationRound, standings: Standings
  ) -> [UnchosenBounds] {
    var unchosen = [Int](repeating: 0, count: groups.groupCount)
    let reference = round.reference.groups
    for (vertex, group) in groups.groups.enumerated()
    where group >= 0 && reference[vertex] >= 0 && standings.received[vertex] == 0 {
      unchosen[Int(group)] += 1
    }
    var readings: [Reading] = []
    for name in 0..<names.count {
      let namer = reference[Int(names.nominators[name])]
      for place in names.range(name) {
        let candidate = Int(names.candidates[place])
        guard namer >= 0, reference[candidate] == namer, standings.received[candidate] == 0,
          let group = groups.group(of: candidate)
        else { continue }
        readings.append(Reading(group: group, name: name, candidate: candidate))
      }
    }
    readings.sort { ($0.group, $0.name, $0.candidate) < ($1.group, $1.name, $1.candidate) }
    var result = unchosen.map { UnchosenBounds(high: $0, low: $0) }
    var start = 0
    while start < readings.count {
      let group = readings[start].group
      let end = readings[start...].firstIndex { $0.group != group } ?? readings.count
      var matching = BipartiteMatching(
        pairs: readings[start..<end].map { ($0.name, $0.candidate) })
      result[group] = UnchosenBounds(
        high: unchosen[group], low: unchosen[group] - matching.largest())
      start = end
    }
    return result
  }

  /// One way to read a name that would make an unchosen member a chosen one.
  private struct Reading {
    let group: Int
    let name: Int
    let candidate: Int
  }
}
