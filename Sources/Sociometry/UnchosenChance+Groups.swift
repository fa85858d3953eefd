extension UnchosenChance {
  /// The baseline of one closed group from the distinct names that each member gave inside it.
  ///
  /// - Parameter names: One entry per member, 0 for those who did not answer; each at most the
  ///   number of other members.
  public init(names: [Int]) {
    let counts = NameCounts(names)
    self = BlindChoice(whole: counts, part: counts).unchosenChance()
  }

  /// The baselines of the groups to print, which need not be the reference groups.
  ///
  /// A printed group may be part of a reference group (a class, where pupils could name the year)
  /// or hold several (a school, where they could name the class). Blind naming in different
  /// reference groups is independent, so their parts add up. Equal compositions are computed once.
  ///
  /// - Parameters:
  ///   - groups: The groups to print; members in no reference group are left out.
  ///   - round: The nominations and their reference groups.
  ///   - standings: The counts of the same round.
  /// - Returns: One entry per group, in the partition's order.
  public static func forGroups(
    of groups: Partition, in round: NominationRound, standings: Standings
  ) -> [UnchosenChance] {
    let reference = round.reference
    let wholes = ReceivedChance.forReferenceGroups(of: round, standings: standings)
    var slots = ContiguousArray<Int32>(repeating: -1, count: reference.groupCount)
    var cache: [BlindChoice: UnchosenChance] = [:]
    return (0..<groups.groupCount).map { group in
      var parts: [(reference: Int, counts: NameCounts)] = []
      for member in groups.members(of: group) {
        guard let referenceGroup = reference.group(of: Int(member)) else { continue }
        if slots[referenceGroup] < 0 {
          slots[referenceGroup] = Int32(truncatingIfNeeded: parts.count)
          parts.append((referenceGroup, NameCounts()))
        }
        parts[Int(slots[referenceGroup])].counts.add(Int(standings.given[Int(member)]))
      }
      for part in parts { slots[part.reference] = -1 }
      parts.sort { $0.reference < $1.reference }
      let chances = parts.map { part in
        let choice = BlindChoice(whole: wholes[part.reference].counts, part: part.counts)
        if let known = cache[choice] { return known }
        let chance = choice.unchosenChance()
        cache[choice] = chance
        return chance
      }
      return sum(of: chances)
    }
  }

  /// Where chances of at least 1e-18 reach beyond this total, the sum is taken as normal.
  private static let longestSum = 1000

  /// The total over groups in which naming is independent.
  ///
  /// - Parameter parts: The baselines of the groups, in any order.
  /// - Returns: Exact where every part is and hardly ever more than 1000 are unchosen, else normal.
  /// - Complexity: O(groups · likely totals · likely numbers of one group).
  public static func sum(of parts: [UnchosenChance]) -> UnchosenChance {
    if parts.count == 1 { return parts[0] }
    let mean = parts.reduce(0) { $0 + $1.mean }
    return UnchosenChance(
      mean: mean, variance: parts.reduce(0) { $0 + $1.variance },
      expectedMutualPairs: parts.reduce(0) { $0 + $1.expectedMutualPairs },
      probabilities: mean <= Double(longestSum) ? totals(of: parts) ?? [] : [],
      members: parts.reduce(0) { $0 + $1.members })
  }

  /// The chance of each total; `nil` where a part is not exact or likely totals reach too far.
  private static func totals(of parts: [UnchosenChance]) -> [Double]? {
    var totals = [1.0]
    for part in parts {
      guard part.method == .exact else { return nil }
      totals = BlindChoice.product(totals, part.probabilities, through: longestSum + 1)
      guard totals.count > longestSum + 1 else { continue }
      totals.removeLast(totals.reversed().prefix { $0 < 1e-18 }.count)
      guard totals.count <= longestSum + 1 else { return nil }
    }
    return totals
  }
}
