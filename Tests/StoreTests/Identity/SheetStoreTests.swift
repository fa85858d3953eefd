import Analysis
import Diagnostics
import Foundation
import Instruments
import Responses
import Testing

@testable import Store

struct SheetStoreTests {
  private let test: TestAudit
  private let definition: Definition
  private let rollText = """
    pupil,name,class,year,opted_out
    P1,Tom Brown,5B,5,
    P2,Aisha Khan,5B,5,
    P3,Tom Smith,5B,5,
    P4,Zoë O'Neill,5B,5,
    P5,Jo Bell,5B,5,yes

    """

  init() throws {
    test = try TestAudit()
    definition = try Definition.peers()
    _ = try test.people.take(
      roll(rollText), in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
  }

  private func take(
    _ text: String, _ overlap: Intake.Overlap? = nil, accepting: Bool = false
  ) throws -> String {
    let read = try sheets(text, on: roll(rollText), for: definition, accepting: accepting)
    return try test.people.take(read, intake(definition, overlap), by: lead).words
  }

  private var ties: [String] { get throws { try test.people.peers(definition).ties } }

  /// Expects that every row of every file that counts is a sheet that counts, or accounted for.
  private func expectSums(_ used: Int, location: SourceLocation = #_sourceLocation) throws {
    let kept = try #require(
      try test.people.nominations(
        round: "autumn", instrument: "trusted-peers", definition: Definition.read))
    #expect(kept.sheets.ledger.used == used, sourceLocation: location)
    for entry in try test.people.imports() where entry.undone == nil && entry.label != "R1" {
      let excluded = entry.excluded.values.reduce(0, +)
      #expect(
        entry.read == entry.added + entry.updated + entry.repeated + excluded, "\(entry)",
        sourceLocation: location)
    }
  }

  private func timed(_ rows: [(String, String, String)]) -> String {
    "Timestamp,pupil,trusted_1\n"
      + rows.map { "12/10/2026 \($0.0):00,\($0.1),\($0.2)\n" }.joined()
  }

  @Test func `the sheets of the sample school give the figures of its file`() throws {
    let test = try TestAudit()
    let text = try String(contentsOfFile: projectFolder + "/SampleData/roll.csv", encoding: .utf8)
    let names = try String(
      contentsOfFile: projectFolder + "/SampleData/trusted-peers.csv", encoding: .utf8)
    let sample = try roll(text)
    _ = try test.people.take(sample, in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
    _ = try test.people.take(
      sheets(names, on: sample, for: definition), intake(definition), by: lead)
    var sink = DiagnosticSink()
    let read = try #require(
      NominationImport.read(
        FileSource(name: "names.csv", bytes: Array(names.utf8)), for: definition.instrument,
        on: sample, options: ImportOptions(), reporting: &sink))
    let file = try PeerResults((read.nominations, read.ledger), definition.instrument)
    let kept = try test.people.peers(definition)
    #expect(kept.everything == file.everything)
    #expect(kept.ledger == file.ledger.withoutCells)
  }

  @Test func `the same file again adds nothing, in any order of its rows`() throws {
    let text = "pupil,trusted_1,trusted_2\nP1,Aisha Khan,P3\nP2,no one,\nTo Br,P4,\n"
    #expect(try take(text) == "N1 +3 ~0 =0 of 3")
    let before = try test.settled(.identity)
    let other = "pupil,trusted_1,trusted_2\nTo Br,P4,\nP2,no one,\nP1,Aisha Khan,P3\n"
    #expect(try take(other) == "same as N1")
    #expect(try test.settled(.identity) == before)
    try expectSums(3)
  }

  @Test func `of two answers of a pupil the later by its own time counts`() throws {
    #expect(try take(timed([("09:00", "P1", "P2"), ("09:01", "P2", "P1")])) == "N1 +2 ~0 =0 of 2")
    #expect(
      try take(timed([("09:30", "P1", "P3"), ("08:00", "P2", "P4"), ("09:00", "P4", "P1")]))
        == "N2 +1 ~1 =1 of 3")
    #expect(try ties == ["P1>P3", "P2>P1", "P4>P1"])
    try expectSums(3)
    #expect(try test.people.undo("N2", on: someDay, by: lead)?.count == 1)
    #expect(try ties == ["P1>P2", "P2>P1"])
    try expectSums(2)
  }

  @Test func `an update stands when what it replaced is undone`() throws {
    _ = try take(timed([("09:00", "P1", "P2"), ("09:01", "P2", "P1")]))
    _ = try take(timed([("09:30", "P1", "P3"), ("09:31", "P2", "P4")]))
    _ = try test.people.undo("N1", on: someDay, by: lead)
    #expect(try ties == ["P1>P3", "P2>P4"])
    try expectSums(2)
  }

  @Test func `without times a changed answer asks`() throws {
    _ = try take("pupil,trusted_1\nP1,P2\nP2,P1\n")
    let text = "pupil,trusted_1\nP1,P3\nP2,P1\nP4,P1\n"
    #expect(try take(text) == "asks =0 ~1 +1")
    #expect(try take(text, .skip) == "N2 +1 ~0 =2 of 3")
    #expect(try ties == ["P1>P2", "P2>P1", "P4>P1"])
    try expectSums(3)
    #expect(try take("pupil,trusted_1\nP1,P4\n", .add) == "N3 +0 ~1 =0 of 1")
    #expect(try ties == ["P1>P4", "P2>P1", "P4>P1"])
    try expectSums(3)
    _ = try test.people.undo("N3", on: someDay, by: lead)
    #expect(try ties == ["P1>P2", "P2>P1", "P4>P1"])
  }

  @Test func `a respondent whom nobody knows is taken once, and asked about`() throws {
    _ = try take("pupil,trusted_1\nTo Br,P2\nTo Br,P3\n")
    #expect(try take("pupil,trusted_1\nTo Br,P2\nP2,P1\n") == "asks =1 ~0 +1")
    #expect(try take("pupil,trusted_1\nTo Br,P2\nP2,P1\n", .skip) == "N2 +1 ~0 =1 of 2")
    #expect(try test.people.peers(definition).nominations.unmatchedRespondents.count == 2)
    try expectSums(3)
  }

  @Test func `a list of one row for each name is the same answer in any order`() throws {
    #expect(try take("nominator,nominee\nP1,P2\nP1,P3\nP2,P1\n") == "N1 +3 ~0 =0 of 3")
    let text = "nominator,nominee\nP2,P1\nP1,P3\nP4,P1\nP1,P2\n"
    #expect(try take(text) == "N2 +1 ~0 =3 of 4")
    #expect(try take("nominator,nominee\nP1,P4\n", .add) == "N3 +0 ~1 =0 of 1")
    #expect(try ties == ["P1>P4", "P2>P1", "P4>P1"])
    try expectSums(3)
  }

  @Test func `rows that were set aside are accounted for once, and do not ask`() throws {
    let text = "pupil,trusted_1\nP1,P2\nP1,P3\nP2,P4\nP3,P4,P1\n"
    #expect(try take(text, accepting: true) == "N1 +1 ~0 =0 of 4")
    try expectSums(1)
    #expect(try test.people.peers(definition).nominations.doubtful.count >= 4)
    #expect(try take(text + "P4,P1\n", accepting: true) == "N2 +1 ~0 =1 of 5")
    try expectSums(2)
  }

  @Test func `names are matched against the roll of the day, not of the import`() throws {
    _ = try take("pupil,trusted_1\nP2,Max New\n")
    #expect(try ties.isEmpty)
    _ = try test.people.take(
      roll(rollText + "P8,Max New,5B,5,\n"), in: ["autumn"], file: "roll.csv", on: someDay,
      by: lead)
    #expect(try ties == ["P2>P8"])
  }

  @Test func `a roll that lists of names need is not undone before them`() throws {
    let rounds = ["autumn", "spring"]
    let read = try sheets("pupil,trusted_1\nP1,P2\n", on: roll(rollText), for: definition)
    _ = try test.people.take(read, intake(definition, round: "spring"), by: lead)
    let before = try test.settled(.identity)
    #expect(throws: StoreTrouble.rollInUse(roll: "R1", by: ["N1"])) {
      try test.people.undo("R1", of: rounds, on: someDay, by: lead)
    }
    #expect(try test.settled(.identity) == before)
    _ = try test.people.take(
      roll(rollText + "P8,Max New,5B,5,\n"), in: rounds, file: "roll.csv", on: someDay, by: lead)
    #expect(try test.people.undo("R1", of: rounds, on: someDay, by: lead) != nil)
    #expect(throws: StoreTrouble.rollInUse(roll: "R2", by: ["N1"])) {
      try test.people.undo("R2", of: rounds, on: someDay, by: lead)
    }
    _ = try test.people.undo("N1", of: rounds, on: someDay, by: lead)
    #expect(try test.people.undo("R2", of: rounds, on: someDay, by: lead) != nil)
  }

  @Test func `an answer of a pupil who takes no part does not count`() throws {
    _ = try take("pupil,trusted_1\nP5,P1\nP2,P5\n")
    #expect(try ties == ["P2>P5"])
    let results = try test.people.peers(definition)
    #expect(results.ledger.excluded == [.optedOut: 1])
  }

  @Test func `a rehearsal changes not one byte`() throws {
    _ = try take("pupil,trusted_1\nP1,P2\n")
    let before = try test.settled(.identity)
    let read = try sheets("pupil,trusted_1\nP2,P1\n", on: roll(rollText), for: definition)
    let rehearsed = try test.people.take(read, intake(definition, isRehearsal: true), by: lead)
    #expect(rehearsed.words == "N2 +1 ~0 =0 of 1")
    #expect(try test.settled(.identity) == before)
    #expect(try test.people.take(read, intake(definition), by: lead) == rehearsed)
  }

  @Test func `names leave the answers alone, and answers the names`() throws {
    let empty = try test.settled(.answers)
    _ = try take("pupil,trusted_1\nP1,P2\n")
    _ = try test.people.undo("N1", on: someDay, by: lead)
    #expect(try test.settled(.answers) == empty)
    let before = try test.settled(.identity)
    let safety = try Definition.safety()
    let read = try outcome(SurveyRows(30, seed: 1).microsoft(), for: safety)
    _ = try test.answers.take(read, intake(safety))
    _ = try test.answers.undo("A1", on: someDay)
    #expect(try test.settled(.identity) == before)
  }
}
