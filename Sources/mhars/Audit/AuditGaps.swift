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
    guard let pack = try pack(session, &console),
      let found = try Self.table(of: round, session, by: pack, &console)
    else { return try console.stopOnErrors() }
    let release = try since(round, found.release, pack, session, &console)
    try console.stopOnErrors()
    try command.write(
      release, heading: try session.heading(round, cut: DataCut(of: round, session).id))
    if found.needsPerson { throw ExitCode.needsPerson }
  }

  /// The pack of the plan, or the one of `--framework` without what the plan leaves out.
  private func pack(_ session: AuditSession, _ console: inout Console) throws -> Framework? {
    guard let own = session.shelf.framework(session.plan.framework, &console) else { return nil }
    guard let name = command.framework else { return session.plan.chosen(from: own) }
    return session.shelf.framework(name, &console).map { session.plan.seen(by: $0, than: own) }
  }

  /// The table with what changed in its ledger since the earlier round that was named, or since the
  /// nearest before that has entries.
  private func since(
    _ round: AuditPlan.Round, _ release: Release<GapTable>, _ pack: Framework,
    _ session: AuditSession, _ console: inout Console
  ) throws -> Release<GapTable> {
    let named = try command.earlierRound.map { try session.round($0, &console) }
    let before = session.rounds(upTo: round).dropLast()
    if let named, !before.contains(named.id) {
      console.sink.error(
        .notEarlier(named.title, than: round.title), at: Location(file: session.audit.planPath))
      return release
    }
    guard !release.figures.entries.isEmpty || named != nil else { return release }
    for id in named.map({ [$0.id] }) ?? before.reversed() {
      guard let earlier = session.plan.round(id) else { continue }
      // A fault of a round that nobody asked for does not stop this one.
      var own = Console()
      guard let found = try Self.table(of: earlier, session, by: pack, &own),
        !found.release.figures.entries.isEmpty
      else { continue }
      return release.since(found.release, titled: earlier.title)
    }
    if let named {
      console.sink.error(
        .noLedgerThen(named.title), at: Location(file: session.audit.folder))
    }
    return release
  }

  /// The table of a round as far as it may be shown, by a pack or that of the plan, and whether rows
  /// wait for a person; `nil` where there is a fault, which the console then holds.
  static func table(
    of round: AuditPlan.Round, _ session: AuditSession, by pack: Framework? = nil,
    _ console: inout Console
  ) throws -> (release: Release<GapTable>, needsPerson: Bool)? {
    let own = session.plan.framework
    guard
      let pack = pack ?? session.shelf.framework(own, &console).map(session.plan.chosen)
    else { return nil }
    var sources: [GapSource] = []
    var minimums = session.minimums.byAudience
    var needsPerson = false
    for instrument in session.instruments(of: round, &console) {
      guard let found = try source(of: instrument, round, session, &console) else { continue }
      sources += found.sources
      let audience = instrument.audience
      minimums[audience] = max(minimums[audience] ?? 0, found.minimum)
      needsPerson = needsPerson || found.needsPerson
    }
    if sources.isEmpty, !console.sink.hasErrors {
      console.sink.error(.nothingTakenIn(round.title), at: Location(file: session.audit.folder))
    }
    if console.sink.hasErrors { return nil }
    let limits = GroupMinimums(minimums, others: 1)
    let isOwn = pack.id == own
    let table = GapAnalysis(
      sources, framework: pack, target: session.plan.target,
      targets: isOwn ? session.plan.targets : [:],
      notApplicable: isOwn ? session.plan.notApplicable : [:], minimums: limits
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

  /// Another pack without the practices that the plan leaves out of its own one.
  func seen(by pack: Framework, than own: Framework) -> Framework {
    let left = own.components.filter { !looksAt($0.id) }.flatMap(\.practices).map(\.id)
    var pack = pack
    pack.components = pack.components.compactMap { component in
      var component = component
      component.practices.removeAll { left.contains($0.id) }
      return component.practices.isEmpty ? nil : component
    }
    return pack
  }
}

extension Diagnostic.Message {
  static func noLedgerThen(_ round: String) -> Self {
    Self(
      id: "no-ledger-then",
      "nothing was seen, counted or said in \(round.clipped); name a round with 'mhars record' entries"
    )
  }

  static func nothingTakenIn(_ round: String) -> Self {
    Self(
      id: "nothing-taken-in",
      "no answers were taken in for \(round); take them in with 'mhars import'")
  }
}

extension AuditSession {
  /// The smallest groups whose figures the plan lets be shown.
  var minimums: GroupMinimums {
    let all = Instrument.Audience.allCases.map { ($0, plan.minimum(for: $0)) }
    return GroupMinimums(Dictionary(uniqueKeysWithValues: all), others: 1)
  }
}
