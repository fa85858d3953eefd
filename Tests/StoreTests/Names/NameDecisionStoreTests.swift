import Foundation
import Instruments
import Responses
import Testing

@testable import Store

/// Decisions about written names as they are kept: with who and when, taken back, erased, pruned.
struct NameDecisionStoreTests {
  private let test: TestAudit
  private let peers: Definition
  private let rollText = """
    pupil,name,class,year,aliases
    UPN10001,Zoë O'Neill,5B,5,Zozo; Zed Neill
    UPN10002,Tom Brown,5B,5,
    UPN10003,Tom Reed,5B,5,
    UPN10004,Aisha Khan,5B,5,
    UPN10005,Jo Bell,5A,5,

    """
  private let names = """
    pupil,trusted_1,trusted_2
    UPN10001,Tom,Aisha Khan
    UPN10004,Tom,Zozo
    UPN10005,Tom,Zed Neill
    UPN10002,UPN10001,Mr Jones

    """

  init() throws {
    test = try TestAudit()
    peers = try Definition.peers()
    _ = try test.people.take(
      roll(rollText), in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
    let read = try sheets(names, on: roll(rollText), for: peers)
    _ = try test.people.take(read, intake(peers), by: lead)
  }

  private func decisions() throws -> [NameDecision] {
    try test.people.decisions(round: "autumn", instrument: peers.instrument.id)
  }

  private func nominations() throws -> Nominations {
    let kept = try #require(
      try test.people.nominations(
        round: "autumn", instrument: peers.instrument.id, definition: Definition.read))
    let roll = try #require(try test.people.roll(in: ["autumn"]))
    return try #require(
      NominationImport.nominations(
        in: kept.sheets.sheets, kept.sheets.ledger, for: kept.instrument, on: roll,
        decisions: NameDecisions(try decisions()))
    ).nominations
  }

  private func entry(_ text: String, _ label: String = "5B") throws -> NameQueue.Entry {
    try #require(
      try nominations().queue.entries.first { $0.written == text && $0.classLabel == label })
  }

  private func decide(_ decisions: [NameDecision], by actor: Actor = lead) throws {
    try test.people.decide(
      decisions, round: "autumn", instrument: peers.instrument.id, detail: "1 decided", by: actor)
  }

  private func undo(_ key: String) throws -> Bool {
    try test.people.undoDecision(
      key, round: "autumn", instrument: peers.instrument.id, detail: "1 undone",
      by: Actor(name: "head", time: "2026-11-23 08:00"))
  }

  private func ties() throws -> [String] {
    let nominations = try nominations()
    return nominations.ties.map {
      "\(nominations.roll.ids[Int($0)])>\(nominations.roll.ids[Int($1)])"
    }
  }

  @Test func `an alias is kept with the roll and makes a tie`() throws {
    #expect(try test.people.roll(in: ["autumn"])?.records[0].aliases == "Zozo; Zed Neill")
    #expect(try ties().contains("UPN10005>UPN10001"))
    let changed = try roll(rollText.replacing("Zozo; Zed Neill", with: "Zozo"))
    #expect(
      try test.people.change(to: changed, in: ["autumn"]).changed.map(\.after.id) == ["UPN10001"])
  }

  @Test func `a decision is kept with who and when, and undone on record`() throws {
    let tom = try entry("Tom")
    try decide([tom.decided(.pupil, pupils: ["UPN10002"], note: "asked")])
    try decide([tom.decided(.pupil, pupils: ["UPN10003"])])
    #expect(try decisions().map(\.who) == ["lead", "lead"])
    #expect(try decisions().map(\.at) == [lead.time, lead.time])
    #expect(try decisions().map(\.note) == ["asked", ""])
    #expect(try ties().contains("UPN10004>UPN10003"))
    #expect(try undo(tom.key))
    #expect(try ties().contains("UPN10004>UPN10002"), "the one before stands again")
    #expect(try decisions().compactMap(\.undoneBy) == ["head"])
    #expect(try undo(tom.key))
    #expect(try !undo(tom.key), "nothing is left to undo")
    #expect(try entry("Tom").state == .open)
    let events = try test.people.events().filter { $0.action == "names" }
    #expect(events.map(\.detail) == ["1 decided", "1 decided", "1 undone", "1 undone"])
  }

  @Test func `decisions are of one round and one instrument`() throws {
    try decide([try entry("Tom").decided(.family)])
    #expect(try test.people.decisions(round: "spring", instrument: peers.instrument.id).isEmpty)
    #expect(try test.people.decisions(round: "autumn", instrument: "other").isEmpty)
  }

  @Test func `what cannot be is refused by the database and leaves nothing`() throws {
    let tom = try entry("Tom")
    let before = try test.settled(.identity)
    for wrong in [tom.decided(.pupil), tom.decided(.staff, pupils: ["UPN10002"])] {
      #expect(throws: StoreTrouble.self) { try decide([tom.decided(.family), wrong]) }
    }
    #expect(try test.settled(.identity) == before)
  }

  @Test func `forgetting a pupil takes what was decided about the pupil along`() throws {
    try decide([
      try entry("Tom").decided(.not, pupils: ["UPN10002"], note: "not Zoë O'Neill either"),
      try entry("Tom", "5A").decided(.pupil, pupils: ["UPN10001"]),
      try entry("Mr Jones").decided(.pupil, pupils: ["UPN10001"]),
    ])
    let zozo = NameDecision(
      key: "aaaabbbbcccc", kind: .named, written: "Zozo O'Neil", classLabel: "5B", meaning: .family)
    try decide([zozo])
    let name = try #require(try test.people.names(ofPupil: "UPN10001"))
    #expect(name.spellings.contains("Zozo O'Neill"))
    #expect(name.spellings.contains("Zed Neill"))
    _ = try test.people.erase(name, definition: Definition.read, by: lead, isRehearsal: true)
    #expect(try decisions().count == 4, "a rehearsal changes nothing")
    _ = try test.people.erase(name, definition: Definition.read, by: lead, isRehearsal: false)
    let left = try decisions()
    #expect(left.map(\.meaning) == [.not])
    #expect(left.map(\.note) == ["not \(ErasedName.replacement) either"])
    for (file, bytes) in try test.bytes() {
      for spelling in ["UPN10001", "Zoë", "Zozo", "Zed Neill"] {
        #expect(bytes.range(of: Data(spelling.utf8)) == nil, "\(spelling) in \(file)")
      }
    }
    // Both who could be Tom: a text that is erased takes its decision along.
    let other = try #require(try test.people.names(ofPupil: "UPN10002"))
    _ = try test.people.erase(other, definition: Definition.read, by: lead, isRehearsal: false)
    #expect(try decisions().isEmpty)
  }

  @Test func `a pupil who stands in a decision alone is found and forgotten`() throws {
    try decide([try entry("Tom").decided(.pupil, pupils: ["UPN77777"])])
    let name = try #require(try test.people.names(ofPupil: "UPN77777"))
    _ = try test.people.erase(name, definition: Definition.read, by: lead, isRehearsal: false)
    #expect(try decisions().isEmpty)
    #expect(try test.people.names(ofPupil: "UPN7777") == nil)
  }

  @Test func `decisions go with the names of their round`() throws {
    try decide([try entry("Tom").decided(.family)])
    _ = try test.people.undo("N1", on: someDay, by: lead)
    #expect(try decisions().count == 1, "a file that comes again finds its decisions")
    #expect(try test.people.rounds() == ["autumn"])
    let gone = try test.people.prune(
      names: ["autumn"], answers: [], of: ["autumn"], on: someDay, by: lead, isRehearsal: false)
    #expect(gone.map { $0.rows["name decisions"] } == [1])
    #expect(try decisions().isEmpty)
    #expect(try test.people.rounds().isEmpty)
  }

  @Test func `a copy has the decisions, and one of before there were any is restored`() throws {
    try decide([try entry("Tom").decided(.family)])
    let copy = test.place.path + "/copy"
    let backup = try Backup.make(of: test.audit, at: copy, on: someDay)
    #expect(backup.rows["identity"]?["name_decision"] == 1)
    _ = try Backup.restore(from: copy, to: test.place.path + "/again")
    let again = try Audit.open(test.place.path + "/again", for: .reading)
    let found = try again.people().decisions(round: "autumn", instrument: peers.instrument.id)
    #expect(found.map(\.meaning) == [.family])
    // A table that the list does not know has no rows, or the copy is not the listed one.
    let list = URL(fileURLWithPath: copy + "/" + Backup.listName)
    let text = try String(contentsOf: list, encoding: .utf8)
    let older = text.split(separator: "\n").filter { !$0.contains("name_decision") }
      .joined(separator: "\n")
    try Data(older.utf8).write(to: list)
    #expect(throws: StoreTrouble.self) {
      try Backup.restore(from: copy, to: test.place.path + "/third")
    }
  }
}
