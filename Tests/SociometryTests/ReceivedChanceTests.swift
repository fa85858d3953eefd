import Sociometry
import Testing

struct ReceivedChanceTests {
  struct Reference: Decodable {
    let names: [Int]
    let looked: Int
    let unchosen: [Double]
    let mutual: Double
    let received: [[Double]]
  }

  static func references() throws -> [Reference] {
    try ReferenceFile.rows("chance.json", as: Reference.self)
  }

  @Test func `tails agree with listing every choice`() throws {
    for reference in try Self.references() {
      let chance = ReceivedChance(names: reference.names)
      for (own, row) in zip(reference.names, reference.received) {
        #expect(isNear(chance.none(own: own), row[0]))
        for count in row.indices {
          #expect(isNear(chance.atMost(count, own: own), row[...count].reduce(0, +)))
          #expect(isNear(chance.atLeast(count, own: own), row[count...].reduce(0, +)))
          let tails = chance.tails(of: count, own: own)
          #expect(tails.atMost == chance.atMost(count, own: own))
          #expect(tails.atLeast == chance.atLeast(count, own: own))
        }
        #expect(chance.atMost(-1, own: own) == 0)
        #expect(chance.atLeast(row.count, own: own) == 0)
      }
    }
  }

  /// The table of the method page: n, then the chance of zero when all, 90, 80, 70, 60 % answer.
  @Test(
    arguments: [
      (15, [0.034, 0.043, 0.070, 0.090, 0.145]), (20, [0.038, 0.054, 0.076, 0.107, 0.151]),
      (24, [0.040, 0.053, 0.081, 0.107, 0.141]), (28, [0.042, 0.059, 0.075, 0.107, 0.152]),
      (30, [0.042, 0.058, 0.081, 0.113, 0.156]), (32, [0.043, 0.058, 0.079, 0.107, 0.145]),
      (180, [0.049, 0.066, 0.089, 0.121, 0.164]),
    ])
  func `the chance of no name in groups of usual size`(size: Int, expected: [Double]) {
    for (share, value) in zip([1, 0.9, 0.8, 0.7, 0.6], expected) {
      let answering = Int((Double(size - 1) * share).rounded())
      let names = (0..<size).map { $0 == 0 ? 0 : $0 <= answering ? 3 : 0 }
      #expect(isNear(ReceivedChance(names: names).none(own: 0), value, 5.5e-4))
    }
  }

  @Test(arguments: zip([1, 2, 3, 4, 5], [0.361, 0.126, 0.042, 0.014, 0.004]))
  func `other limits in a class of thirty`(limit: Int, expected: Double) {
    let names = [Int](repeating: limit, count: 30)
    #expect(isNear(ReceivedChance(names: names).none(own: limit), expected, 5.5e-4))
  }

  /// Seven or more names in a class of thirty: p = .026; eight or more: .008.
  @Test func `a star in a class of thirty`() {
    let chance = ReceivedChance(names: [Int](repeating: 3, count: 30))
    #expect(isNear(chance.atLeast(7, own: 3), 0.026, 5e-4))
    #expect(isNear(chance.atLeast(8, own: 3), 0.008, 5e-4))
  }

  @Test func `a pupil alone receives nothing`() {
    let chance = ReceivedChance(names: [0])
    #expect(chance.none(own: 0) == 1)
    #expect(chance.atLeast(0, own: 0) == 1)
    #expect(chance.atMost(3, own: 0) == 1)
  }

  @Test func `each reference group of a round has its own baseline`() {
    let round = StandingsTests.round(5, [(0, 1), (2, 3), (3, 2)], groups: [0, 0, 1, 1, 1])
    let chances = ReceivedChance.forReferenceGroups(of: round, standings: Standings(of: round))
    #expect(chances[0].none(own: 0) == 0)
    #expect(chances[1].none(own: 0) == 0.25)
    #expect(chances[1].none(own: 1) == 0.5)
  }
}
