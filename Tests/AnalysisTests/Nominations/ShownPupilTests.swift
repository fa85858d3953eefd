import Instruments
import Responses
import Sociometry
import Testing

@testable import Analysis

/// What a list of pupils never says: who named whom.
struct ShownPupilTests {
  private func list(_ names: [String], _ pupils: String) throws -> PupilList {
    let roll = ["pupil,class"] + pupils.map { "\($0),3 Oak" }
    let header = ["pupil,trusted_1,trusted_2"]
    return try #require(try PeerSample.analyse(header + names, roll: roll)).pupils
  }

  private func shown(_ names: [String], _ pupils: String, to policy: ReleasePolicy) throws
    -> [ShownPupil]
  {
    let list = try list(names, pupils)
    return (0..<list.count).map { list.shown($0, under: policy) }
  }

  @Test(arguments: [ReleasePolicy.holder, .lead])
  func `where two answered, a name received is one that the other gave, so nothing is shown`(
    policy: ReleasePolicy
  ) throws {
    let shown = try shown(["A,B,", "B,no one,"], "ABCD", to: policy)
    for pupil in shown {
      #expect(pupil.level == nil && pupil.levelReason == .tooFewAnswered)
      #expect(pupil.received == nil && pupil.mutual == nil && pupil.given == nil)
      #expect(pupil.receivedElsewhere == nil && pupil.flags.isEmpty)
    }
  }

  @Test func `where three answered, counts are shown`() throws {
    let shown = try shown(["A,B,", "B,C,", "C,no one,"], "ABCD", to: .holder)
    #expect(shown.map(\.received) == [0, 1, 1, 0])
    #expect(shown.map { $0.level?.letter } == ["B", "D", "C", "N"])
  }

  /// A and B name each other and C, who names D; D names C.
  private static let onePair = ["A,B,", "B,A,", "C,D,E", "D,C,E", "E,C,D"]

  @Test func `one closed pair is not told from those who are connected, but to the holder`() throws
  {
    let holder = try shown(Self.onePair, "ABCDE", to: .holder)
    #expect(holder.map { $0.level?.letter } == ["E", "E", "F", "F", "F"])
    let lead = try shown(Self.onePair, "ABCDE", to: .lead)
    #expect(lead.allSatisfy { $0.level == nil && $0.levelReason == .closedPairs })
    #expect(lead.allSatisfy { $0.received == nil && $0.mutual == nil })
    // The pair is a set of its own, which would say the same.
    #expect(lead.allSatisfy { !$0.flags.contains(.outsideMainComponent) })
    #expect(holder[0].flags.contains(.outsideMainComponent))
  }

  @Test func `two closed pairs leave it open who is whose, and are shown`() throws {
    let names = Self.onePair + ["F,G,", "G,F,"]
    let lead = try shown(names, "ABCDEFG", to: .lead)
    #expect(lead.map { $0.level?.letter } == ["E", "E", "F", "F", "F", "E", "E"])
    #expect(lead[0].flags.contains(.outsideMainComponent))
  }

  @Test func `whom all who answered name shows no count to a lead`() throws {
    let names = ["A,D,B", "B,D,A", "C,D,A", "D,A,"]
    let (lead, holder) = (
      try shown(names, "ABCD", to: .lead), try shown(names, "ABCD", to: .holder)
    )
    #expect(holder[3].received == 3)
    #expect(lead[3].received == nil && lead[3].countsReason == .namedByNearlyAll)
    #expect(lead[3].level == .connected)
    #expect(lead[1].received == 1 && lead[2].received == 0)
  }

  @Test func `a count that is left out is that of all who answered, or of all but one`() throws {
    let names = ["A,D,B", "B,D,A", "C,D,A", "D,A,"]
    let all = try shown(names, "ABCD", to: .lead)
    let butOne = try shown(["A,D,B", "B,D,A", "C,A,", "D,A,"], "ABCD", to: .lead)
    for pupil in [all[3], butOne[3]] {
      #expect(pupil.received == nil && pupil.receivedElsewhere == nil)
      #expect(pupil.countsReason == .namedByNearlyAll)
      #expect(!pupil.flags.contains(.dependsOnOne))
    }
  }

  @Test func `a lead cannot see by a decision who wrote the name: no count of names given`() throws
  {
    let names = ["A,B,C", "B,C,A", "C,A,B", "D,A,", "E,B,A"]
    let (lead, holder) = (
      try shown(names, "ABCDE", to: .lead), try shown(names, "ABCDE", to: .holder)
    )
    #expect(holder.map(\.given) == [2, 2, 2, 1, 2] && holder.allSatisfy { $0.givenReason == nil })
    #expect(lead.allSatisfy { $0.given == nil && $0.mutual == nil && $0.givenReason == .writer })
    #expect(lead[2].received == 2)
  }

  @Test func `a row that was set aside says of nobody who is named that it names him`() throws {
    // A row of somebody unknown names C, whom others name, and E, whom nobody does.
    let names = ["A,B,C", "B,C,A", "C,A,B", "D,A,B", "Nobody Known,C,E"]
    let (lead, holder) = (
      try shown(names, "ABCDE", to: .lead), try shown(names, "ABCDE", to: .holder)
    )
    #expect(holder[2].pending == 1 && holder[2].flags.contains(.pending))
    #expect(lead[2].pending == nil && !lead[2].flags.contains(.pending))
    #expect(lead[4].pending == 1 && lead[4].flags.contains(.pending))
  }

  @Test func `whether ties are in the class is not told of a class in which two answered`() throws {
    let roll = ["pupil,class", "A,X", "B,X", "C,X"] + "PQRS".map { "\($0),Y" }
    // A names B, of whom nobody else of the class can; C is named from class Y.
    let names = ["pupil,trusted_1,trusted_2", "A,B,P", "P,C,S", "Q,P,R", "R,Q,P", "S,A,Q"]
    let found = try PeerSample.analyse(names, roll: roll, scope: .school)
    let list = try #require(found).pupils
    let (holder, lead) = (list.shown(2, under: .holder), list.shown(2, under: .lead))
    #expect(holder.flags.contains(.noTieInClass) && !lead.flags.contains(.noTieInClass))
    #expect(!list.saysTiesInClass(2) && list.saysTiesInClass(3))
  }

  @Test func `those whom only the unchosen name are shown where three of these gave names`() throws
  {
    let ring = ["P,Q,R", "Q,R,P", "R,P,Q"]
    func flagged(_ unchosen: String) throws -> Int {
      let names = ring + unchosen.map { "\($0),T," } + ["T,P,"]
      return try shown(names, "PQRT" + unchosen, to: .lead).count {
        $0.flags.contains(.onlyFromUnchosen)
      }
    }
    #expect(try flagged("AB") == 0)
    #expect(try flagged("ABC") == 1)
    let names = ring + "ABC".map { "\($0),T," } + ["T,P,"]
    #expect(try shown(names, "PQRTAB" + "C", to: .holder)[6].flags.contains(.onlyFromUnchosen))
  }

  @Test func `a lead sees no figures of groups in which two answered`() throws {
    let roll = ["pupil,class", "A,X", "B,X", "C,X"] + "PQRS".map { "\($0),Y" }
    let names = ["pupil,trusted_1,trusted_2", "A,B,", "B,A,"] + ["P,Q,", "Q,R,", "R,P,"]
    let figures = try #require(try PeerSample.analyse(names, roll: roll)).figures
    let lead = figures.released(under: .lead).figures
    // The school less the pupils of Y is X.
    #expect(lead.groups.map(\.label) == ["Y"])
    #expect(figures.released(under: .holder).figures.groups.map(\.label) == ["X", "Y", "School"])
  }
}
