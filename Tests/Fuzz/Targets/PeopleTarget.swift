import Diagnostics
import Instruments

@testable import Responses

/// Files about people: rolls, nominations, and decisions about names.
enum PeopleTarget {
  static func readRoll(_ bytes: [UInt8]) throws {
    var sink = DiagnosticSink()
    let source = FileSource(name: "roll.csv", bytes: bytes)
    let roll = RollImport.read(source, reporting: &sink)
    try expect((roll == nil) == sink.hasErrors, "a roll and errors, or neither")
    guard let roll else { return }
    let ids = Set((0..<roll.count).map { roll.ids[$0] })
    try expect(roll.count > 0 && ids.count == roll.count, "an id twice, or nobody")
    for count in [roll.names?.count, roll.knownAs?.count, roll.classes?.cells.count]
    where count != nil {
      try expect(count == roll.count, "a column of another length than the roll")
    }
    try expect(roll.optedOut.count == roll.count, "opting out of another length than the roll")
  }

  static func readNominations(_ input: [UInt8]) throws {
    let roll = try found(FuzzSamples.roll, "the roll cannot be read")
    let peers = try found(FuzzSamples.peers, "the survey cannot be read")
    let options = AnswersTarget.options([0] + input.prefix(1))
    let source = FileSource(name: "names.csv", bytes: Array(input.dropFirst()))
    var sink = DiagnosticSink()
    let outcome = NominationImport.read(
      source, for: peers, on: roll, options: options, reporting: &sink)
    try expect((outcome == nil) == sink.hasErrors, "nominations and errors, or neither")
    guard let outcome else { return }
    let (ledger, nominations) = (outcome.ledger, outcome.nominations)
    try expect(
      ledger.used >= 0 && ledger.excluded.values.allSatisfy { $0 > 0 }, "records are lost")
    try expect(nominations.answered.count == roll.count, "answers of another length than the roll")
    let ties = nominations.ties.map { [$0, $1] }
    try expect(Set(ties).count == ties.count, "a nomination twice")
    try expect(
      ties.allSatisfy { $0[0] != $0[1] && nominations.answered[Int($0[0])] },
      "a nomination of oneself, or from a pupil who did not answer")
    let limit = peers.nomination?.rule.limit ?? 0
    let most = Dictionary(grouping: ties) { $0[0] }.values.map(\.count).max() ?? 0
    try expect(most <= limit, "\(most) nominations of one pupil")
  }

  static func readDecisions(_ bytes: [UInt8]) throws {
    let nominations = try found(FuzzSamples.nominations, "the nominations cannot be read")
    var sink = DiagnosticSink()
    let source = FileSource(name: "decisions.csv", bytes: bytes)
    let plan = DecisionFile.read(
      source, against: nominations.queue, on: nominations.roll, replaces: false, reporting: &sink)
    try expect((plan == nil) == sink.hasErrors, "a plan and errors, or neither")
  }
}
