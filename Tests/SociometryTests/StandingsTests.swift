import Sociometry
import Statistics
import Testing

struct StandingsTests {
  /// A round in which all of `edges` are inside one reference group.
  static func round(
    _ count: Int, _ edges: [(Int32, Int32)], absent: Set<Int> = [], elsewhere: [Int: Int32] = [:],
    groups: [Int32]? = nil
  ) -> NominationRound {
    let labels = groups ?? [Int32](repeating: 0, count: count)
    return NominationRound(
      graph: NominationGraph(vertexCount: count, from: edges.map(\.0), to: edges.map(\.1)),
      reference: Partition(groups: labels, groupCount: Int((labels.max() ?? 0) + 1)),
      answered: (0..<count).map { !absent.contains($0) },
      namedElsewhere: (0..<count).map { elsewhere[$0] ?? 0 })
  }

  static func letters(_ standings: Standings) -> String {
    standings.levels.map { $0?.letter ?? "-" }.joined()
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let round: NominationRound
    let letters: String
  }

  static let cases = [
    Case(
      testDescription: "names nobody and named by nobody is A",
      round: round(3, [(1, 2), (2, 1)]), letters: "AEE"),
    Case(
      testDescription: "a name off the roll or unresolved makes A into B",
      round: round(3, [(1, 2), (2, 1)], elsewhere: [0: 1]), letters: "BEE"),
    Case(
      testDescription: "absent and unnamed is N, absent and named is U",
      round: round(3, [(1, 2)], absent: [0, 2]), letters: "NBU"),
    Case(
      testDescription: "named and naming nobody is C",
      round: round(3, [(1, 0), (2, 0), (1, 2)]), letters: "CBD"),
    Case(
      testDescription:
        "a mutual pair with a second namer is no closed pair for the one named twice",
      round: round(3, [(0, 1), (1, 0), (2, 0)]), letters: "FEB"),
    Case(
      testDescription: "three in a mutual chain are connected",
      round: round(3, [(0, 1), (1, 0), (1, 2), (2, 1)]), letters: "FFF"),
    Case(
      testDescription: "a ring of names has nothing mutual",
      round: round(3, [(0, 1), (1, 2), (2, 0)]), letters: "DDD"),
    Case(
      testDescription: "names that leave the reference group count as given, not as received",
      round: round(4, [(0, 2), (2, 0), (1, 0)], groups: [0, 0, 1, 1]), letters: "DBBA"),
    Case(
      testDescription: "a pupil in no reference group has no level",
      round: round(3, [(0, 1), (1, 0), (2, 0)], groups: [0, 0, -1]), letters: "EE-"),
    Case(
      testDescription: "named once, names only outside: named, nothing mutual",
      round: round(2, [(1, 0)], elsewhere: [0: 2]), letters: "DB"),
    Case(
      testDescription: "whoever gave a name has answered",
      round: round(2, [(0, 1), (1, 0)], absent: [0]), letters: "EE"),
    Case(
      testDescription: "a pupil alone in the group who names nobody",
      round: round(1, []), letters: "A"),
  ]

  @Test(arguments: cases) func `levels follow the table of rules`(example: Case) {
    #expect(Self.letters(Standings(of: example.round)) == example.letters)
  }

  @Test func `counts are those inside the reference group`() {
    let standings = Standings(
      of: Self.round(5, [(0, 1), (1, 0), (0, 4), (4, 0), (2, 0), (2, 1)], groups: [0, 0, 0, 0, 1]))
    #expect(Array(standings.received) == [2, 2, 0, 0, 0])
    #expect(Array(standings.given) == [1, 1, 2, 0, 0])
    #expect(Array(standings.mutual) == [1, 1, 0, 0, 0])
  }

  @Test func `nobody names pupils of three levels`() {
    #expect(Level.allCases.filter(\.isUnchosen).map(\.letter).sorted() == ["A", "B", "N"])
  }

  /// A random round in two reference groups, with absent pupils and names elsewhere.
  static func random(_ random: inout SeededGenerator) -> (
    edges: [(Int32, Int32)], absent: Set<Int>, elsewhere: [Int: Int32], groups: [Int32]
  ) {
    let count = 12
    let absent = Set((0..<count).filter { _ in Int.random(in: 0..<5, using: &random) == 0 })
    var edges: [(Int32, Int32)] = []
    var elsewhere: [Int: Int32] = [:]
    for vertex in 0..<count where !absent.contains(vertex) {
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        edges.append((Int32(vertex), Int32.random(in: 0..<Int32(count), using: &random)))
      }
      elsewhere[vertex] = Int32.random(in: 0...1, using: &random)
    }
    return (edges, absent, elsewhere, (0..<count).map { $0 < 9 ? 0 : 1 })
  }

  @Test func `another nomination never makes its nominee more isolated`() throws {
    let order = "ANBCDEUF".map(String.init)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let base = Self.random(&random)
      let from = Int32.random(in: 0..<12, using: &random)
      let to = Int32.random(in: 0..<12, using: &random)
      let before = Standings(
        of: Self.round(
          12, base.edges, absent: base.absent, elsewhere: base.elsewhere, groups: base.groups))
      let after = Standings(
        of: Self.round(
          12, base.edges + [(from, to)], absent: base.absent, elsewhere: base.elsewhere,
          groups: base.groups))
      let nominee = Int(to)
      let old = try #require(before.levels[nominee])
      let new = try #require(after.levels[nominee])
      let was = try #require(order.firstIndex(of: old.letter))
      let now = try #require(order.firstIndex(of: new.letter))
      #expect(now >= was, "\(old.letter) became \(new.letter)")
      #expect(after.received[nominee] >= before.received[nominee])
      if before.received[nominee] > 0, !before.flags[nominee].contains(.onlyFromUnchosen) {
        #expect(!after.flags[nominee].contains(.onlyFromUnchosen))
      }
    }
  }

  @Test func `every pupil has one level and it fits the counts`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let base = Self.random(&random)
      let round = Self.round(
        12, base.edges, absent: base.absent, elsewhere: base.elsewhere, groups: base.groups)
      let standings = Standings(of: round)
      for vertex in 0..<12 {
        let level = try #require(standings.levels[vertex])
        #expect(level.isUnchosen == (standings.received[vertex] == 0))
        #expect((level == .notSeen || level == .namedUnanswered) == !round.answered[vertex])
        #expect(
          standings.mutual[vertex] <= min(standings.received[vertex], standings.given[vertex]))
      }
    }
  }

  @Test func `renumbering the pupils and reordering the names changes nothing`() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<50 {
      let base = Self.random(&random)
      let order = (0..<12).shuffled(using: &random)
      var groups = base.groups
      var elsewhere: [Int: Int32] = [:]
      for vertex in 0..<12 {
        groups[order[vertex]] = base.groups[vertex]
        elsewhere[order[vertex]] = base.elsewhere[vertex]
      }
      let edges = base.edges.map { (Int32(order[Int($0.0)]), Int32(order[Int($0.1)])) }
      let before = Self.round(
        12, base.edges, absent: base.absent, elsewhere: base.elsewhere, groups: base.groups)
      let after = Self.round(
        12, edges.shuffled(using: &random), absent: Set(base.absent.map { order[$0] }),
        elsewhere: elsewhere, groups: groups)
      let (old, new) = (Standings(of: before), Standings(of: after))
      let oldEvidence = Evidence(round: before, standings: old)
      let newEvidence = Evidence(round: after, standings: new)
      for vertex in 0..<12 {
        #expect(old.levels[vertex] == new.levels[order[vertex]])
        #expect(old.flags[vertex] == new.flags[order[vertex]])
        #expect(oldEvidence.trueZero(vertex) == newEvidence.trueZero(order[vertex]))
      }
      let chances = [(before, old), (after, new)].map { round, standings in
        UnchosenChance.forGroups(
          of: .whole(vertexCount: 12), in: round, standings: standings)[0]
      }
      #expect(chances[0].probabilities == chances[1].probabilities)
    }
  }
}
