import Foundation
import Sociometry

/// The number unchosen, mutual pairs and names received under blind naming.
enum ChanceChecks {
  /// A group that names blindly, and how often to draw it.
  struct Group: Sendable {
    let words: String
    let names: [Int]
    var groups: [Int]?
    var looked: Range<Int>?
    let runs: Int
  }

  /// Unequal numbers of names, every sixth member naming nobody.
  static func unequal(_ count: Int) -> [Int] { (0..<count).map { [3, 1, 5, 0, 2, 3][$0 % 6] } }

  static let groups = [
    Group(words: "5 pupils, 4 to 0 names", names: [4, 3, 2, 1, 0], runs: 200_000),
    Group(words: "5 pupils, one name each", names: [1, 1, 1, 1, 1], runs: 200_000),
    Group(words: "30 pupils, three names", names: same(3, 30), runs: 200_000),
    Group(words: "30 pupils, unequal names", names: unequal(30), runs: 200_000),
    Group(words: "180 pupils, three names", names: same(3, 180), runs: 40_000),
    Group(words: "180 pupils, unequal names", names: unequal(180), runs: 40_000),
    Group(words: "400 pupils, three names", names: same(3, 400), runs: 20_000),
    Group(words: "400 pupils, unequal names", names: unequal(400), runs: 20_000),
    Group(
      words: "one class of 30 in a year of 90", names: unequal(90), looked: 30..<60,
      runs: 100_000),
    Group(
      words: "four classes added up", names: unequal(90), groups: [20, 25, 15, 30], runs: 100_000),
    Group(words: "500 pupils, three names (normal)", names: same(3, 500), runs: 20_000),
    Group(words: "500 pupils, unequal names (normal)", names: unequal(500), runs: 20_000),
  ]

  static func same(_ names: Int, _ members: Int) -> [Int] {
    [Int](repeating: names, count: members)
  }

  /// What the formulas say of a group.
  static func chance(of group: Group) -> UnchosenChance {
    guard group.groups != nil || group.looked != nil else {
      return UnchosenChance(names: group.names)
    }
    let round = BlindDraws.round(
      names: group.names, groups: group.groups ?? [group.names.count])
    let looked = group.looked ?? group.names.indices
    let printed = Partition(
      groups: group.names.indices.map { looked.contains($0) ? 0 : -1 }, groupCount: 1)
    return UnchosenChance.forGroups(of: printed, in: round, standings: Standings(of: round))[0]
  }

  static func draws(of group: Group, runs: Int? = nil, lot: inout Lot) -> BlindDraws {
    BlindDraws(
      names: group.names, groups: group.groups, looked: group.looked, runs: runs ?? group.runs,
      lot: &lot)
  }

  /// Mean, variance, mutual pairs, and where the method is exact each chance and each tail.
  static func unchosen(_ draws: BlindDraws, _ chance: UnchosenChance) -> Agreement {
    var agreement = Agreement()
    var (number, distance) = (Spread(), Spread())
    for (count, times) in draws.unchosen.enumerated() where times > 0 {
      number.add(Double(count), times: times)
      distance.add((Double(count) - chance.mean) * (Double(count) - chance.mean), times: times)
    }
    agreement.mean("mean", number, expected: chance.mean)
    agreement.mean("variance", distance, expected: chance.variance)
    agreement.mean("mutual pairs", draws.mutualPairs, expected: chance.expectedMutualPairs)
    guard chance.method == .exact else { return agreement }
    for (count, times) in draws.unchosen.enumerated() {
      let exactly = count < chance.probabilities.count ? chance.probabilities[count] : 0
      agreement.share("exactly \(count)", times, of: draws.runs, expected: exactly)
      agreement.share(
        "\(count) or more", draws.unchosen[count...].reduce(0, +), of: draws.runs,
        expected: chance.probability(atLeast: count))
    }
    return agreement
  }

  /// The tails of names received, for one member of each number of names given.
  ///
  /// The formula takes `own` of the member's number of names for that number.
  static func received(
    _ draws: BlindDraws, _ chance: ReceivedChance, own: (Int) -> Int = { $0 }
  ) -> Agreement {
    var agreement = Agreement()
    for (names, counts) in draws.received.sorted(by: { $0.key < $1.key }) {
      agreement.share(
        "none, gives \(names)", counts[0], of: draws.runs, expected: chance.none(own: own(names)))
      for count in counts.indices where count < 40 {
        let place = "\(count), gives \(names)"
        agreement.share(
          "at most \(place)", counts[...count].reduce(0, +), of: draws.runs,
          expected: chance.atMost(count, own: own(names)))
        agreement.share(
          "at least \(place)", counts[count...].reduce(0, +), of: draws.runs,
          expected: chance.atLeast(count, own: own(names)))
      }
    }
    return agreement
  }

  /// Each count by itself, as a binomial number of independent members would fall.
  static func independent(_ draws: BlindDraws, _ chance: UnchosenChance) -> Agreement {
    var agreement = Agreement()
    let members = draws.names.count
    let p = chance.mean / Double(members)
    var exactly = pow(1 - p, Double(members))
    for (count, times) in draws.unchosen.enumerated() {
      agreement.share("exactly \(count)", times, of: draws.runs, expected: exactly)
      exactly *= Double(members - count) / Double(count + 1) * p / (1 - p)
    }
    return agreement
  }
}
