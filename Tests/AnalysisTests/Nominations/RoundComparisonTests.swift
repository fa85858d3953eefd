import Instruments
import Responses
import Sociometry
import Testing

@testable import Analysis

/// Two rounds of a class side by side.
struct RoundComparisonTests {
  /// Seven pupils, of whom G joins later; before there was H.
  private static func roll(_ letters: String) -> [String] {
    ["pupil,class"] + letters.map { "\($0),3 Oak" }
  }

  /// Before: A and B name each other, C names A, D and E name B, F says no one, H names C.
  private static let before = [
    "pupil,trusted_1,trusted_2", "A,B,", "B,A,", "C,A,", "D,B,", "E,B,", "F,no one,", "H,C,",
  ]
  /// Now: A names B and D, B names A, C names A, D says no one, F is absent, G names C, E names A.
  private static let now = [
    "pupil,trusted_1,trusted_2", "A,B,D", "B,A,", "C,A,", "D,no one,", "E,A,", "G,C,",
  ]

  private func compared(_ scope: NominationRule.Scope = .class) throws -> (
    figures: NominationFigures, pupils: PupilList
  ) {
    let earlier = try PeerSample.outcome(Self.before, roll: Self.roll("ABCDEFH")).nominations
    return try #require(
      try PeerSample.analyse(
        Self.now, roll: Self.roll("ABCDEFG"), scope: scope,
        earlier: EarlierRound(title: "spring", nominations: earlier)))
  }

  @Test func `those are compared whose place is known in both rounds`() throws {
    let (figures, _) = try compared()
    #expect(figures.earlier?.title == "spring" && figures.earlier?.departed == 1)
    let change = try #require(figures.groups.last?.change)
    // Not G, who joined, and not F, who did not answer now and is named by nobody.
    #expect(change.compared == 5 && change.arrived == 1)
    #expect(change.stayed == 1 && change.left == 1 && change.became == 0)
    #expect(change.expectedToStay == 0.4)
    // A–B, B–A and C–A stand; D–B and E–B are gone, A–D and E–A new.
    #expect(change.keptTies == 3 && change.changedTies == 4)
    #expect(figures.groups.allSatisfy { $0.change != nil })
  }

  @Test func `the list says who moved, and flags whoever is unchosen again`() throws {
    let (_, pupils) = try compared()
    let moved = try #require(pupils.moved)
    func ids(_ places: [Int]) -> [String] { places.map { pupils.roll.ids[$0] } }
    #expect(ids(moved.stayed) == ["E"] && ids(moved.left) == ["D"] && moved.became.isEmpty)
    let flagged = (0..<pupils.count).filter { pupils.standings.flags[$0].contains(.persistent) }
    #expect(ids(flagged) == ["E"])
  }

  @Test func `nothing is said of where a pupil stood in a group of which two answered`() throws {
    let header = "pupil,trusted_1,trusted_2"
    func pupils(_ before: [String]) throws -> PupilList {
      let earlier = try PeerSample.outcome([header] + before, roll: Self.roll("ABCDEF")).nominations
      let now = [header, "A,C,", "B,A,", "C,A,", "D,no one,", "E,A,", "F,C,"]
      return try #require(
        try PeerSample.analyse(
          now, roll: Self.roll("ABCDEF"),
          earlier: EarlierRound(title: "spring", nominations: earlier))
      ).pupils
    }
    func flagged(_ list: PupilList) -> [Int] {
      (0..<list.count).filter { list.standings.flags[$0].contains(.persistent) }
    }
    // B could tell whom A named, and A whom B did: E, who is named by nobody now.
    let two = try pupils(["A,E,", "B,A,"])
    #expect(two.moved?.became == [] && two.moved?.stayed == [] && two.moved?.left == [])
    #expect(flagged(two) == [])
    let three = try pupils(["A,E,", "B,A,", "C,A,"])
    #expect(three.moved?.became == [4] && flagged(three) == [1])
  }

  @Test func `without an earlier round nothing is compared`() throws {
    let results = try #require(try PeerSample.analyse(Self.now, roll: Self.roll("ABCDEFG")))
    #expect(results.figures.earlier == nil && results.pupils.moved == nil)
    #expect(results.figures.groups.allSatisfy { $0.change == nil })
  }

  @Test func `a round whose roll has no such groups is left out`() throws {
    let bare = try PeerSample.outcome(
      Self.before, roll: ["pupil,year"] + "ABCDEFH".map { "\($0),Y3" })
    let results = try #require(
      try PeerSample.analyse(
        Self.now, roll: Self.roll("ABCDEFG"),
        earlier: EarlierRound(title: "spring", nominations: bare.nominations)))
    #expect(results.figures.earlier == nil)
  }
}
