import Statistics
import Testing

@testable import Sociometry

struct ChaseListTests {
  private static func lists(
    _ round: NominationRound, questions: [[Int32]] = [], blocked: Set<Int> = [],
    optedOut: Set<Int> = []
  ) -> [ChaseList] {
    let standings = Standings(of: round)
    let vertices = 0..<round.graph.vertexCount
    return ChaseList.forReferenceGroups(
      of: round, standings: standings, evidence: Evidence(round: round, standings: standings),
      doubts: ChaseList.Doubts(
        questions: questions, isBlocked: vertices.map(blocked.contains),
        isAskable: vertices.map { !optedOut.contains($0) }))
  }

  /// Everybody but the last, whom nobody names, names the next three, 0 to 8 in a ring.
  private static func ring(absent: Set<Int> = []) -> NominationRound {
    let edges = (0..<9).filter { !absent.contains($0) }.flatMap { from in
      (1...3).map { (Int32(from), Int32((from + $0) % 9)) }
    }
    return StandingsTests.round(10, edges, absent: absent, elsewhere: [9: 1])
  }

  @Test func `where all answered and no name is open there is nothing to chase`() {
    #expect(Self.lists(Self.ring()).isEmpty)
  }

  @Test func `a zero that is not seen is settled by asking that pupil`() {
    let round = StandingsTests.round(
      10,
      (0..<9).flatMap { from in (1...3).map { (Int32(from), Int32((from + $0) % 9)) } },
      absent: [9])
    let list = Self.lists(round)[0]
    #expect(list.open == 1 && list.settled == 1)
    #expect(list.ask == [9] && list.questions.isEmpty)
    // Whoever opted out is neither looked into nor asked.
    #expect(Self.lists(round, optedOut: [9]).isEmpty)
  }

  @Test func `so many are asked as make the evidence strong, and no more`() throws {
    let round = Self.ring(absent: [0, 1, 2, 3])
    let evidence = Evidence(round: round, standings: Standings(of: round))
    let needed = try #require(evidence.answersUntilStrong(9))
    #expect((1...4) ~= needed)
    let list = try #require(Self.lists(round).first)
    #expect(list.settled == list.open)
    let zeros = (0..<10).filter { evidence.grade($0) != nil }
    let unseen = zeros.filter { !round.answered[$0] }
    #expect(Array(list.ask.prefix(unseen.count)) == unseen.map { Int32($0) })
  }

  @Test func `a question is decided only where an open zero waits on it, the most needed first`() {
    let edges = (0..<5).flatMap { from in (1...2).map { (Int32(from), Int32((from + $0) % 5)) } }
    let round = StandingsTests.round(8, edges, elsewhere: [5: 1, 6: 1, 7: 1])
    let list = Self.lists(round, questions: [[0, 1], [5], [5, 6], [2]])[0]
    #expect(list.open == 2 && list.settled == 2)
    #expect(list.questions == [2, 1])
    #expect(list.ask.isEmpty)
    let blocked = Self.lists(round, questions: [[5]], blocked: [5, 6])[0]
    #expect(blocked.open == 2 && blocked.settled == 0)
    #expect(blocked.questions.isEmpty)
  }

  /// Every set of pupils that could be asked, tried out.
  @Test func `no other list settles more, and no shorter one as many`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let count = Int.random(in: 3...9, using: &generator)
      let absent = Set((0..<count).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 })
      let edges = (0..<count).filter { !absent.contains($0) }.flatMap { from in
        (0..<2).map { _ in (Int32(from), Int32.random(in: 0..<Int32(count), using: &generator)) }
      }
      let optedOut = Set((0..<count).filter { _ in Int.random(in: 0..<6, using: &generator) == 0 })
      let round = StandingsTests.round(count, edges, absent: absent)
      let evidence = Evidence(round: round, standings: Standings(of: round))
      let askable = (0..<count).filter { !round.answered[$0] && !optedOut.contains($0) }
      let zeros = (0..<count).filter { evidence.grade($0) != nil && !optedOut.contains($0) }
      func settled(_ asked: Set<Int>) -> Int {
        zeros.count { zero in
          guard round.answered[zero] || asked.contains(zero) else { return false }
          let others = asked.subtracting([zero]).count
          return evidence.answersUntilStrong(zero).map { $0 <= others } ?? false
        }
      }
      let best = (0..<1 << askable.count).map { bits in
        let asked = Set(askable.indices.filter { bits >> $0 & 1 == 1 }.map { askable[$0] })
        return (settled: settled(asked), length: asked.count)
      }.max { ($0.settled, -$0.length) < ($1.settled, -$1.length) }
      let alreadySettled = settled([])
      guard let list = Self.lists(round, optedOut: optedOut).first else {
        #expect(zeros.count == alreadySettled)
        continue
      }
      #expect(list.open == zeros.count - alreadySettled)
      #expect(list.settled + alreadySettled == best?.settled)
      #expect(list.ask.count == best?.length)
    }
  }
}
