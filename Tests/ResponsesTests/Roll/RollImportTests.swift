import Instruments
import Statistics
import Testing

@testable import Responses

struct RollImportTests {
  /// The headings of school systems (research on Arbor, SIMS and Bromcom), one pupil each.
  private static let samples = [
    (
      """
      "Globally Unique Student ID","Arbor Student ID","Legal First Name","Legal Last Name","Sex",\
      "Year group(s) this academic year","Date of Birth","Courses/classes","SEN status"
      A802200106001,ARB001,Ava,Adams,Female,Year 4,2017-09-15,"Year 4: 4 Rauf And Year 4",SEN Support

      """, "A802200106001|Ava Adams||4 Rauf|Year 4"
    ),
    (
      """
      Admission No,UPN,Legal Surname,Legal Forename,Preferred Name,Date of Birth,Gender,Year Group,\
      Reg Group,Enrolment Status,SEN Status,Pupil Premium,EAL,Looked After
      A003,A802200106001,O'Neill,Lola,Lolly O'Neill,18/02/2013,F,8,8A,Active,K,No,Yes,No

      """, "A802200106001|Lola O'Neill|Lolly O'Neill|8A|Year 8"
    ),
    (
      """
      UPN,Preferred First Name,Preferred Last Name,Year Group Name,Tutor Group,House(s),Student email
      A802200106001,Tom,Brown,Year 5,5B,Oak,tbrown@school.example

      """, "A802200106001||Tom Brown|5B|Year 5"
    ),
    (
      "pupil,name,known_as,class,year\nP1,\"Brown, Thomas\",Tom,5B,5\n",
      "P1|Thomas Brown|Tom Brown|5B|Year 5"
    ),
    ("PUPIL ID;Full name;Form\n 7 ; Aisha Khan ; 5B \n", "7|Aisha Khan||5B|"),
    (
      "Adno,Surname,Forename,Chosen Name,Registration Form,NC Year\n1,Fox,Elizabeth,Liz,5B,5\n",
      "1|Elizabeth Fox|Liz Fox|5B|Year 5"
    ),
    ("student id\nx\n", "x||||"),
  ]

  @Test(arguments: samples)
  func `the columns are found under the headings of school systems`(_ text: String, _ pupil: String)
  {
    let roll = importedRoll(text)
    #expect(roll.pupils == [pupil], "\(roll.messages)")
    #expect(roll.faults.isEmpty)
  }

  @Test func `further columns can be asked for in any spelling`() throws {
    let roll = try #require(
      importedRoll("pupil,SEN Status,house\nP2,K,Oak\nP1,,Elm\nP3, K ,Oak\n").roll)
    #expect(roll.labels(headed: "sen_status") == LabelColumn(labels: ["K"], cells: [-1, 0, 0]))
    #expect(roll.labels(headed: "HOUSE") == LabelColumn(labels: ["Elm", "Oak"], cells: [0, 1, 1]))
    #expect(roll.labels(headed: "class") == nil && roll.labels(headed: "pupil") == nil)
  }

  @Test func `any order of the rows gives the same roll`() {
    let rows = [
      "P10,Tom Brown,Tommy,5B,5,,no,Oak", "P2,Aisha Khan,,5A,5,,yes,Elm", "P1,Zoë Fox,,4A,4,,,Oak",
      "P3,Old Boy,,4A,4,1/2/2020,,", "Ä,Bo Lee,,5B,,,1,Ash",
    ]
    let header = "pupil,name,known_as,class,year,left,opted_out,house\n"
    let expected = importedRoll(header + rows.joined(separator: "\n"))
    #expect(
      expected.pupils == [
        "P1|Zoë Fox||4A|Year 4", "P10|Tom Brown|Tommy|5B|Year 5", "P2|Aisha Khan||5A|Year 5",
        "Ä|Bo Lee||5B|",
      ])
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20 {
      let shuffled = importedRoll(header + rows.shuffled(using: &random).joined(separator: "\n"))
      #expect(shuffled.pupils == expected.pupils)
      #expect(shuffled.roll?.classes == expected.roll?.classes)
      #expect(shuffled.roll?.years == expected.roll?.years)
      #expect(shuffled.roll?.others == expected.roll?.others)
      #expect(shuffled.roll?.optedOut == expected.roll?.optedOut)
      #expect(shuffled.roll?.leaverCount == 1)
    }
    #expect(expected.roll?.optedOut == [false, false, true, true])
  }

  @Test func `pupils who have left are counted and are not on the roll`() {
    let roll = importedRoll("pupil,name,left\nP1,A B,\nP2,C D,2026-01-01\nP3,E F, \nP2,C D,\n")
    #expect(roll.pupils == ["P1|A B|||", "P2|C D|||", "P3|E F|||"])
    #expect(roll.roll?.leaverCount == 1)
  }

  @Test(
    arguments: [
      ("", true), (" ", true), ("no", true), ("N", true), ("0", true), ("yes", false),
      ("2026-11-16", false), ("2026-11-17", false), ("2026-11-18", true), ("18/11/2026", true),
      ("20/07/2032", true), ("soon", false),
    ])
  func `a pupil who leaves after today is still on the roll`(_ left: String, _ stays: Bool) {
    let source = FileSource(
      name: "roll.csv", bytes: Array("pupil,left\nP1,\(left)\nP2,\n".utf8))
    let today = options { $0.today = CalendarDay(year: 2_026, month: 11, day: 17) }
    #expect(importedRoll(source, today).roll?.count == (stays ? 2 : 1))
    let isDay = left.contains("20")
    #expect(importedRoll(source).roll?.count == (stays && !isDay ? 2 : 1), "any day without today")
  }

  @Test(
    arguments: [
      ("pupil,name\nP1,\"A\nB\"\nP2,C\nP1,D\n", ["roll.csv:5 roll-same-id"], "line 2"),
      (
        "pupil,name\n,A\nP1,B\n \t,C\n", ["roll.csv:2 roll-blank-id", "roll.csv:4 roll-blank-id"],
        "no id"
      ),
      ("pupil,name\nP1,A\n P1 ,B\n", ["roll.csv:3 roll-same-id"], "line 2"),
      ("pupil,name\nP1,A,B\nP2\n", ["roll.csv:2 ragged-row", "roll.csv:3 ragged-row"], "cells"),
      ("pupil,pupil\nP1,P2\n", ["roll.csv:1 heading-twice"], "columns 1 and 2"),
      ("pupil,name\n\n , \n", ["roll.csv:1 roll-empty"], "no pupils"),
      ("name,class\nTom Secret,5B\n", ["roll.csv:1 roll-without-ids"], "'UPN'"),
      ("Tom Secret,5B\nAnn Secret,5A\n", ["roll.csv:1 roll-without-ids"], "first line"),
    ])
  func `a roll with a fault is refused, with its places and without names`(
    _ text: String, _ faults: [String], _ words: String
  ) {
    let roll = importedRoll(text)
    #expect(roll.faults == faults)
    #expect(roll.messages.allSatisfy { $0.contains(words) && !$0.contains("Secret") })
  }

  @Test func `blank rows are passed over, however wide they are`() {
    #expect(importedRoll("pupil,name\n\n,\n , \n \nP1,A B\n,,,\n").pupils == ["P1|A B|||"])
  }

  /// A802200106001 is the sample number of the Department for Education's guide.
  @Test(
    arguments: [
      ("A802200106001", true), ("Z802200106001", false), ("A802200106010", false),
      ("A80220010600B", true), ("a802200106001", false), ("A80220010600", false),
      ("A8022001060011", false), ("A80220O106001", false), ("ÄÄ2200106001", false),
    ])
  func `a number whose check letter does not fit is a warning`(_ number: String, _ fits: Bool) {
    let text = number.hasSuffix("B") ? "Q80220010600B" : number
    let roll = importedRoll("UPN,name\n\(text),A B\n")
    let isRight = number.hasSuffix("B") ? Self.fits(text) : fits
    #expect(roll.faults == (isRight ? [] : ["roll.csv:2 roll-check-letter"]))
    #expect(roll.roll?.count == 1)
    #expect(importedRoll("pupil,name\n\(text),A B\n").faults.isEmpty, "only UPNs have a letter")
  }

  /// The letter of a temporary number, worked out beside the code: B counts 1 in the thirteenth place.
  private static func fits(_ text: String) -> Bool {
    let digits = [8, 0, 2, 2, 0, 0, 1, 0, 6, 0, 0]
    let sum = zip(digits, 2...).reduce(13 * 1) { $0 + $1.0 * $1.1 }
    return text.first == Array("ABCDEFGHJKLMNPQRTUVWXYZ")[sum % 23]
  }

  @Test func `a display name is the full name, else what the pupil is called, else the id`() throws
  {
    let roll = try #require(
      importedRoll("pupil,name,known_as\nP1,Tom Brown,Tommy\nP2,,Annie\nP3,,\n").roll)
    #expect((0..<3).map(roll.displayName) == ["Tom Brown", "Annie", "P3"])
  }

  @Test func `respondents are found by id or a name that is certain, and by nothing else`() throws {
    let roll = try #require(
      importedRoll(
        "pupil,name,known_as\nP1,Thomas Brown,Tom\nP2,Aisha Khan,\nP3,Mo Khan,\nP4,Mo Khan,\n"
      ).roll)
    var texts = TextColumn()
    for text in ["P2", " p2", "AISHA  KHAN", "Tom Brown", "Tom", "Mo Khan", "Aisha Kahn", "", "P9"]
    {
      texts.append(text)
    }
    #expect(roll.pupils(of: texts) == [1, 1, 1, 0, -1, -1, -1, -1, -1])
  }
}
