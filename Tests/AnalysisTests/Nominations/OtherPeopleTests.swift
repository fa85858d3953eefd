import Instruments
import Responses
import Sociometry
import Testing

@testable import Analysis

/// What names of staff, of family and what nobody can read do to a pupil's level.
struct OtherPeopleTests {
  private static let roll = [
    "pupil,name,class", "a1,Ann Ash,A", "a2,Abe Elm,A", "a3,Ada Yew,A", "a4,Al Oak,A",
  ]

  /// The list of pupils when Ann, whom Abe names, writes some names, and Ada, whom nobody names,
  /// writes them too.
  private func list(_ names: String, also: String = "") throws -> PupilList {
    let lines = ["pupil,trusted_1,trusted_2", "a1,\(names)", "a3,\(names)", "a2,a1,"]
    return try #require(
      try PeerSample.analyse(lines + (also.isEmpty ? [] : [also]), roll: Self.roll)
    ).pupils
  }

  @Test(
    arguments: [
      ("Mrs Jones,", "C", "A"), ("my mum,Sir", "C", "A"), ("no one,", "C", "A"),
      ("illegible,", "D", "B"), ("Zed Nobody,", "D", "B"), ("my dad,illegible", "D", "B"),
    ])
  func `staff and family are no peers, and what nobody can read may be one`(
    _ names: String, _ named: String, _ unnamed: String
  ) throws {
    let list = try list(names)
    #expect(list.answered[0] && list.answered[2], "it is an answer all the same")
    #expect(list.standings.levels[0]?.letter == named)
    #expect(list.standings.levels[2]?.letter == unnamed)
  }

  @Test func `an open name bears its keys and the reason`() throws {
    let list = try list("Abe,Al Oka")
    #expect(list.openNames.map(\.text) == ["Abe", "Al Oka"])
    #expect(list.openNames.map(\.reason) == [.firstName, .oneEdit])
    #expect(list.openNames.allSatisfy { $0.keys.count == 1 && $0.keys[0].count == 12 })
  }

  @Test(arguments: [("no one,", true), ("Sir,", true), ("illegible,", false)])
  func `no zero is certain in a class where a name cannot be read`(
    _ names: String, _ isCertain: Bool
  ) throws {
    let list = try list(names, also: "a4,no one,\n")
    // Ada is named by nobody, and all of her class answered.
    #expect(list.standings.received[2] == 0)
    #expect(list.standings.flags[2].contains(.certain) == isCertain)
  }
}
