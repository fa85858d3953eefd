import Sociometry
import Testing

/// What `Reference/make_reference.py` finds by the rules of the method pages in 40 random schools.
struct StandingsReferenceTests {
  struct School: Decodable {
    let n: Int
    let edges: [[Int32]]
    let absent: Set<Int>
    let elsewhere: [Int32]
    let classes: [Int32]
    let classCount: Int
    let years: [Int32]
    let yearCount: Int
    let before: [Bool]
    let pending: [Bool]
    let inClass: Expected
    let inYear: Expected
    let inSchool: Expected
    let change: Change

    var graph: NominationGraph {
      NominationGraph(vertexCount: n, from: edges.map { $0[0] }, to: edges.map { $0[1] })
    }

    var classPartition: Partition { Partition(groups: classes, groupCount: classCount) }

    /// The three reference groups that a survey may have, and what is expected in each.
    var references: [(Partition, Expected)] {
      [
        (classPartition, inClass), (Partition(groups: years, groupCount: yearCount), inYear),
        (.whole(vertexCount: n), inSchool),
      ]
    }

    func round(_ reference: Partition) -> NominationRound {
      NominationRound(
        graph: graph, reference: reference, answered: (0..<n).map { !absent.contains($0) },
        namedElsewhere: elsewhere)
    }

    func standings(_ round: NominationRound) -> Standings {
      Standings(
        of: round, pending: pending, classes: classPartition, previouslyUnchosen: before)
    }
  }

  struct Expected: Decodable {
    let levels: String
    let received: [Int?]
    let given: [Int?]
    let mutual: [Int?]
    let flags: [[String]]
    let eligible: [Int?]
    let answering: [Int?]
    let shape: Double
    let means: [Double?]
    let tails: [[Double?]]
  }

  struct Change: Decodable {
    let edges: [[Int32]]
    let earlier: [Int32]
    let was: [Bool?]
    let now: [Bool?]
    /// Of each class, and last of all pupils.
    let groups: [GroupChange]
  }

  struct GroupChange: Decodable {
    let arrived: Int
    let compared: Int
    let stayed: Int
    let left: Int
    let became: Int
    let expected: Double?
    let stability: Double?
  }

  static let schools = Result { try ReferenceFile.rows("standings.json", as: School.self) }

  @Test func `counts, levels and flags agree with the rules read again`() throws {
    for school in try Self.schools.get() {
      for (reference, expected) in school.references {
        let found = school.standings(school.round(reference))
        #expect(StandingsTests.letters(found) == expected.levels)
        #expect(found.flags.map(\.codes) == expected.flags)
        #expect(found.received.map(Int.init) == expected.received.map { $0 ?? 0 })
        #expect(found.given.map(Int.init) == expected.given.map { $0 ?? 0 })
        #expect(found.mutual.map(Int.init) == expected.mutual.map { $0 ?? 0 })
      }
    }
  }

  @Test func `coverage, shape and names per pupil agree with exact fractions`() throws {
    for school in try Self.schools.get() {
      for (reference, expected) in school.references {
        let round = school.round(reference)
        let found = Evidence(round: round, standings: school.standings(round))
        #expect(isNear(found.shape, expected.shape, 1e-11))
        for group in 0..<reference.groupCount {
          #expect(isNear(found.meanNames(inGroup: group), expected.means[group]))
        }
        for vertex in 0..<school.n {
          #expect(found.eligible(vertex) == expected.eligible[vertex] ?? 0)
          #expect(found.answering(vertex) == expected.answering[vertex] ?? 0)
        }
      }
    }
  }

  @Test func `tails of names received agree with exact fractions`() throws {
    for school in try Self.schools.get() {
      for (reference, expected) in school.references {
        let round = school.round(reference)
        let standings = school.standings(round)
        let chances = ReceivedChance.forReferenceGroups(of: round, standings: standings)
        for vertex in 0..<school.n {
          guard let group = reference.group(of: vertex) else { continue }
          let (received, own) = (Int(standings.received[vertex]), Int(standings.given[vertex]))
          #expect(isNear(chances[group].atMost(received, own: own), expected.tails[vertex][0]))
          #expect(isNear(chances[group].atLeast(received, own: own), expected.tails[vertex][1]))
        }
      }
    }
  }

  @Test func `change between rounds agrees with sets of names`() throws {
    for school in try Self.schools.get() {
      let change = school.change
      let graph = NominationGraph(
        vertexCount: school.n, from: change.edges.map { $0[0] }, to: change.edges.map { $0[1] })
      let found = [school.classPartition, .whole(vertexCount: school.n)].flatMap {
        RoundChange.forGroups(
          of: $0, from: .init(graph: graph, isUnchosen: change.was),
          to: .init(graph: school.graph, isUnchosen: change.now), earlier: change.earlier)
      }
      #expect(found.count == change.groups.count)
      for (own, expected) in zip(found, change.groups) {
        #expect(own.arrived == expected.arrived)
        #expect(own.compared == expected.compared)
        #expect(own.stayed == expected.stayed)
        #expect(own.left == expected.left)
        #expect(own.became == expected.became)
        #expect(isNear(own.expectedToStay, expected.expected))
        #expect(isNear(own.stability, expected.stability))
      }
    }
  }

  @Test func `the schools hold every level and every flag`() throws {
    let all = try Self.schools.get().flatMap { [$0.inClass, $0.inYear, $0.inSchool] }
    #expect(Set(all.flatMap(\.levels)).isSuperset(of: "ABNCUDEF-"))
    #expect(Set(all.flatMap { $0.flags.joined() }).count == 7)
  }
}
