import Foundation
import Instruments
import Responses
import Testing

@testable import Store

struct ErasureTests {
  private let test: TestAudit
  private let peers: Definition
  private let mood: Definition
  private let safety: Definition
  private let rollText = """
    pupil,name,known_as,class,year,house
    UPN10001,Zoë O'Neill,Zed,5B,5,Oak
    UPN10002,Tom Brown,,5B,5,Oak
    UPN10003,Zoë Hill,,5B,5,Elm
    UPN10004,Aisha Khan,,5B,5,Elm
    UPN10005,Jo Bell,,5B,5,Oak
    UPN100010,Zoë O'Neillson,,5B,5,Oak

    """

  init() throws {
    test = try TestAudit()
    peers = try Definition.peers()
    mood = try Definition.mood()
    safety = try Definition.safety()
    _ = try test.people.take(
      roll(rollText), in: ["autumn"], file: "roll of Zoë O'Neill.csv", on: someDay, by: lead)
  }

  private func take(names text: String, file: String = "names.csv") throws {
    let read = try sheets(text, on: roll(rollText), for: peers)
    _ = try test.people.take(read, intake(peers, .skip, file: file), by: lead)
  }

  private func erase(_ id: String = "UPN10001", isRehearsal: Bool = false) throws -> (
    counts: ErasureCounts, texts: Int, name: ErasedName
  ) {
    let name = try #require(try test.people.names(ofPupil: id))
    let texts = try test.answers.erase(
      name, definition: Definition.read, on: someDay, isRehearsal: isRehearsal)
    let counts = try test.people.erase(
      name, definition: Definition.read, by: lead, isRehearsal: isRehearsal)
    return (counts, texts, name)
  }

  private func comments(_ texts: [String]) -> String {
    SurveyRows.heading.joined(separator: ",") + "\n"
      + texts.map { "y3,1,2,,,\"\($0)\"\n" }.joined()
  }

  /// Expects that none of some spellings stands in any file, in whatever form.
  private func expectGone(_ spellings: [String], location: SourceLocation = #_sourceLocation) throws
  {
    let files = try test.bytes()
    for spelling in spellings {
      for cased in [spelling, spelling.uppercased(), spelling.lowercased()] {
        let forms = [
          cased.precomposedStringWithCanonicalMapping, cased.decomposedStringWithCanonicalMapping,
        ]
        for (file, bytes) in files {
          for form in forms {
            #expect(
              bytes.range(of: Data(form.utf8)) == nil, "\(form) in \(file)",
              sourceLocation: location)
          }
        }
      }
    }
  }

  @Test func `after a pupil is forgotten no file holds a spelling of the name`() throws {
    // A name that goes on in another's is the other's, so that one is not on this roll.
    let alone = rollText.split(separator: "\n").filter { !$0.contains("O'Neillson") }
      .joined(separator: "\n")
    _ = try test.people.undo("R1", on: someDay, by: lead)
    _ = try test.people.take(
      roll(alone), in: ["autumn"], file: "Zoë O'Neill’s roll.csv", on: someDay, by: lead)
    let spellings = [
      "Zoë O'Neill", "Zed O'Neill", "O'Neill, Zoë", "O'Neill, Zed", "O'Neill Zoë", "UPN10001",
    ]
    var written = spellings + spellings.map { $0.uppercased() } + spellings.map { $0.lowercased() }
    written += spellings.map(\.decomposedStringWithCanonicalMapping)
    let quoted = written.map { "UPN10002,\"\($0)\"\n" }.joined()
    let names = "nominator,nominee\nUPN10001,UPN10004\nZoë O'Neill,Jo Bell\n"
    let read = try sheets(
      names + quoted + "UPN10004,Zoe Oneil\nUPN10004,Zed\n", on: roll(alone), for: peers)
    _ = try test.people.take(read, intake(peers, file: "O'NEILL, ZOË.csv"), by: lead)
    let texts = written.map { "I miss \($0)." }
    _ = try test.answers.take(
      outcome(comments(texts), for: safety), intake(safety, file: "about zoë o'neill.csv"))
    let moods =
      "pupil,glad,calm,comment\nUPN10001,1,1,mine\nzoë o'neill,2,2,mine too\n"
      + "UPN10002,3,3,Zed O'Neill helps me\nUPN10004,3,3,fine\n"
    _ = try test.people.take(outcome(moods, for: mood), intake(mood), by: lead)
    let found = try erase()
    #expect(found.texts == texts.count)
    #expect(found.counts.rolls == 1)
    #expect(found.counts.sheets == 2)
    #expect(found.counts.responses == 2)
    #expect(found.counts.texts == 1)
    #expect(found.counts.names >= written.count)
    try expectGone(spellings + ["Zoe Oneil", "mine too"])
    #expect(try FolderSearch.files(in: test.audit.folder, holding: found.name).isEmpty)
    #expect(try test.people.names(ofPupil: "UPN10001") == nil)
    #expect(try test.people.table(mood)?.rowCount == 2)
    #expect(try test.answers.table(safety)?.rowCount == texts.count)
    let kept = try #require(try test.people.roll(in: ["autumn"]))
    #expect(kept.count == 4)
    #expect(try test.people.imports().filter { $0.undone == nil }.first?.added == 4)
  }

  @Test func `a rehearsal counts the same and changes not one byte`() throws {
    try take(names: "pupil,trusted_1\nUPN10001,UPN10002\nUPN10002,Zoë\n")
    _ = try test.answers.take(
      outcome(comments(["Zoë O'Neill", "x"]), for: safety), intake(safety))
    let before = [try test.settled(.identity), try test.settled(.answers)]
    let rehearsed = try erase(isRehearsal: true)
    #expect([try test.settled(.identity), try test.settled(.answers)] == before)
    let done = try erase()
    #expect(done.counts == rehearsed.counts)
    #expect(done.texts == rehearsed.texts)
  }

  @Test func `the names of others stay, also where they begin alike`() throws {
    try take(names: "pupil,trusted_1\nUPN10002,Zoë O'Neillson\nUPN100010,UPN10004\n")
    _ = try test.answers.take(
      outcome(comments(["Zoë O'Neillson and UPN100010"]), for: safety), intake(safety))
    let moods = "pupil,glad,calm,comment\nUPN100010,1,1,Zoë O'Neillson is me\n"
    _ = try test.people.take(
      outcome(moods, for: mood) { $0.identifier = "pupil" }, intake(mood), by: lead)
    let found = try erase()
    #expect(found.counts == ErasureCounts(rolls: 1, sheets: 0, names: 0, responses: 0, texts: 0))
    #expect(found.texts == 0)
    #expect(try FolderSearch.files(in: test.audit.folder, holding: found.name) == [])
    let results = try test.people.peers(peers)
    #expect(results.ties.sorted() == ["UPN100010>UPN10004", "UPN10002>UPN100010"])
    #expect(try test.people.table(mood)?.rowCount == 1)
  }

  @Test func `a name that could have been another's stays an open question about them`() throws {
    try take(
      names: "pupil,trusted_1\nUPN10002,Zoë\nUPN10004,Zoe Hil\nUPN10005,UPN10001\n")
    let before = try test.people.peers(peers)
    #expect(before.open["Zoë"]?.contains("UPN10003") == true)
    _ = try erase()
    let after = try test.people.peers(peers)
    for (pupil, pending) in before.pending where pupil != "UPN10001" {
      #expect(after.pending[pupil, default: 0] >= pending, "\(pupil)")
    }
    #expect(after.open[NominationSheet.erasedText]?.contains("UPN10003") == true)
  }

  @Test func `a namesake loses no tie for certain`() throws {
    let twice = rollText + "UPN10007,Zoë O'Neill,,5A,5,Oak\n"
    _ = try test.people.undo("R1", on: someDay, by: lead)
    _ = try test.people.take(roll(twice), in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
    let read = try sheets("pupil,trusted_1\nUPN10002,Zoë O'Neill\n", on: roll(twice), for: peers)
    _ = try test.people.take(read, intake(peers), by: lead)
    let found = try erase()
    let after = try test.people.peers(peers)
    #expect(after.open == [NominationSheet.erasedText: ["UPN10007"]])
    #expect(after.pending["UPN10007"] == 1)
    #expect(try FolderSearch.files(in: test.audit.folder, holding: found.name) == [])
  }

  @Test func `a name that is also that of a pupil who had left stays open`() throws {
    let later =
      "pupil,name,class,year,house\nUPN10007,Zoë O'Neill,5B,5,Oak\nUPN10002,Tom Brown,5B,5,Oak\n"
    let rounds = ["autumn", "spring"]
    _ = try test.people.take(roll(later), in: rounds, file: "roll.csv", on: someDay, by: lead)
    let read = try sheets("pupil,trusted_1\nUPN10002,Zoë O'Neill\n", on: roll(later), for: peers)
    _ = try test.people.take(read, intake(peers, round: "spring"), by: lead)
    let before = try test.people.peers(peers, round: "spring", rolls: rounds)
    #expect(before.open == ["Zoë O'Neill": ["UPN10007"]])
    _ = try erase()
    let after = try test.people.peers(peers, round: "spring", rolls: rounds)
    #expect(after.pending["UPN10007"] == 1)
    #expect(after.open == [NominationSheet.erasedText: ["UPN10007"]])
  }

  @Test func `a sheet of one of two is kept for its doubts and says nothing of who gave it`() throws
  {
    try take(names: "pupil,trusted_1\nZoë,Jo Bell\nUPN10001,UPN10004\nUPN10002,UPN10005\n")
    let before = try test.people.peers(peers)
    let found = try erase()
    #expect(found.counts.sheets == 1)
    let after = try test.people.peers(peers)
    #expect(after.ties == ["UPN10002>UPN10005"])
    for pupil in ["UPN10003", "UPN10005"] {
      #expect(before.pending[pupil] == 1 && after.pending[pupil] == 1, "\(pupil)")
    }
    #expect(after.nominations.unmatchedRespondents.isEmpty)
    #expect(after.ledger.read == 1 && after.ledger.used == 1)
  }

  @Test func `the books count what is left`() throws {
    func timed(_ hour: String, _ rows: [String]) -> String {
      "Timestamp,pupil,trusted_1\n" + rows.map { "12/10/2026 \(hour):00:00,\($0)\n" }.joined()
    }
    try take(names: timed("09", ["UPN10001,UPN10002", "UPN10002,UPN10004"]))
    try take(names: timed("10", ["UPN10001,UPN10004", "UPN10002,UPN10005", "UPN10004,UPN10005"]))
    #expect(try erase().counts.sheets == 2)
    let entries = try test.people.imports().filter { $0.label.hasPrefix("N") }
    #expect(entries.map(\.read) == [1, 2])
    #expect(entries.map(\.added) == [1, 1])
    #expect(entries.map(\.updated) == [0, 1])
    let kept = try #require(
      try test.people.nominations(
        round: "autumn", instrument: "trusted-peers", definition: Definition.read))
    #expect(kept.sheets.ledger.used == 2)
    #expect(kept.sheets.ledger.excluded == [.duplicate: 1])
  }

  @Test func `an answer that says who gave it goes, whoever its id is`() throws {
    let moods = """
      ID,Start time,Completion time,pupil,glad,calm,comment
      901,12/10/2026 09:00,12/10/2026 09:00,UPN10001,1,1,a
      902,12/10/2026 09:00,12/10/2026 09:00,Zoë O'Neill,1,1,b
      903,12/10/2026 09:00,12/10/2026 09:00,Zoë,1,1,c
      904,12/10/2026 09:00,12/10/2026 09:00,Tom Brown,1,1,d

      """
    _ = try test.people.take(outcome(moods, for: mood), intake(mood), by: lead)
    #expect(try erase().counts.responses == 2)
    let kept = try #require(
      try test.people.responses(
        round: "autumn", instrument: "mood", definition: Definition.read))
    guard case .texts(let who)? = kept.table.items["pupil"],
      case .texts(let comments)? = kept.table.items["comment"]
    else { return #expect(Bool(false)) }
    // The one that may be Zoë Hill's stays and says nobody.
    #expect((0..<who.count).map { comments[$0] + who[$0] }.sorted() == ["c", "dTom Brown"])
    #expect(kept.ledger.read == 2 && kept.ledger.used == 2)
  }

  @Test func `two pupils are forgotten one after the other`() throws {
    try take(names: "pupil,trusted_1\nUPN10002,Zoë\n")
    _ = try erase("UPN10001")
    #expect(try test.people.peers(peers).pending["UPN10003"] == 1)
    _ = try erase("UPN10003")
    let after = try test.people.peers(peers)
    #expect(after.pending["UPN10003"] == nil)
    #expect(after.nominations.answered.count { $0 } == 1)
    try expectGone(["UPN10003", "Zoë Hill"])
  }

  @Test func `a pupil of several rolls goes from all of them, under every name`() throws {
    let later = rollText.replacing("Zoë O'Neill,Zed", with: "Zoë Green,Zed")
    _ = try test.people.take(
      roll(later), in: ["autumn", "spring"], file: "roll.csv", on: someDay, by: lead)
    _ = try test.answers.take(
      outcome(comments(["Zoë Green", "Zed O'Neill", "Green, Zed"]), for: safety), intake(safety))
    let found = try erase()
    #expect(found.counts.rolls == 2)
    #expect(found.texts == 3)
    try expectGone(["Zoë Green", "Zed O'Neill", "Green, Zed", "UPN10001,"])
  }

  @Test func `a pupil whose rolls are gone is forgotten by the id`() throws {
    try take(names: "pupil,trusted_1\nUPN10001,UPN10002\nUPN10002,UPN10001\n")
    let moods = "pupil,glad,calm,comment\nUPN10001,1,1,mine\nUPN10004,1,1,UPN10001 helps\n"
    _ = try test.people.take(outcome(moods, for: mood), intake(mood), by: lead)
    // As pruning leaves it where answers are kept longer than names.
    try test.people.database.write { try RollBook(db: $0).undo(1, on: someDay) }
    let found = try erase()
    #expect(
      found.counts == ErasureCounts(rolls: 0, sheets: 1, names: 1, responses: 1, texts: 1))
    try expectGone(["UPN10001", "mine"])
    #expect(try test.people.names(ofPupil: "UPN10001") == nil)
  }

  @Test func `a short id without a roll is found where it stands alone`() throws {
    let read = try sheets(
      "pupil,trusted_1\nP7,P8\n", on: roll("pupil,name\nP7,A B\nP8,C D\n"), for: peers)
    _ = try test.people.take(read, intake(peers), by: lead)
    #expect(try erase("P8").counts.names == 1)
    #expect(try erase("P7").counts.sheets == 1)
    for id in ["P7", "P8"] { #expect(try test.people.names(ofPupil: id) == nil) }
  }

  @Test func `nobody is forgotten whom no roll knows`() throws {
    #expect(try test.people.names(ofPupil: "UPN99999") == nil)
    #expect(try test.people.names(ofPupil: "") == nil)
  }

  @Test func `a definition that cannot be read stops everything`() throws {
    _ = try test.answers.take(outcome(comments(["x"]), for: safety), intake(safety))
    let name = try #require(try test.people.names(ofPupil: "UPN10001"))
    let before = try test.settled(.answers)
    #expect(throws: StoreTrouble.self) {
      try test.answers.erase(name, definition: { _ in nil }, on: someDay, isRehearsal: false)
    }
    #expect(try test.settled(.answers) == before)
  }
}
