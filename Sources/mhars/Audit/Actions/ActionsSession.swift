import Analysis
import ArgumentParser
import Diagnostics
import Foundation
import Instruments
import Reports
import Responses
import Store

/// An audit that is open for its actions: the register, and the evidence to which they answer.
struct ActionsSession {
  let session: AuditSession
  let round: AuditPlan.Round
  let pack: Framework
  /// What the file of the register holds; `nil` where there is none.
  let bytes: [UInt8]?
  /// The gap tables of the rounds in use that have evidence, by the round's id.
  private let tables: [String: Release<GapTable>]

  /// Takes an audit in; ends the run where its pack or its evidence has faults.
  init(_ session: AuditSession, round name: String?, _ console: inout Console) throws {
    let round = try session.round(name, &console)
    let pack = session.shelf.framework(session.plan.framework, &console)
    let path = session.audit.actionsPath
    let bytes =
      FileManager.default.fileExists(atPath: path) ? session.shelf.read(path, &console) : nil
    try console.stopOnErrors()
    guard let pack else { throw ExitCode.faults }
    let named = bytes.map { ActionRegisterReader(plan: session.plan).rounds(namedIn: $0) } ?? []
    var tables: [String: Release<GapTable>] = [:]
    for other in session.plan.rounds where other.id == round.id || named.contains(other.id) {
      tables[other.id] = try Self.table(of: other, session)
    }
    self.session = session
    self.round = round
    self.pack = pack
    self.bytes = bytes
    self.tables = tables
  }

  /// The table of a round; `nil` where nothing was taken in for it.
  private static func table(
    of round: AuditPlan.Round, _ session: AuditSession
  ) throws -> Release<GapTable>? {
    var console = Console()
    if let found = try AuditGaps.table(of: round, session, &console) { return found.release }
    let nothing = Diagnostic.Message.nothingTakenIn("").id
    if !console.sink.diagnostics.allSatisfy({ $0.message.id == nothing }) {
      try console.stopOnErrors()
    }
    return nil
  }

  /// The table of the round that is shown; `nil` where nothing was taken in for it.
  var table: Release<GapTable>? { tables[round.id] }

  /// What is held back from whoever works with the audit.
  var policy: ReleasePolicy {
    table?.policy ?? .audit(session.minimums)
  }

  /// The actions with what can be computed of them; ends the run where the register has faults.
  func figures(_ console: inout Console) throws -> ActionFigures {
    let instruments = instruments(&console)
    var register = ActionRegister()
    if let bytes {
      let roll = try session.audit.people().roll(in: session.plan.rounds.map(\.id))
      let reader = ActionRegisterReader(
        framework: pack, plan: session.plan, instruments: instruments,
        evidence: tables.mapValues(Self.evidence), namesPupil: roll?.nameFinder)
      let read = reader.read(bytes, file: session.audit.actionsPath, into: &console.sink)
      register = read ?? register
    }
    try console.stopOnErrors()
    var changes: [String: SmallestChange] = [:]
    var taken: [MeasureSource: MeasureEvidence?] = [:]
    for action in register.actions {
      changes[action.id] = try change(for: action, instruments, &taken)
    }
    return ActionFigures(
      register, framework: pack, table: table, changes: changes, on: session.today)
  }

  /// The instruments of all rounds of the plan, each once.
  private func instruments(_ console: inout Console) -> [Instrument] {
    var known: Set<String> = []
    return session.plan.rounds.flatMap { session.instruments(of: $0, &console) }.filter {
      known.insert($0.id).inserted
    }
  }

  /// The ids of all evidence of a table, those of tiers too.
  private static func evidence(of release: Release<GapTable>) -> [String] {
    let known = EvidenceList(release, imports: [], held: []).known
    return known + release.figures.entries.map(\.id).filter { !known.contains($0) }
  }

  /// What an action is measured by: an instrument in a round.
  private struct MeasureSource: Hashable {
    let instrument: String
    let round: String
  }

  /// The smallest change that could be seen in the measure of an action, by the answers of its round.
  ///
  /// Answers are taken in once for all actions that are measured by them; `taken` holds them.
  private func change(
    for action: Action, _ instruments: [Instrument],
    _ taken: inout [MeasureSource: MeasureEvidence?]
  ) throws -> SmallestChange {
    guard let instrument = instruments.first(where: { $0.id == action.measure.instrument }) else {
      return .unknown(.notTakenIn)
    }
    if instrument.nomination != nil { return .unknown(.names) }
    let source = MeasureSource(instrument: instrument.id, round: action.round)
    let evidence: MeasureEvidence?
    if let known = taken[source] {
      evidence = known
    } else {
      evidence = try session.responses(instrument, round: action.round).map {
        MeasureEvidence(
          $0.table, minimum: session.minimum($0.minimum, for: instrument.audience))
      }
      taken.updateValue(evidence, forKey: source)
    }
    return evidence?.smallestChange(for: action) ?? .unknown(.notTakenIn)
  }
}
