/// The smallest and largest number of unchosen members over all readings of what is not known: the
/// unresolved names, those that cannot be read, and whom those who did not answer would have named.
public struct UnchosenBounds: Sendable, Equatable {
  /// The number when no unresolved name and nobody who did not answer means one of them: what was
  /// observed.
  public let high: Int

  /// The number when the unresolved names mean as many unchosen members as they can.
  public let lowByNames: Int

  /// The number when, besides, all who did not answer had named as many of the rest as they may.
  public let low: Int

  /// The bounds of every group of a partition, each taken by itself.
  ///
  /// A name can mean one member only, and never its own nominator; a candidate outside the
  /// nominator's reference group would not count. The most members that can be named at once is
  /// a largest matching of names to unchosen candidates. Whoever did not answer can name any
  /// others of the reference group, up to the limit, and never themselves: names and absent members
  /// together cover as many as the union of two matroids (Edmonds 1968), one of them uniform, so
  /// that the two numbers add up, but for one absent member who alone could name the last one left
  /// and is that one. A name that cannot be read is one more that its nominator gives freely.
  ///
  /// - Parameters:
  ///   - groups: The groups to print; members in no reference group are left out.
  ///   - names: The unresolved names.
  ///   - round: The nominations and their reference groups.
  ///   - standings: The counts of the same round.
  ///   - limit: The most names that one member may give, 1 or more.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(vertices + unchosen · log unchosen + candidates · √names).
  public static func forGroups(
    of groups: Partition, names: UnresolvedNames, in round: NominationRound, standings: Standings,
    limit: Int
  ) -> [UnchosenBounds] {
    let unread = FreeNamers(names.unreadNominators.map { ($0, 1) }, in: round)
    let free = FreeNamers(
      names.unreadNominators.map { ($0, 1) } + FreeNamers.absent(from: round).map { ($0, limit) },
      in: round)
    var zeros: [Cell] = []
    for (vertex, group) in groups.groups.enumerated()
    where group >= 0 && round.reference.groups[vertex] >= 0 && standings.received[vertex] == 0 {
      zeros.append(Cell(group: group, reference: round.reference.groups[vertex]))
    }
    zeros.sort(by: <)
    let readings = readings(of: names, groups, round, standings)
    var high = [Int](repeating: 0, count: groups.groupCount)
    var byNames = high
    var byAll = high
    var (start, place) = (0, 0)
    while start < zeros.count {
      let cell = zeros[start]
      let end = zeros[start...].firstIndex { $0 != cell } ?? zeros.count
      let first = readings[place...].firstIndex { !($0.cell < cell) } ?? readings.count
      place = readings[first...].firstIndex { $0.cell != cell } ?? readings.count
      let own = readings[first..<place]
      let matched = largestMatching(own)
      let count = end - start
      func most(_ namers: FreeNamers) -> Int {
        namers.most(besides: matched, of: count, in: cell, own, standings, groups)
      }
      high[Int(cell.group)] += count
      byNames[Int(cell.group)] += count - most(unread)
      byAll[Int(cell.group)] += count - most(free)
      start = end
    }
    return high.indices.map {
      UnchosenBounds(high: high[$0], lowByNames: byNames[$0], low: byAll[$0])
    }
  }

  /// Every way to read a name that would make an unchosen member a chosen one, in the order of cells.
  private static func readings(
    of names: UnresolvedNames, _ groups: Partition, _ round: NominationRound, _ standings: Standings
  ) -> [Reading] {
    let reference = round.reference.groups
    var readings: [Reading] = []
    for name in 0..<names.count {
      let namer = reference[Int(names.nominators[name])]
      for place in names.range(name) {
        let candidate = Int(names.candidates[place])
        guard namer >= 0, reference[candidate] == namer, standings.received[candidate] == 0,
          groups.groups[candidate] >= 0
        else { continue }
        let cell = Cell(group: groups.groups[candidate], reference: namer)
        readings.append(Reading(cell: cell, name: name, candidate: candidate))
      }
    }
    readings.sort {
      $0.cell == $1.cell
        ? ($0.name, $0.candidate) < ($1.name, $1.candidate) : $0.cell < $1.cell
    }
    return readings
  }

  /// How many unchosen members the names can mean at once.
  private static func largestMatching(_ readings: ArraySlice<Reading>) -> Int {
    if readings.isEmpty { return 0 }
    var matching = BipartiteMatching(pairs: readings.map { ($0.name, $0.candidate) })
    return matching.largest()
  }

  /// The unchosen members of a printed group who are of one reference group.
  private struct Cell: Equatable {
    let group: Int32
    let reference: Int32

    static func < (a: Cell, b: Cell) -> Bool {
      (a.group, a.reference) < (b.group, b.reference)
    }
  }

  /// One way to read a name.
  private struct Reading {
    let cell: Cell
    let name: Int
    let candidate: Int
  }

  /// Those of each reference group who may name anybody in it but themselves: who did not answer, and
  /// who wrote a name that nobody can read.
  private struct FreeNamers {
    /// How many names they may still give.
    private var names: [Int]
    /// The only one of them; -1 for none, -2 for several.
    private var sole: [Int]

    /// The members who did not answer.
    static func absent(from round: NominationRound) -> [Int32] {
      round.reference.groups.indices.filter {
        round.reference.groups[$0] >= 0 && !round.answered[$0]
      }.map { Int32(truncatingIfNeeded: $0) }
    }

    init(_ namers: [(vertex: Int32, names: Int)], in round: NominationRound) {
      names = [Int](repeating: 0, count: round.reference.groupCount)
      sole = [Int](repeating: -1, count: round.reference.groupCount)
      for namer in namers {
        let (vertex, group) = (Int(namer.vertex), Int(round.reference.groups[Int(namer.vertex)]))
        guard group >= 0 else { continue }
        names[group] += namer.names
        sole[group] = sole[group] == -1 || sole[group] == vertex ? vertex : -2
      }
    }

    /// The most of `count` unchosen members whom they and the unresolved names can mean at once.
    func most(
      besides matched: Int, of count: Int, in cell: Cell, _ readings: ArraySlice<Reading>,
      _ standings: Standings, _ groups: Partition
    ) -> Int {
      let all = min(count, matched + names[Int(cell.reference)])
      let sole = sole[Int(cell.reference)]
      guard sole >= 0, all == count else { return all }
      // Only an open name can mean the one who alone may name the rest.
      let isUnchosen = standings.received[sole] == 0 && groups.groups[sole] == cell.group
      return isUnchosen && !readings.contains { $0.candidate == sole } ? count - 1 : all
    }
  }
}
