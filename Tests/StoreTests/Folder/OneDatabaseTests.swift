import Instruments
import Responses
import Testing

@testable import Store

/// The answers of one round to one instrument stand in one database.
struct OneDatabaseTests {
  private let test: TestAudit
  private let named: Definition
  private let anonymous: Definition
  private let text = "pupil,glad,calm,comment\nP1,1,1,\nP2,2,3,\n"

  init() throws {
    test = try TestAudit()
    named = try Definition.mood()
    let source = String(decoding: named.bytes, as: UTF8.self)
    anonymous = try Definition(
      source.replacing("confidential", with: "anonymous")
        .replacing("type: text, role: respondent", with: "type: text"))
  }

  private func take(_ definition: Definition, round: String = "autumn") throws -> IntakeResult {
    try test.audit.take(
      outcome(text, for: definition), intake(definition, round: round), by: lead)
  }

  @Test(arguments: [true, false])
  func `an instrument whose privacy changed does not divide a round`(_ isNamedFirst: Bool) throws {
    let (first, second) = isNamedFirst ? (named, anonymous) : (anonymous, named)
    let label = isNamedFirst ? "N1" : "A1"
    #expect(try take(first).entry?.label == label)
    #expect(try take(second) == .otherEdition(since: someDay))
    #expect(try test.answers.imports().count + test.people.imports().count == 1)
    #expect(try take(second, round: "spring").entry?.added == 2)
    _ =
      isNamedFirst
      ? try test.people.undo(label, on: someDay, by: lead)
      : try test.answers.undo(label, on: someDay)
    #expect(try take(second).entry?.added == 2)
  }

  @Test func `names are refused where the answers of the round are without names`() throws {
    let peers = try Definition.peers()
    let pupils = try roll("pupil,name,class,year\nP1,Tom Brown,5B,5\nP2,Aisha Khan,5B,5\n")
    _ = try test.people.take(pupils, in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
    var other = intake(anonymous)
    other.instrument = try Definition(
      String(decoding: anonymous.bytes, as: UTF8.self).replacing(
        "id: mood", with: "id: trusted-peers")
    ).instrument
    let answers = try test.answers.take(outcome(text, for: anonymous), other)
    #expect(answers.entry?.instrument == "trusted-peers")
    let sheets = try sheets("pupil,trusted_1\nP1,P2\n", on: pupils, for: peers)
    #expect(
      try test.audit.take(sheets, intake(peers), by: lead) == .otherEdition(since: someDay))
    _ = try test.answers.undo("A1", on: someDay)
    #expect(try test.audit.take(sheets, intake(peers), by: lead).entry?.added == 1)
  }
}
