import Testing

@testable import Responses

/// What is told from the headings of a roll, and where they stand.
struct RollColumnsTests {
  @Test func `private columns are neither kept nor asked for`() throws {
    let text = """
      pupil,name,Date of Birth,Email,Home Address,Parent 1 Mobile,Middle name(s),T\u{435}l,House,UPN,
      P1,Ann Ash,1/2/2015,a@school.example,1 The Road,07000,Jo,N1,Elm,A802200106001,x

      """
    let roll = try #require(importedRoll(text).roll)
    #expect(Set(roll.others.keys) == ["House"])
    #expect(roll.records.flatMap(\.groups).map(\.label) == ["Elm"])
  }

  @Test(
    arguments: [
      ("pupil,House,house\nP1,Elm,Oak\n", ["roll.csv:1 heading-twice"]),
      ("pupil,Legal Surname,legal  surname\nP1,A,B\n", ["roll.csv:1 heading-twice"]),
      ("pupil,Email,email\nP1,a,b\n", []),
      ("pupil,\u{0421}lass\nP1,5B\n", ["roll.csv:1 heading-look-alike"]),
      ("U\u{0420}N,name\nP1,A B\n", ["roll.csv:1 heading-look-alike"]),
      ("pupil,Cl\u{200B}ass\nP1,5B\n", []),
      ("UPN,Adno,name\nA802200106001,7,A\nZ999421730002,7,B\n", ["roll.csv:3 roll-two-ids"]),
      ("pupil,UPN,name\nP1,,A\nP2,,B\n", []),
      ("pupil,name\n1.2E+11,A B\n", ["roll.csv:2 roll-spoilt-id"]),
      ("pupil,name\nP1,A B\nPrinted on 14 May,\n", ["roll.csv:3 roll-line-of-report"]),
      ("pupil,name\n0012,A B\n12,C D\n", ["roll.csv:2 roll-zeros-apart"]),
      ("pupil,name\nP1,A B\npupil,name\nP2,C D\n", []),
      ("pupil,Enrolment Status\nP1,Guest\nP2,Active\n", ["roll.csv:1 roll-status-unknown"]),
    ])
  func `headings and ids that are not clear are told with their place`(
    _ text: String, _ faults: [String]
  ) {
    let roll = importedRoll(text)
    #expect(roll.faults == faults, "\(roll.messages)")
  }

  @Test(
    arguments: [
      ("Larkfield\nPrinted on 1 May\n\nUPN;name\nA802200106001;A B\n", []),
      ("Class list;;\npupil;name;class\nP1;A B;5B\n", []),
      ("Pupil\npupil,name\nP1,A B\n", []),
      ("P0,Z Y,5B\npupil,name,class\nP1,A B,5B\n", ["roll.csv:1 roll-headings-unclear"]),
      ("pupil,name\nP1,A B\nUPN,surname,class\nP2,C,5B\n", ["roll.csv:3 roll-headings-unclear"]),
      ("\"Title\nof two lines\"\npupil,name\nP1,A B\nP1,C D\n", ["roll.csv:5 roll-same-id"]),
      ("sep=;\nTitle\npupil;name\nP1;A B\n", []),
    ])
  func `titles may stand above the headings, and pupils may not`(
    _ text: String, _ faults: [String]
  ) {
    let roll = importedRoll(text)
    #expect(roll.faults == faults, "\(roll.messages)")
    #expect(!faults.isEmpty || roll.roll?.count == 1)
  }

  @Test func `a blank year means gone only where the heading says of which day it is`() {
    let rows = "P1,Year 4,4 Elm\nP2,,\nP3,,4 Elm\n"
    #expect(importedRoll("pupil,Year,class\n" + rows).roll?.count == 3)
    let dated = importedRoll("pupil,NC Year(s) for today,class\n" + rows)
    #expect(dated.roll.map { ($0.count, $0.leaverCount) } ?? (0, 0) == (2, 1))
    let holiday = importedRoll("pupil,NC Year(s) for today\nP1,\nP2,\n")
    #expect(holiday.faults == ["roll.csv:1 roll-only-leavers"])
  }

  @Test(
    arguments: [
      ("Leaver", 0, 1), ("former", 0, 1), (" LEFT ", 0, 1), ("Active", 1, 0), ("", 1, 0),
      ("Applicant", 0, 0),
    ])
  func `the enrolment status says who is on roll`(_ status: String, _ stays: Int, _ left: Int) {
    let roll = importedRoll("pupil,Enrolment Status\nP1,\(status)\nP2,Active\n").roll
    #expect(roll?.count == stays + 1)
    #expect(roll?.leaverCount == left)
  }

  @Test(
    arguments: [
      ("name,known_as", "\"Fox, Mary Kate\",MK", "Mary Kate Fox", "MK Fox"),
      ("forename,surname,preferred forename", "Mary Kate,Fox,MK", "Mary Kate Fox", "MK Fox"),
      ("forename,surname,preferred surname", "Mary,Fox,Lee", "Mary Fox", "Mary Lee"),
      ("legal surname,surname,forename", "Fox,Lee,Mary", "Mary Fox", "Mary Lee"),
      ("forename,surname,preferred name", "Mary,Fox,\"Fox, Mary\"", "Mary Fox", ""),
      ("preferred first name,preferred last name", "Mary,Fox", "", "Mary Fox"),
      ("name,known_as", "Mary Fox,Molly", "Mary Fox", "Molly"),
    ])
  func `the name in daily use goes with the surname wherever that is told apart`(
    _ headings: String, _ cells: String, _ name: String, _ called: String
  ) {
    #expect(importedRoll("pupil,\(headings)\nP1,\(cells)\n").pupils == ["P1|\(name)|\(called)||"])
  }

  @Test func `names are one whether accents are composed or not`() throws {
    let whole = try #require(importedRoll("pupil,name\nP1,Zo\u{EB} Fox\n").roll)
    let parts = try #require(importedRoll("pupil,name\nP1,Zoe\u{308} Fox\n").roll)
    #expect(whole.names == parts.names)
  }
}
