import Responses
import Sociometry

/// The plain counts of groups, added up in one pass over the pupils.
struct GroupCounts {
  private(set) var answered: [Int]
  private(set) var unchosenAnswered: [Int]
  private(set) var unchosenAbsent: [Int]
  private(set) var certain: [Int]
  private(set) var withMutual: [Int]
  private(set) var namesNobody: [Int]
  private(set) var slotsFilled: [Int]
  private(set) var discarded: [[Nominations.Discard.Reason: Int]]

  init(groupCount: Int) {
    let zeros = [Int](repeating: 0, count: groupCount)
    answered = zeros
    unchosenAnswered = zeros
    unchosenAbsent = zeros
    certain = zeros
    withMutual = zeros
    namesNobody = zeros
    slotsFilled = zeros
    discarded = Array(repeating: [:], count: groupCount)
  }

  mutating func add(
    _ round: NominationRound, _ standings: Standings, _ partition: Partition, limit: Int
  ) {
    for (pupil, group) in partition.groups.enumerated() where group >= 0 {
      let group = Int(group)
      let named = round.graph.outDegree(of: pupil) + Int(round.namedElsewhere[pupil])
      if round.answered[pupil] {
        answered[group] += 1
        if named == 0 { namesNobody[group] += 1 }
        if named >= limit { slotsFilled[group] += 1 }
      }
      if standings.mutual[pupil] > 0 { withMutual[group] += 1 }
      guard standings.levels[pupil]?.isUnchosen == true else { continue }
      if standings.flags[pupil].contains(.certain) { certain[group] += 1 }
      if round.answered[pupil] {
        unchosenAnswered[group] += 1
      } else {
        unchosenAbsent[group] += 1
      }
    }
  }

  mutating func add(_ discards: [Nominations.Discard], _ partition: Partition) {
    for discard in discards {
      let group = partition.groups[Int(discard.nominator)]
      if group >= 0 { discarded[Int(group)][discard.reason, default: 0] += 1 }
    }
  }
}
