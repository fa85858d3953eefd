import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// An audit that is open for deciding about the written names of one round.
struct NamesSession {
  let session: AuditSession
  let round: AuditPlan.Round
  let instrument: Instrument
  let roll: Roll
  let queue: NameQueue

  /// Opens the audit for writing, since each look goes on record; ends the run on a fault.
  init(_ options: NamesOptions) throws {
    var console = Console()
    let session = try AuditSession(options.auditOptions.folder, for: .writing, &console)
    let round = try session.round(options.round, &console)
    let instrument = try Self.instrument(options, session, round, &console)
    let read = try session.readNames(
      instrument, round, scope: session.plan.reference, &console)
    try console.stopOnErrors()
    guard let read else {
      console.sink.error(
        .notTakenIn(instrument.id, round.title), at: Location(file: session.audit.folder))
      try console.stopOnErrors()
      throw ExitCode.faults
    }
    self.session = session
    self.round = round
    self.instrument = instrument
    roll = read.roll
    queue = read.outcome.nominations.queue
  }

  /// The instrument that was named, or the only one of the round that asks for names.
  private static func instrument(
    _ options: NamesOptions, _ session: AuditSession, _ round: AuditPlan.Round,
    _ console: inout Console
  ) throws -> Instrument {
    var found: [Instrument] = []
    if let name = options.instrument {
      found = session.shelf.instrument(name, &console).map { [$0] } ?? []
    } else {
      found = session.instruments(of: round, &console)
    }
    try console.stopOnErrors()
    let asking = found.filter { $0.nomination != nil }
    if asking.count == 1 { return asking[0] }
    console.sink.error(
      asking.isEmpty ? .noNamesAsked(round.title) : .severalAskNames(asking.map(\.id)),
      at: Location(file: session.audit.folder))
    try console.stopOnErrors()
    throw ExitCode.faults
  }

  func list(showingAll: Bool) -> NamesList {
    NamesList(queue, on: roll, instrument: instrument.id, showsAll: showingAll)
  }

  /// Where what was done is said to have been done: never a name.
  func detail(_ what: String) -> String { "\(instrument.id) \(round.id): \(what)" }

  func record(_ what: String) throws {
    try session.audit.people().record("names", detail(what), by: session.actor)
  }

  /// The entry that a key means; ends the run where it is none, or several.
  func entry(_ key: String) throws -> NameQueue.Entry {
    switch queue.entry(key) {
    case .found(let entry): return entry
    case .several(let keys):
      Terminal.complain(
        "error: write more of the key: \(keys.prefix(6).joined(separator: ", ")) begin so")
    case .unknown:
      Terminal.complain(
        "error: no name has the key '\(key.clipped)'; 'mhars names list --all' lists the keys, which "
          + "need at least \(NameQueue.shortestKey) letters")
    }
    throw ExitCode.faults
  }

  /// The id of a pupil by the id or a name that is certain; ends the run where it is none.
  func pupil(_ text: String) throws -> String {
    if let place = roll.place(ofPupil: text) ?? roll.place(named: text) { return roll.ids[place] }
    Terminal.complain(
      "error: '\(text.clipped)' is no pupil on the roll for certain; give the pupil's id")
    throw ExitCode.faults
  }

  /// Keeps decisions and says what holds now.
  func decide(_ decisions: [NameDecision], _ what: String) throws {
    try session.audit.people().decide(
      decisions, round: round.id, instrument: instrument.id, detail: detail(what),
      by: session.actor)
  }
}

extension Diagnostic.Message {
  static func noNamesAsked(_ round: String) -> Self {
    Self(
      id: "no-names-asked",
      "no instrument of \(round) asks pupils for names; name one with --instrument, or another "
        + "--round")
  }

  static func severalAskNames(_ ids: [String]) -> Self {
    Self(
      id: "several-ask-names",
      "several instruments ask for names; choose one with --instrument: "
        + NearestName.quoted(ids))
  }
}
