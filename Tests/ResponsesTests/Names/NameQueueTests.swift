import Diagnostics
import Instruments
import Testing

@testable import Responses

/// The queue of written names, and what decisions do to it.
struct NameQueueTests {
  private static let rollText = """
    pupil,name,class
    P1,Thomas Brown,5A
    P2,Tommy Reed,5A
    P3,Maya Begum,5A
    P4,Ravi Khan,5A
    P5,Tom Fielding,5B
    P6,Thomas Grant,5B
    P7,Aisha Khan,5B
    P8,Jo Ash,5B
    P9,Lee Dunn,5C
    Q1,Tom Ray,5C

    """
  private static let names = """
    pupil,trusted_1,trusted_2,trusted_3
    P1,Tom,Maya Begum,mum
    P3,tom,Mr Jones,P1
    P4,Tom,Xavier Quill,P1
    P5,Aisha Kahn,no one,
    P6,Tom,Aisha,???
    P7,Tom.,P8,(illegible)
    P9,Tom,,
    Tom,P3,P4,

    """

  private static let peers = instrument([
    item("me", .text, role: .respondent),
    item("trusted", .nominate(NominationRule(scope: .class, limit: 3)), text: "Who?"),
  ])

  private func read(
    _ decisions: [NameDecision] = [], names: String = names,
    location: SourceLocation = #_sourceLocation
  ) throws -> Nominations {
    let roll = try #require(importedRoll(Self.rollText).roll)
    var sink = DiagnosticSink()
    let outcome = NominationImport.read(
      FileSource(name: "names.csv", bytes: Array(names.utf8)), for: Self.peers,
      on: roll, options: ImportOptions(), decisions: NameDecisions(decisions), reporting: &sink)
    if let outcome { expectSums(of: outcome.ledger, location) }
    return try #require(
      outcome, "\(sink.diagnostics.map(\.message.text))", sourceLocation: location
    ).nominations
  }

  private func ties(_ nominations: Nominations) -> [String] {
    let ids = nominations.roll.ids
    return nominations.ties.map { "\(ids[Int($0)])>\(ids[Int($1)])" }
  }

  private func entry(_ text: String, _ label: String, _ queue: NameQueue) throws -> NameQueue.Entry
  {
    try #require(
      queue.entries.first { $0.written.lowercased().hasPrefix(text) && $0.classLabel == label })
  }

  @Test func `whoever is meant by a name does not name himself by it, while it could be another`()
    throws
  {
    let names = "P1,Tom,,\nP3,Tom,,\n"
    let text = "pupil,trusted_1,trusted_2,trusted_3\n" + names
    let tom = try entry("tom", "5A", try read(names: text).queue)
    let found = try read([tom.decided(.pupil, pupils: ["P1"])], names: text)
    #expect(ties(found) == ["P3>P1"])
    // Thomas Brown wrote "Tom" too, and may have meant Tommy Reed, who is not seen to be unnamed.
    #expect(found.discards == [.init(nominator: 0, reason: .unresolved)])
    #expect(found.doubtful == [1] && found.unresolved.isEmpty)
    // The decision stands as it is, since a question that stayed open would say who wrote it.
    #expect(try entry("tom", "5A", found.queue).state == .decided)
  }

  @Test func `a name stands once for each class that wrote it`() throws {
    let queue = try read().queue
    let toms = queue.entries.filter { $0.entry.kind == .named && $0.entry.text == "tom" }
    #expect(Set(toms.map(\.classLabel)) == ["5A", "5B", "5C"])
    #expect(try entry("tom", "5A", queue).times == 3)
    #expect(try entry("tom", "5A", queue).candidates == [0, 1], "who wrote it stands among them")
    #expect(try entry("tom", "5B", queue).candidates == [4, 5])
    #expect(toms.allSatisfy { $0.reason == .firstName || $0.reason == .shortForm })
  }

  @Test func `a class in which fewer than three answered is not named`() throws {
    let queue = try read().queue
    #expect(try entry("tom", "5A", queue).shownClass == "5A")
    let small = try entry("tom", "5C", queue)
    #expect(small.shownClass == nil)
    #expect(small.isSmallClass)
  }

  @Test func `what words settle does not wait, and somebody like nobody is confirmed`() throws {
    let queue = try read().queue
    let states = Dictionary(
      uniqueKeysWithValues: queue.entries.filter { $0.classLabel != "" && $0.state != .open }
        .map { ($0.written, $0.state) })
    #expect(
      states == [
        "mum": .taken(.family), "Mr Jones": .taken(.staff), "Xavier Quill": .taken(.offRoll),
        "(illegible)": .taken(.illegible),
      ])
    #expect(queue.waiting.contains { $0.written == "Xavier Quill" })
    #expect(!queue.waiting.contains { $0.written == "mum" })
  }

  @Test func `a decision holds for all of its class and touches no other`() throws {
    let before = try read()
    let tom = try entry("tom", "5A", before.queue)
    let after = try read([tom.decided(.pupil, pupils: ["P2"])])
    #expect(ties(after).filter { $0.hasSuffix(">P2") } == ["P1>P2", "P3>P2", "P4>P2"])
    #expect(try entry("tom", "5A", after.queue).state == .decided)
    #expect(try entry("tom", "5B", after.queue).state == .open)
    #expect(after.unresolved.filter { $0.text.lowercased().hasPrefix("tom") }.count == 3)
    // Everything else is as it was.
    #expect(ties(after).filter { !$0.hasSuffix(">P2") } == ties(before))
  }

  @Test(
    arguments: [
      (NameDecision.Meaning.staff, Nominations.Discard.Reason.staff), (.family, .family),
      (.illegible, .illegible), (.offRoll, .offRoll),
    ])
  func `what is decided to be no pupil is discarded as that`(
    _ meaning: NameDecision.Meaning, _ reason: Nominations.Discard.Reason
  ) throws {
    let before = try read()
    let tom = try entry("tom", "5A", before.queue)
    let after = try read([tom.decided(meaning)])
    let gained = { (nominations: Nominations) in
      nominations.discards.count { $0.reason == reason }
    }
    #expect(gained(after) == gained(before) + 3)
    #expect(after.strangers == before.strangers, "one that a person confirmed is not asked about")
    #expect(ties(after) == ties(before))
  }

  @Test func `no one is an answer and no discard`() throws {
    let before = try read()
    let after = try read([try entry("tom", "5C", before.queue).decided(.noOne)])
    #expect(after.answered == before.answered)
    #expect(after.discards.count == before.discards.count - 1)
  }

  @Test func `those who are not meant go from the candidates, and nobody left is off the roll`()
    throws
  {
    let before = try read()
    let tom = try entry("tom", "5A", before.queue)
    let one = try read([tom.decided(.not, pupils: ["P1"])])
    #expect(try entry("tom", "5A", one.queue).candidates == [1])
    #expect(try entry("tom", "5A", one.queue).state == .open)
    let none = try read([tom.decided(.not, pupils: ["P1", "P2"])])
    #expect(try entry("tom", "5A", none.queue).state == .decided)
    #expect(none.discards.count { $0.reason == .offRoll } == 4)
  }

  @Test func `the last decision that stands counts`() throws {
    let tom = try entry("tom", "5A", try read().queue)
    var undone = tom.decided(.pupil, pupils: ["P1"])
    undone.undoneAt = "2026-11-20 10:00"
    undone.undoneBy = "lead"
    let first = tom.decided(.family)
    let second = tom.decided(.pupil, pupils: ["P2"])
    #expect(ties(try read([first, second, undone])).contains("P4>P2"))
    #expect(!ties(try read([second, first])).contains("P4>P2"))
    #expect(try read([undone]).queue.entries.count { $0.state == .decided } == 0)
  }

  @Test func `a pupil who is not on the roll is told and not taken`() throws {
    let tom = try entry("tom", "5A", try read().queue)
    let after = try read([tom.decided(.pupil, pupils: ["P99"])])
    let own = try entry("tom", "5A", after.queue)
    #expect(own.obstacle == .notOnRoll)
    #expect(own.state == .open)
    #expect(ties(after) == ties(try read()))
  }

  @Test func `a row whose writer is decided is that pupil's`() throws {
    let before = try read()
    #expect(before.unmatchedRespondents.count == 1)
    let row = try #require(before.queue.entries.first { $0.entry.kind == .writer })
    #expect(row.rows == [8])
    #expect(row.written == "Tom")
    let after = try read([row.decided(.pupil, pupils: ["P2"])])
    #expect(after.unmatchedRespondents.isEmpty)
    #expect(ties(after).filter { $0.hasPrefix("P2>") } == ["P2>P3", "P2>P4"])
    let off = try read([row.decided(.offRoll)])
    #expect(off.unmatchedRespondents.isEmpty)
    #expect(ties(off) == ties(before))
  }

  @Test func `a row given to a pupil who has another is a fault where no time tells`() throws {
    let row = try #require(try read().queue.entries.first { $0.entry.kind == .writer })
    let roll = try #require(importedRoll(Self.rollText).roll)
    var sink = DiagnosticSink()
    let outcome = NominationImport.read(
      FileSource(name: "names.csv", bytes: Array(Self.names.utf8)), for: Self.peers,
      on: roll, options: ImportOptions(),
      decisions: NameDecisions([row.decided(.pupil, pupils: ["P1"])]), reporting: &sink)
    #expect(outcome == nil)
    #expect(sink.hasErrors)
  }

  @Test func `of kept sheets the later counts, and without times the decision waits`() throws {
    let roll = try #require(importedRoll(Self.rollText).roll)
    func outcome(_ moments: [Int?], _ decisions: [NameDecision]) throws -> Nominations {
      let sheets = [("P1", ["P3", "P4"], moments[0]), ("Tom", ["P2", "P3"], moments[1])].map {
        NominationSheet(
          respondent: $0.0, record: 1, moment: $0.2, isSetAside: false,
          names: $0.1.map { .written($0) })
      }
      var ledger = ImportLedger()
      ledger.read = 2
      let found = try #require(
        NominationImport.nominations(
          in: sheets, ledger, for: Self.peers, on: roll,
          decisions: NameDecisions(decisions)))
      expectSums(of: found.ledger, #_sourceLocation)
      return found.nominations
    }
    let row = try #require(
      try outcome([nil, nil], []).queue.entries.first { $0.entry.kind == .writer })
    let decision = row.decided(.pupil, pupils: ["P1"])
    #expect(ties(try outcome([1, 2], [decision])) == ["P1>P2", "P1>P3"])
    #expect(ties(try outcome([2, 1], [decision])) == ["P1>P3", "P1>P4"])
    let unclear = try outcome([nil, 2], [decision])
    #expect(ties(unclear) == ["P1>P3", "P1>P4"])
    #expect(unclear.unmatchedRespondents.count == 1)
    #expect(unclear.queue.entries.map(\.obstacle) == [.otherRow])
  }

  @Test func `keys are the same whatever the order of rows, and short ones are unambiguous`() throws
  {
    let queue = try read().queue
    var lines = Self.names.split(separator: "\n").map(String.init)
    lines = [lines[0]] + lines.dropFirst().reversed()
    let other = try read(names: lines.joined(separator: "\n") + "\n").queue
    #expect(queue.entries.map(\.key) == other.entries.map(\.key))
    let short = queue.shortKeys()
    for entry in queue.entries {
      #expect(entry.key.count == NameEntry.keyLength)
      let key = try #require(short[entry.key])
      #expect(key.count >= NameQueue.shortestKey)
      guard case .found(let found) = queue.entry(key.uppercased()) else {
        Issue.record("\(key) finds nothing")
        continue
      }
      #expect(found.key == entry.key)
    }
    if case .unknown = queue.entry("") { return }
    Issue.record("an empty key finds one")
  }

  /// The first sixty bits of a digest that another program computed.
  @Test func `a key is the digest of kind, text and class in base 32`() {
    #expect(NameEntry(naming: "Tom", in: "5A").key == "qxhaab5unsxb")
  }
}
