import Testing

@testable import Responses

struct CourseListTests {
  @Test(
    arguments: [
      ("Year 4: 4 Rauf And Year 4", "4 Rauf"), ("Year 6 And Year 6: 6 Howe", "6 Howe"),
      ("Year 4: 4 Elm, Maths: Set 2 And Year 4", "4 Elm"), ("Registration: 7B; Art: 7x", "7B"),
      ("4 Elm", "4 Elm"), ("Year 4: 4 Elm, 4 Elm", "4 Elm"), ("Nursery: Acorn", "Acorn"),
      ("Year 4: 4 Elm, Year 4: 4 Oak", nil), ("Year 4", nil), ("Maths: Set 2", nil),
      ("Year 4: 4 Rauf And Howe", nil), ("Maths: Set 2, 4 Elm", nil), ("4 Elm, 4 Oak", nil),
    ] as [(String, String?)])
  func `the class in which a pupil is registered is told or left open`(
    _ cell: String, _ expected: String?
  ) {
    #expect(CourseList.registrationClass(cell) == expected)
  }

  @Test func `pupils whose class is not certain are left without, and counted once`() {
    let roll = importedRoll(
      """
      pupil,Courses/classes
      P1,Year 4: 4 Elm And Year 4
      P2,Year 4
      P3,"Year 4: 4 Elm, Year 4: 4 Oak"
      P4,

      """)
    #expect(roll.pupils == ["P1|||4 Elm|", "P2||||", "P3||||", "P4||||"])
    #expect(roll.faults == ["roll.csv:3 roll-group-unclear"])
    #expect(roll.messages.allSatisfy { $0.contains("2 pupils") })
  }

  @Test func `a comma in the name of a class parts it only where a part is a class`() {
    let shared = importedRoll("pupil,class\nP1,\"Ms Ash, Mr Elm\"\nP2,\"Ms Ash, Mr Elm\"\n")
    #expect(shared.pupils == ["P1|||Ms Ash, Mr Elm|", "P2|||Ms Ash, Mr Elm|"])
    #expect(shared.faults.isEmpty)
    let several = importedRoll("pupil,class\nP1,\"5A, 5B\"\nP2,5B\n")
    #expect(several.pupils == ["P1||||", "P2|||5B|"])
    #expect(several.faults == ["roll.csv:2 roll-group-unclear"])
  }

  @Test(
    arguments: [
      ("8", "Year 8"), ("Y8", "Year 8"), ("Yr 8", "Year 8"), ("year 08", "Year 8"),
      ("Year 8", "Year 8"), ("N2", "N2"), ("Year N2", "N2"), ("Nursery 2", "N2"),
      ("R", "Reception"), ("Year R", "Reception"), ("reception", "Reception"),
      ("Nursery", "Nursery"), ("0", nil), ("15", nil), ("2026", nil), ("Sixth form", nil),
      ("Yellow", nil), ("٨", nil), ("-8", nil), ("", nil),
    ] as [(String, String?)])
  func `a year group has one spelling`(_ text: String, _ expected: String?) {
    #expect(YearName.of(text) == expected)
  }

  @Test func `several years in one cell are no year`() {
    let roll = importedRoll("pupil,year\nP1,\"Year 4, Y4\"\nP2,\"Year 4, Year 5\"\nP3,Oak hall\n")
    #expect(roll.pupils == ["P1||||Year 4", "P2||||", "P3||||Oak hall"])
    #expect(roll.faults == ["roll.csv:3 roll-group-unclear"])
  }
}
