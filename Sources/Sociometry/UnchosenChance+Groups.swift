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

  /// Beyond this many possible totals the sum of several groups is taken as normal.
  private static let longestSum = 1000

  /// The total over groups in which naming is independent.
  ///
  /// - Parameter parts: The baselines of the groups, in any order.
  /// - Returns: Exact where every part is and no more than 1000 can be unchosen, else normal.
  public static func sum(of parts: [UnchosenChance]) -> UnchosenChance {
    if parts.count == 1 { return parts[0] }
    let longest = parts.reduce(1) { $0 + max(0, $1.probabilities.count - 1) }
    let isExact = parts.allSatisfy { $0.method == .exact } && longest <= longestSum
    var probabilities = isExact ? [1.0] : []
    if isExact {
      for part in parts {
        probabilities = BlindChoice.product(probabilities, part.probabilities, through: longest)
      }
    }
    return UnchosenChance(
      mean: parts.reduce(0) { $0 + $1.mean }, variance: parts.reduce(0) { $0 + $1.variance },
      expectedMutualPairs: parts.reduce(0) { $0 + $1.expectedMutualPairs },
      probabilities: probabilities, members: parts.reduce(0) { $0 + $1.members })
  }
}
