import Analysis
import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// Prints the component gap table of an audit, as its plan says, with small groups held back.
struct AuditGaps {
  let command: Gaps

  func run() throws {
    var console = Console()
    let session = try AuditSession(
      AuditOptions.folder(named: command.audit), for: .reading, &console)
    try command.outputOptions.refuse(overwriting: session.audit.files)
    let round = try session.round(command.round, &console)
    guard let found = try Self.table(of: round, session, &console) else {
      return try console.stopOnErrors()
    }
    try command.write(found.release, heading: session.heading(round))
    if found.needsPerson { throw ExitCode.needsPerson }
  }

  /// The table of a round as far as it may be shown, and whether rows wait for a person; `nil` where
  /// there is a fault, which the console then holds.
  static func table(
    of round: AuditPlan.Round, _ session: AuditSession, _ console: inout Console
  ) throws -> (release: Release<GapTable>, needsPerson: Bool)? {
    guard let pack = session.shelf.framework(session.plan.framework, &console) else { return nil }
    var sources: [GapSource] = []
    var minimums: [Instrument.Audience: Int] = [:]
    var needsPerson = false
    for instrument in session.instruments(of: round, &console) {
      guard let found = try source(of: instrument, round, session, &console) else { continue }
      sources += found.sources
      let audience = instrument.audience
      minimums[audience] = max(minimums[audience] ?? 0, found.minimum)
      needsPerson = needsPerson || found.needsPerson
    }
    try console.stopOnErrors()
    if sources.isEmpty {
      console.sink.error(.nothingTakenIn(round.title), at: Location(file: session.audit.folder))
      return nil
    }
    for audience in Instrument.Audience.allCases {
      minimums[audience] = max(minimums[audience] ?? 0, session.plan.minimum(for: audience))
    }
    let limits = GroupMinimums(minimums, others: 1)
    let table = GapAnalysis(
      sources, framework: session.plan.chosen(from: pack), target: session.plan.target,
      targets: session.plan.targets, notApplicable: session.plan.notApplicable, minimums: limits
    ).table()
    return (table.released(under: .audit(limits)), needsPerson)
  }

  private static func source(
    of instrument: Instrument, _ round: AuditPlan.Round, _ session: AuditSession,
    _ console: inout Console
  ) throws -> (sources: [GapSource], minimum: Int, needsPerson: Bool)? {
    if instrument.nomination != nil {
      let found = try session.nominations(
        instrument, round, scope: session.plan.reference, &console)
      return found.map { ([.nominations($0.figures)], $0.minimum, $0.needsPerson) }
    }
    guard let found = try session.responses(instrument, round: round.id) else { return nil }
    let size = try session.population(of: instrument.audience, round, [])?.total
    if instrument.record == nil, let size, found.table.rowCount > size {
      console.sink.error(
        .moreAnswersThanPeople(found.table.rowCount, size),
        at: Location(file: session.audit.folder))
    }
    return (
      GapSource.all(in: found.table, population: size), found.minimum, found.ledger.needsPerson
    )
  }
}

extension AuditPlan {
  /// The pack with the components that the plan looks at.
  func chosen(from pack: Framework) -> Framework {
    var pack = pack
    if !components.isEmpty {
      pack.components = pack.components.filter { components.contains($0.id) }
    }
    return pack
  }
}

extension Diagnostic.Message {
  static func nothingTakenIn(_ round: String) -> Self {
    Self(
      id: "nothing-taken-in",
      "no answers were taken in for \(round); take them in with 'mhars import'")
  }
}
