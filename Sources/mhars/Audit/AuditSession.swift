import ArgumentParser
import Diagnostics
import Foundation
import Instruments
import Responses
import Store

/// An audit that is open for a command, with its plan and its instruments.
struct AuditSession {
  let audit: Audit
  let plan: AuditPlan
  let shelf: InstrumentShelf
  let today: CalendarDay
  let actor: Actor

  /// Opens an audit and reads its plan; ends the run where the plan has faults.
  init(_ folder: String, for use: AuditLock.Use, _ console: inout Console) throws {
    let audit = try Audit.open(folder, for: use)
    let shelf = InstrumentShelf(audit: audit.folder)
    let bytes = shelf.read(audit.planPath, &console)
    let plan = bytes.flatMap {
      AuditPlanReader().read($0, file: audit.planPath, into: &console.sink)
    }
    try console.stopOnErrors()
    guard let plan else { throw ExitCode.faults }
    self.audit = audit
    self.plan = plan
    self.shelf = shelf
    today = .today
    actor = .current
  }

  /// The round of a command: the one that was named, or the current one.
  func round(_ name: String?, _ console: inout Console) throws -> AuditPlan.Round {
    if let name {
      let key = name.matchingKey
      let found = plan.rounds.first { $0.id == name || $0.title.matchingKey == key }
      if let found { return found }
      console.sink.error(
        .unknownRound(name, known: plan.rounds.map(\.id)), at: Location(file: audit.planPath))
    } else if let current = plan.currentRound(on: today) {
      return current
    } else {
      console.sink.error(
        .noCurrentRound(plan.rounds.map(\.id)), at: Location(file: audit.planPath))
    }
    try console.stopOnErrors()
    throw ExitCode.faults
  }

  /// The instruments of a round, in its order; faults go to the console.
  func instruments(of round: AuditPlan.Round, _ console: inout Console) -> [Instrument] {
    round.instruments.compactMap { name in
      // A path of the plan starts at its folder.
      let path = AuditPlan.Round.isPath(name) ? audit.folder + "/" + name : name
      return shelf.instrument(path, &console)
    }
  }

  /// The ids of the rounds up to one, in their order: those whose rolls and counts serve it.
  func rounds(upTo round: AuditPlan.Round) -> [String] {
    let ids = plan.rounds.map(\.id)
    return Array(ids[...(ids.firstIndex(of: round.id) ?? ids.endIndex - 1)])
  }

  /// The smallest group whose figures may be shown: that of the plan, or a larger one that was in
  /// force when the first answers came in.
  func minimum(_ stored: Int, for audience: Instrument.Audience) -> Int {
    max(stored, plan.minimum(for: audience))
  }

  /// Reads a definition that was kept with answers.
  static func definition(_ bytes: [UInt8]) -> Instrument? {
    var sink = DiagnosticSink()
    return InstrumentReader(frameworks: nil).read(bytes, file: "definition", into: &sink)
  }
}

extension Actor {
  /// The person at the machine, now.
  static var current: Actor {
    let now = Calendar(identifier: .gregorian).dateComponents([.hour, .minute], from: Date())
    func two(_ number: Int?) -> String {
      let text = String(number ?? 0)
      return text.count < 2 ? "0" + text : text
    }
    return Actor(
      name: NSUserName(), time: "\(CalendarDay.today.iso) \(two(now.hour)):\(two(now.minute))")
  }
}

extension ParsableCommand {
  /// Runs a command that only shows something of an audit, once it is sure that the output replaces
  /// no file of it.
  func showing(
    _ options: AuditOptions, in output: OutputOptions,
    _ body: (AuditSession, inout Console) throws -> Void
  ) throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(options.folder, for: .reading, &console)
      let recipes = try session.audit.recipes().map(session.audit.recipePath)
      try output.refuse(overwriting: session.audit.files + recipes)
      try body(session, &console)
    }
  }

  /// Runs a command on an audit, and tells trouble around it in a sentence.
  func tellingTrouble(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let trouble as StoreTrouble {
      Terminal.complain("error: " + trouble.sentence)
      throw trouble.isOfWhatWasGiven ? ExitCode.faults : ExitCode.inputOutput
    }
  }
}

extension StoreTrouble {
  /// Whether the trouble is with what was named, not with the disk or another process.
  fileprivate var isOfWhatWasGiven: Bool {
    switch self {
    case .noAudit, .noPlan, .planLost, .auditExists, .folderNotEmpty, .insideAudit, .missing,
      .foreign, .newer, .damaged, .rollInUse:
      true
    case .locked, .readOnly, .diskFull, .notCleared, .notWritable, .notReadable, .failed: false
    }
  }
}

extension Diagnostic.Message {
  static func unknownRound(_ name: String, known: [String]) -> Self {
    Self(
      id: "unknown-round",
      "the plan has no round '\(name.clipped)'; "
        + NearestName.remedy(for: name, among: known, lead: "its rounds are"))
  }

  static func noCurrentRound(_ known: [String]) -> Self {
    Self(
      id: "no-current-round",
      "none of the plan's rounds has begun; name one with --round: "
        + NearestName.quoted(known))
  }
}
