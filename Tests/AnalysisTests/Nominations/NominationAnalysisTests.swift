import Instruments
import Responses
import Sociometry
import Statistics
import Testing

@testable import Analysis

/// Levels and groups from a roll and a file of names.
struct NominationAnalysisTests {
  private static let roll = [
    "pupil,name,class,year,house", "a1,Ann Ash,A,Y3,red", "a2,Abe Ash,A,Y3,red",
    "a3,Ada Elm,A,Y3,blue", "a4,Al Oak,A,Y3,blue", "b1,Bo Ash,B,Y3,red", "b2,Bea Elm,B,Y3,blue",
    "c1,Cy Oak,C,Y4,red", "x1,Xi Yew,,Y4,blue",
  ]
  /// Ann and Abe name each other, Ada names Ann, Al is absent, Bo says no one, Bea names Bo and a
  /// pupil of class A, Cy names himself.
  private static let names = [
    "pupil,trusted_1,trusted_2", "a1,a2,", "a2,a1,a3", "a3,a1,a1", "b1,no one,", "b2,b1,a1",
    "c1,c1,",
  ]

  private func analyse(
    _ names: [String] = names, roll: [String] = roll, scope: NominationRule.Scope? = nil
  ) throws -> (figures: NominationFigures, pupils: PupilList)? {
    try PeerSample.analyse(names, roll: roll, scope: scope)
  }

  /// The level of each pupil in the order of the ids, `-` for none.
  private func levels(_ list: PupilList) -> String {
    (0..<list.count).map { list.standings.levels[$0]?.letter ?? "-" }.joined()
  }

  @Test(arguments: [
    // a1 a2 a3 a4 b1 b2 c1 x1
    (NominationRule.Scope.class, "FEDNCBA-"), (.year, "FEDNCBAN"), (.school, "FEDNCBAN"),
  ])
  func `levels count names within the reference group`(
    scope: NominationRule.Scope, expected: String
  ) throws {
    let results = try #require(try analyse(scope: scope))
    #expect(levels(results.pupils) == expected)
    #expect(results.figures.reference == scope)
    #expect(results.figures.withoutGroup == (scope == .class ? 1 : 0))
  }

  @Test func `a name from another class counts in the year and not in the class`() throws {
    let received = try [NominationRule.Scope.class, .year].map { scope in
      Int(try #require(try analyse(scope: scope)).pupils.standings.received[0])
    }
    #expect(received == [2, 3])
  }

  @Test func `given counts distinct pupils on roll whatever their group`() throws {
    let list = try #require(try analyse()).pupils
    #expect(list.given == [1, 2, 1, 0, 0, 2, 0, 0])
    #expect(list.answered == [true, true, true, false, true, true, true, false])
  }

  @Test func `groups are printed for class, year and school, each in the order of its labels`()
    throws
  {
    let groups = try #require(try analyse()).figures.groups
    #expect(groups.map(\.label) == ["A", "B", "C", "Year 3", "Year 4", "School"])
    #expect(groups.map(\.pupils) == [4, 2, 1, 6, 2, 8])
    #expect(groups.map(\.answered) == [3, 2, 1, 5, 1, 6])
    #expect(groups.map(\.indices.edges) == [4, 1, 0, 6, 0, 6])
    #expect(groups.map(\.namesNobody) == [0, 1, 1, 1, 1, 2])
    // x1 has no class, so it has no level and stands among no unchosen.
    #expect(groups.map(\.unchosenAnswered) == [0, 1, 1, 1, 1, 2])
    #expect(groups.map(\.unchosenAbsent) == [1, 0, 0, 1, 0, 1])
    #expect(groups[0].coverage == 0.75)
  }

  @Test func `what does not count is counted where its writer is`() throws {
    let names = Self.names + ["a4,a2,nobody on roll", "x1,Ash,a1"]
    let groups = try #require(try analyse(names)).figures.groups
    let found = groups.map { group in
      [.own, .repeated, .offRoll, .unresolved].map { group.discarded[$0] ?? 0 }
    }
    let classA = [0, 1, 1, 0]
    #expect(found == [classA, [0, 0, 0, 0], [1, 0, 0, 0], classA, [1, 0, 0, 1], [1, 1, 1, 1]])
  }

  @Test func `an open name makes everybody whom it could mean wait, and bounds the unchosen`()
    throws
  {
    let names = ["pupil,trusted_1,trusted_2", "a1,Oak,", "a2,a1,", "a3,a1,"]
    let results = try #require(try analyse(names))
    let list = results.pupils
    #expect(list.pending.enumerated().filter { $0.element > 0 }.map(\.offset) == [3])
    #expect(list.standings.flags[3].contains(.pending))
    #expect(levels(list).hasPrefix("F") == false)
    let group = results.figures.groups[0]
    #expect(group.bounds.high == 3 && group.bounds.lowByNames == 2)
    #expect(group.unchosen == 3)
  }

  @Test func `a record of somebody unknown makes those whom it names wait`() throws {
    let names = ["pupil,trusted_1,trusted_2", "a1,a2,", "Ash,a3,"]
    let results = try #require(try analyse(names))
    let waiting = results.pupils.pending.enumerated().filter { $0.element > 0 }.map(\.offset)
    // Those called Ash could have answered; a3 is named in that record.
    #expect(waiting == [0, 1, 2, 4])
    #expect(results.pupils.unmatchedRecords == [2])
    #expect(results.figures.groups.last?.answered == 1)
    #expect(results.figures.ledger?.excluded[.respondent] == 1)
  }

  @Test func `a sheet of blanks is no answer, and "no one" is one`() throws {
    let names = ["pupil,trusted_1,trusted_2", "a1,,", "a2,no one,", "a3,-,", "a4, ,"]
    let list = try #require(try analyse(names)).pupils
    #expect(levels(list).hasPrefix("NAAN"))
  }

  @Test(arguments: [(NominationRule.Scope.class, 2), (.year, 3)])
  func `a roll without the column of the scope gives no analysis`(
    scope: NominationRule.Scope, column: Int
  ) throws {
    let bare = Self.roll.map { line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells.remove(at: column)
      return cells.joined(separator: ",")
    }
    #expect(try analyse(roll: bare, scope: scope) == nil)
    #expect(try analyse(roll: bare, scope: .school) != nil)
  }

  @Test(arguments: [1, 2, 3])
  func `the order of the roll and of the names changes nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let roll = Self.roll.prefix(1) + Self.roll.dropFirst().shuffled(using: &random)
    let names = Self.names.prefix(1) + Self.names.dropFirst().shuffled(using: &random)
    let plain = try #require(try analyse())
    let shuffled = try #require(try analyse(Array(names), roll: Array(roll)))
    #expect(levels(shuffled.pupils) == levels(plain.pupils))
    #expect(shuffled.pupils.given == plain.pupils.given)
    #expect(shuffled.pupils.standings.received == plain.pupils.standings.received)
    #expect(shuffled.figures.groups.map(\.indices) == plain.figures.groups.map(\.indices))
    #expect(
      shuffled.figures.groups.map(\.chance.mean) == plain.figures.groups.map(\.chance.mean))
  }

  @Test func `a long file of the same names gives the same figures`() throws {
    let long = [
      "nominator,nominee", "a1,a2", "a2,a1", "a2,a3", "a3,a1", "a3,a1", "b1,no one", "b2,b1",
      "b2,a1", "c1,c1",
    ]
    let (wide, narrow) = (try #require(try analyse()), try #require(try analyse(long)))
    #expect(levels(narrow.pupils) == levels(wide.pupils))
    #expect(narrow.figures.groups.map(\.indices) == wide.figures.groups.map(\.indices))
    #expect(narrow.figures.groups.map(\.discarded) == wide.figures.groups.map(\.discarded))
  }

  @Test func `every name that a pupil has is counted as a slot, whoever is meant`() throws {
    let names = ["pupil,trusted_1,trusted_2", "a1,a2,Nobody Known", "a2,a1,", "a3,no one,"]
    let group = try #require(try analyse(names)).figures.groups[0]
    #expect(group.slotsFilled == 1 && group.slotsFilledShare == 1.0 / 3)
  }

  @Test func `labels with fewer than ten pupils show no homophily`() throws {
    #expect(try #require(try analyse()).figures.groups.allSatisfy(\.mixing.isEmpty))
    let pupils = (10..<30).map {
      "p\($0),Pupil Number\($0),A,Y3,\($0.isMultiple(of: 2) ? "red" : "blue")"
    }
    let names = ["pupil,trusted_1,trusted_2", "p10,p12,p11", "p11,p13,", "p12,p10,"]
    let roll = Self.roll.prefix(1) + pupils
    let group = try #require(try analyse(names, roll: Array(roll))).figures.groups[0]
    #expect(group.mixing.map(\.column) == ["house"])
    #expect(group.mixing[0].homophily.internalTies == 3)
    #expect(group.mixing[0].homophily.externalTies == 1)
  }
}
