import Sociometry
import Testing

struct StandingFlagsTests {
  @Test func `only those named by unchosen pupils alone are flagged as such`() {
    let standings = Standings(of: StandingsTests.round(4, [(0, 1), (1, 2), (3, 2)]))
    #expect(standings.flags[1] == [.onlyFromUnchosen, .dependsOnOne])
    #expect(!standings.flags[2].contains(.onlyFromUnchosen))
    #expect(standings.flags[0] == [.certain])
  }

  @Test func `a namer outside the reference group does not count`() {
    let standings = Standings(
      of: StandingsTests.round(4, [(0, 1), (2, 1), (3, 2)], groups: [0, 0, 1, 1]))
    #expect(standings.flags[1] == [.onlyFromUnchosen, .dependsOnOne])
  }

  /// 0-1-2 is the largest set, 3-4 a small one, 5 has no tie.
  static let sets: [(Int32, Int32)] = [(0, 1), (1, 2), (3, 4)]

  @Test func `a small set apart is outside the main component`() {
    let flags = Standings(of: StandingsTests.round(6, Self.sets)).flags
    #expect(flags.indices.filter { flags[$0].contains(.outsideMainComponent) } == [3, 4])
  }

  @Test func `two largest sets leave nobody outside`() {
    let flags = Standings(of: StandingsTests.round(6, Self.sets + [(4, 5)])).flags
    #expect(flags.allSatisfy { !$0.contains(.outsideMainComponent) })
  }

  @Test(arguments: [(7, 1, true), (10, 2, true), (8, 2, false)])
  func `below 80 per cent participation no component is flagged`(
    pupils: Int, absent: Int, flagged: Bool
  ) {
    let round = StandingsTests.round(pupils, Self.sets, absent: Set(5..<(5 + absent)))
    #expect(Standings(of: round).flags[3].contains(.outsideMainComponent) == flagged)
  }

  @Test func `ties only in other classes are flagged, whichever way they run`() {
    let classes = Partition(groups: [0, 0, 1, 1, -1], groupCount: 2)
    let round = StandingsTests.round(5, [(0, 2), (1, 0), (3, 1), (4, 3)])
    let flags = Standings(of: round, classes: classes).flags
    #expect(flags.indices.filter { flags[$0].contains(.noTieInClass) } == [2, 3])
    #expect(Standings(of: round).flags.allSatisfy { !$0.contains(.noTieInClass) })
  }

  @Test func `a pupil is persistent when A or B in both rounds`() {
    let round = StandingsTests.round(4, [(1, 3)], absent: [2])
    let flags = Standings(of: round, previouslyUnchosen: [true, false, true, true]).flags
    #expect(flags.indices.filter { flags[$0].contains(.persistent) } == [0])
  }

  @Test func `pending says that an unresolved name could be this pupil`() {
    let round = StandingsTests.round(2, [(0, 1)])
    let flags = Standings(of: round, pending: [true, false]).flags
    #expect(flags[0] == .pending)
    #expect(flags[1] == [.onlyFromUnchosen, .dependsOnOne])
  }

  @Test func `files carry the flags as words in a fixed order`() {
    let all = StandingFlags(rawValue: 0b11_1111)
    #expect(
      all.codes == [
        "only_from_unchosen", "outside_main_component", "no_tie_in_class", "depends_on_one",
        "persistent", "pending",
      ])
    #expect(StandingFlags().codes.isEmpty)
  }
}
