import Responses
import Sociometry
import Testing

@testable import Analysis

/// What the list of pupils says of whom to ask and which names to decide.
struct PupilListTests {
  private func list(_ names: [String], _ pupils: [String]) throws -> PupilList {
    let header = ["pupil,trusted_1,trusted_2"]
    let roll = ["pupil,name,class"] + pupils.map { "\($0),3 Oak" }
    return try #require(try PeerSample.analyse(header + names, roll: roll)).pupils
  }

  private func asked(_ list: PupilList) -> [[String]] {
    list.chase.map { $0.ask.map { list.roll.ids[Int($0)] } }
  }

  @Test func `where two answered, whom to ask first would say who is named, so nobody is`() throws {
    let pupils = ["A,Ada Quill", "B,Ben Rook", "C,Cleo Stark", "D,Dov Tarn", "E,Eve Umber"]
    let two = ["A,C,E", "E,A,"]
    // B and D are named by nobody; C, who comes after them, would be one whom A or E named.
    #expect(asked(try list(two, pupils)) == [])
    #expect(asked(try list(two + ["D,A,"], pupils)) == [["B", "C"]])
  }

  @Test func `a name that only its own writer waits for need not be decided`() throws {
    let pupils = ["P1,Ravi Khan", "P2,Aisha Khan", "P3,Iris Bell", "P4,Ravi Stone"]
    let names = ["P1,Khan,", "P2,P4,P3", "P3,P2,Ravi", "P4,P2,"]
    let list = try list(names, pupils)
    // "Khan" is shown as if it could be Ravi Khan, who wrote it; "Ravi" alone could name him.
    #expect(list.openNames.map(\.text) == ["Khan", "Ravi"])
    #expect(list.openNames[0].candidates == [0, 1])
    let chase = try #require(list.chase.first)
    #expect(chase.open == 1 && chase.settled == 1 && chase.ask.isEmpty)
    #expect(chase.questions.map { list.openNames[$0].text } == ["Ravi"])
  }
}
