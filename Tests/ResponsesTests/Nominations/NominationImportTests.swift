import Instruments
import Statistics
import Testing

@testable import Responses

struct NominationImportTests {
  private static let rollText = """
    pupil,name,class,year,left
    P1,Tom Brown,5B,5,
    P2,Aisha Khan,5B,5,
    P3,Lena Fox,5B,5,
    P4,Omar Diaz,5A,5,
    P5,Zoë O'Neill,4A,4,
    P6,Gone Away,4A,4,2026-01-01

    """
  private static let peers = instrument([
    item("me", .text, role: .respondent),
    item(
      "trusted", .nominate(NominationRule(scope: .school, limit: 3)), text: "Who do you trust?"),
  ])

  private func read(
    _ text: String, _ options: ImportOptions = ImportOptions(), round: String? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws -> Nominated {
    let roll = try #require(importedRoll(Self.rollText).roll)
    return nominated(text, on: roll, Self.peers, options, round: round, location: location)
  }

  /// The same answers in every layout that is understood.
  @Test(
    arguments: [
      "pupil,trusted_1,trusted_2,trusted_3\nP1,P2,P3,\nP2,P1,,\nP3,no one,,\nP4,,,\n",
      "pupil,Trusted 3,trusted_1,trusted2\nP1,P3,,P2\nP2,P1,,\nP3,,no one,\nP4,,,\n",
      "me;Who do you trust? [First name];Who do you trust? [Second name]\nP1;P2;P3\nP2;P1;\nP3;no one;\nP4;;\n",
      "me,trusted\nP1,\"Aisha Khan, Lena Fox\"\nP2,Tom Brown\nP3,no one\nP4,\n",
      "me,trusted\nP1,\"P2;P3;\"\nP2,P1\nP3,-\nP4, \n",
      "me,trusted\nP1,Aisha Khan and Lena Fox\nP2,\" P1 \"\nP3,Nobody!\nP4,\"\"\n",
      "me,trusted\nP1,\"Aisha Khan\nLena Fox\"\nP2,P1\nP3,None\nP4,;\n",
      "nominator,nominee\nP1,P2\nP1,P3\nP2,P1\nP3,no one\nP4,\n",
      "x,nominee,nominator\n,P3,P1\n,P1,P2\n,P2,P1\n,NO-ONE,P3\n,,P4\n",
      "name,class,first friend,second friend\nTom Brown,5B,aisha khan,LENA FOX\nAisha Khan,5B,P1,\nLena Fox,5B,noone,\nOmar Diaz,5A,,\n",
      "Timestamp,Your name,Who do you trust?\n1/2/2026 9:00,Tom Brown,\"Aisha Khan; Lena Fox\"\n1/2/2026 9:00,P2,P1\n1/2/2026 9:00,P3,no one\n,P4,\n",
      "ID,Start time,Completion time,Email,Name,me,trusted1,trusted2,trusted3\n1,,,anonymous,,P1,P2,P3,\n2,,,anonymous,,P2,P1,,\n3,,,anonymous,,P3,no one,,\n4,,,anonymous,,P4,,,\n",
    ])
  func `every layout gives the same nominations`(_ text: String) throws {
    let names = try read(text)
    #expect(names.ties == ["P1>P2", "P1>P3", "P2>P1"], "\(names.messages)")
    #expect(names.answered == ["P1", "P2", "P3"], "blanks are no answer, and neither is no row")
    #expect(names.discards.isEmpty && names.questions.isEmpty && names.unmatched.isEmpty)
    #expect(names.outcome?.ledger.excluded == [:])
  }

  @Test(
    arguments: [
      ("P1,P1,P2,\n", ["P1>P2"], ["P1 self"]),
      ("P1,Tom Brown,,\n", [], ["P1 self"]),
      ("P1,P2,P2,Aisha Khan\n", ["P1>P2"], ["P1 repeated", "P1 repeated"]),
      ("P1,Stranger Danger,P2,\n", ["P1>P2"], ["P1 off_roll"]),
      ("P1,Gone Away,P6,\n", [], ["P1 off_roll", "P1 off_roll"]),
      ("P1,no one,P2,\n", ["P1>P2"], []),
      ("P1,Aisha,P3,\n", ["P1>P3"], ["P1 unresolved"]),
      ("P1,P1,P1,P1\n", [], ["P1 self", "P1 self", "P1 self"]),
    ] as [(String, [String], [String])])
  func `names that are no ties are discarded with the reason`(
    _ row: String, _ ties: [String], _ discards: [String]
  ) throws {
    let names = try read("pupil,trusted_1,trusted_2,trusted_3\n\(row)")
    #expect(names.ties == ties && names.discards == discards)
    #expect(names.answered == ["P1"])
  }

  @Test(
    arguments: [
      (["P2", "P3", "P4", "P5"], ["P1>P2", "P1>P3", "P1>P4"], ["P1 over_limit"]),
      (["P5", "P4", "P3", "P2"], ["P1>P2", "P1>P3", "P1>P4"], ["P1 over_limit"]),
      (
        ["P2", "Aisha", "Nobody Known", "P3"], ["P1>P2", "P1>P3"],
        ["P1 off_roll", "P1 unresolved"]
      ),
      (["P1", "P2", "P2", "P3", "P4"], ["P1>P2", "P1>P3", "P1>P4"], ["P1 repeated", "P1 self"]),
    ] as [([String], [String], [String])])
  func `names over the limit are discarded in the order of the roll`(
    _ written: [String], _ ties: [String], _ discards: [String]
  ) throws {
    let long = try read("nominator,nominee\n" + written.map { "P1,\($0)\n" }.joined())
    #expect(long.ties == ties && long.discards == discards)
    let cell = try read("me,trusted\nP1,\"\(written.joined(separator: ";"))\"\n")
    #expect(cell.everything == long.everything)
  }

  @Test func `a round is chosen where a file holds several`() throws {
    let text = "nominator,nominee,Round\nP1,P2,autumn\nP1,P3,spring\nP2,P1, spring \n,,\n"
    #expect(try read(text).faults == ["names.csv:1 several-rounds"])
    let spring = try read(text, round: "spring")
    #expect(spring.ties == ["P1>P3", "P2>P1"] && spring.answered == ["P1", "P2"])
    #expect(spring.outcome?.ledger.read == 3, "rows of other rounds are not of this import")
    let wrong = try read(text, round: "sprnig")
    #expect(wrong.faults == ["names.csv:1 no-such-round"])
    #expect(wrong.messages.allSatisfy { $0.contains("'spring'") })
  }

  @Test(
    arguments: [
      ("pupil,a,b,c,d\nP1,P2,,,\n", "names.csv:1 name-columns-unclear"),
      ("pupil\nP1\n", "names.csv:1 name-columns-unclear"),
      (",trusted\nP1,P2\n", nil),
      ("pupil,trusted_1\nP1,P2,P3\n", "names.csv:2 ragged-row"),
      ("Timestamp,Email Address\n1,2\n", "names.csv:1 no-respondent-column"),
    ])
  func `a layout that cannot be told is a fault`(_ text: String, _ fault: String?) throws {
    let names = try read(text)
    #expect(names.faults == (fault.map { [$0] } ?? []))
  }

  @Test func `a fault names no pupil`() throws {
    let names = try read(
      "name,trusted_1\nTom Brown,Aisha Khan\nTom Brown,Lena Fox\nLena Fox,Omar Diaz,Zoë\nX,\"Y\"Z\n"
    )
    let words = ["Tom", "Brown", "Aisha", "Khan", "Lena", "Fox", "Omar", "Diaz", "Zoë"]
    #expect(names.outcome == nil && names.messages.count == 4)
    for word in words { #expect(!names.messages.joined().contains(word)) }
  }

  @Test func `a row of nobody certain is kept apart, with whom it names and who it could be`()
    throws
  {
    let names = try read(
      "pupil,trusted_1,trusted_2\nTom,P2,Lena Fox\nWho Knows,P4,\n,P5,\nP1,P2,\n")
    #expect(names.ties == ["P1>P2"])
    #expect(
      names.unmatched == ["1 Tom: P1 named P2 P3", "2 Who Knows:  named P4", "3 :  named P5"])
    #expect(names.outcome?.ledger.excluded == [.respondent: 3])
    #expect(names.outcome?.ledger.needsPerson == true)
  }

  @Test(arguments: [true, false])
  func `two rows of one pupil without times are faults, and neither counts`(_ byName: Bool) throws {
    let second = byName ? "tom  brown" : "P1"
    let text = "pupil,trusted_1\nP1,P2\nP3,P4\n\(second),P3\n"
    let stopped = try read(text)
    #expect(stopped.faults == ["names.csv:2 same-respondent", "names.csv:4 same-respondent"])
    #expect(stopped.messages[0].contains("line 4") && stopped.messages[1].contains("line 2"))
    let rest = try read(text, options { $0.acceptsRejects = true })
    #expect(rest.ties == ["P3>P4"] && rest.answered == ["P3"])
    #expect(rest.outcome?.ledger.excluded == [.fault: 2])
  }

  @Test func `of two rows of one pupil the later by its time counts`() throws {
    let rows = [
      "13/02/2026 9:00,P1,P2", "13/02/2026 9:01,Tom Brown,P3", "13/02/2026 8:00,P1,P4",
      "13/02/2026 9:00,P2,P1",
    ]
    for rows in [rows, rows.reversed()] {
      let names = try read("Timestamp,me,trusted\n" + rows.joined(separator: "\n"))
      #expect(names.ties == ["P1>P3", "P2>P1"])
      #expect(names.outcome?.ledger.excluded == [.duplicate: 2])
    }
    let equal = try read("Timestamp,me,trusted\n13/02/2026 9:00,P1,P2\n13/02/2026 9:00,P1,P3\n")
    #expect(equal.faults == ["names.csv:2 same-respondent", "names.csv:3 same-respondent"])
  }

  @Test(arguments: ["wide", "long", "cell"])
  func `the order of the rows changes nothing`(_ layout: String) throws {
    var random = SeededGenerator(seed: 7)
    let people = ["P1", "P2", "Lena Fox", "P4", "zoë o’neill", "Tom", "Gone Away", "Who", "Khan"]
    let names = people + ["no one", "", "Aisha", "Fox", "P1", "P2"]
    let rows = people.flatMap { person in
      switch layout {
      case "long":
        return (0..<5).map { _ in "\(person),\(names.randomElement(using: &random) ?? "")" }
      case "cell":
        let cell = (0..<5).map { _ in names.randomElement(using: &random) ?? "" }
        return ["\(person),\"\(cell.joined(separator: ";"))\""]
      default:
        let cells = (0..<3).map { _ in names.randomElement(using: &random) ?? "" }
        return ["\(person),\(cells.joined(separator: ","))"]
      }
    }
    let header =
      switch layout {
      case "long": "nominator,nominee\n"
      case "cell": "me,trusted\n"
      default: "pupil,trusted_1,trusted_2,trusted_3\n"
      }
    let expected = try read(header + rows.joined(separator: "\n"))
    #expect(!expected.ties.isEmpty && !expected.questions.isEmpty && !expected.discards.isEmpty)
    for _ in 0..<10 {
      let shuffled = try read(header + rows.shuffled(using: &random).joined(separator: "\n"))
      #expect(shuffled.everything == expected.everything)
    }
  }

  @Test func `pupils who opted out are left out as nominators and can be named`() throws {
    let roll = try #require(
      importedRoll("pupil,name,opted_out\nP1,Tom Brown,yes\nP2,Aisha Khan,no\n").roll)
    let names = nominated("pupil,trusted_1\nP1,P2\nP2,P1\n", on: roll, Self.peers)
    #expect(names.ties == ["P2>P1"] && names.answered == ["P2"])
    #expect(names.outcome?.ledger.excluded == [.optedOut: 1])
  }

  @Test(arguments: ["idk", "I don’t know", "n/a", "???", ".", "Prefer not to say", "DK", "pn"])
  func `what is neither a name nor "no one" is no answer`(_ text: String) throws {
    let names = try read("pupil,trusted_1\nP1,\(text)\nP2,nobody at all\n")
    #expect(names.answered == ["P2"] && names.discards.isEmpty && names.questions.isEmpty)
  }

  @Test(arguments: ["P01", "p-1", "P 1", "P001"])
  func `an id that a spreadsheet may have spoilt is a question`(_ text: String) throws {
    #expect(try read("pupil,trusted_1\nP2,\(text)\n").questions == ["P2 \(text): P1"])
  }

  @Test func `rows that are set aside cast doubt on those they speak of`() throws {
    let names = try read(
      "pupil,trusted_1\nP1,P2\nP1,P3\nP4,P5,x\n", options { $0.acceptsRejects = true })
    let doubtful = names.outcome?.nominations.doubtful.sorted()
    #expect(doubtful == [0, 0, 1, 2, 3, 4], "P1 twice, whom it names, and the cut row's two")
  }

  @Test func `rows with a fault are left out when the person accepts that`() throws {
    let names = try read(
      "pupil,trusted_1\nP1,P2\nP2\n,\nP3,P1,P2\n", options { $0.acceptsRejects = true })
    #expect(names.ties == ["P1>P2"])
    #expect(names.outcome?.ledger.excluded == [.fault: 2, .empty: 1])
    #expect(names.outcome?.ledger.read == 4)
  }

  @Test func `a limit of the largest number is no danger`() throws {
    let endless = instrument([
      item("trusted", .nominate(NominationRule(scope: .school, limit: .max)))
    ])
    let roll = try #require(importedRoll(Self.rollText).roll)
    let names = nominated("pupil,trusted_1,trusted_9\nP1,P2,P3\n", on: roll, endless)
    #expect(names.ties == ["P1>P2", "P1>P3"])
  }
}
