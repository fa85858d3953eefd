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
    let before = try earlierRounds(than: round, session, &console)
    guard let pack = try pack(session, &console),
      let found = try Self.table(of: round, session, by: pack, since: before, &console)
    else { return try console.stopOnErrors() }
    let release = try since(before, found.release, pack, session, &console)
    try console.stopOnErrors()
    try command.write(
      release, heading: try session.heading(round, cut: DataCut(of: round, session).id))
    if found.needsPerson { throw ExitCode.needsPerson }
  }

  /// The rounds to look for earlier evidence in: the one that was named, which has to come before, or
  /// all before, the nearest first.
  private func earlierRounds(
    than round: AuditPlan.Round, _ session: AuditSession, _ console: inout Console
  ) throws -> [AuditPlan.Round] {
    let before = session.rounds(upTo: round).dropLast()
    guard let id = command.earlierRound else {
      return before.reversed().compactMap { session.plan.round($0) }
    }
    let named = try session.round(id, &console)
    guard before.contains(named.id) else {
      console.sink.error(
        .notEarlier(named.title, than: round.title), at: Location(file: session.audit.planPath))
      return []
    }
    return [named]
  }

  /// The pack of the plan, or the one of `--framework` without what the plan leaves out.
  private func pack(_ session: AuditSession, _ console: inout Console) throws -> Framework? {
    guard let own = session.shelf.framework(session.plan.framework, &console) else { return nil }
    guard let name = command.framework else { return session.plan.chosen(from: own) }
    return session.shelf.framework(name, &console).map { session.plan.seen(by: $0, than: own) }
  }

  /// The table with what changed in its ledger since the first of some rounds that has entries.
  private func since(
    _ rounds: [AuditPlan.Round], _ release: Release<GapTable>, _ pack: Framework,
    _ session: AuditSession, _ console: inout Console
  ) throws -> Release<GapTable> {
    let isNamed = command.earlierRound != nil
    guard !release.figures.entries.isEmpty || isNamed else { return release }
    for earlier in rounds {
      // A fault of a round that nobody asked for does not stop this one.
      var own = Console()
      guard let found = try Self.table(of: earlier, session, by: pack, &own),
        !found.release.figures.entries.isEmpty
      else { continue }
      return release.since(found.release, titled: earlier.title)
    }
    // Outcomes may have an earlier round where the ledger has none.
    let isCompared = release.figures.outcomes.contains { $0.earlierRound != nil }
    if isNamed, !isCompared, let named = rounds.first {
      console.sink.error(
        .noLedgerThen(named.title), at: Location(file: session.audit.folder))
    }
    return release
  }

  /// The table of a round as far as it may be shown, by a pack or that of the plan, and whether rows
  /// wait for a person; `nil` where there is a fault, which the console then holds.
  ///
  /// Outcomes are held against the first of the rounds `since` that has answers.
  static func table(
    of round: AuditPlan.Round, _ session: AuditSession, by pack: Framework? = nil,
    since rounds: [AuditPlan.Round] = [], _ console: inout Console
  ) throws -> (release: Release<GapTable>, needsPerson: Bool)? {
    let own = session.plan.framework
    guard
      let pack = pack ?? session.shelf.framework(own, &console).map(session.plan.chosen)
    else { return nil }
    var sources: [GapSource] = []
    var minimums = session.minimums.byAudience
    var needsPerson = false
    var earlier: [EarlierSurvey] = []
    for instrument in session.instruments(of: round, &console) {
      guard let found = try source(of: instrument, round, session, &console) else { continue }
      sources += found.sources
      earlier += try Self.earlier(of: instrument, rounds, session)
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
    let isNamed = earlier.contains { $0.table.instrument.privacy != .anonymous }
    let roll = isNamed ? try session.audit.people().roll(in: session.rounds(upTo: round)) : nil
    let table = GapAnalysis(
      sources, framework: pack, target: session.plan.target,
      targets: isOwn ? session.plan.targets : [:],
      notApplicable: isOwn ? session.plan.notApplicable : [:], minimums: limits,
      earlier: earlier, roll: roll
    ).table()
    return (table.released(under: .audit(limits)), needsPerson)
  }

  /// The answers to a survey with outcomes in the first of some rounds that has any; none for others.
  private static func earlier(
    of instrument: Instrument, _ rounds: [AuditPlan.Round], _ session: AuditSession
  ) throws -> [EarlierSurvey] {
    guard instrument.hasOutcomes, instrument.nomination == nil else { return [] }
    for before in rounds {
      guard let found = try session.responses(instrument, round: before.id) else { continue }
      return [
        EarlierSurvey(
          title: before.title, table: found.table, ledger: found.ledger,
          minimum: session.minimum(found.minimum, for: instrument.audience))
      ]
    }
    return []
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
      "nothing was seen, counted or said in \(round.clipped), and no outcomes of this round were asked "
        + "then; name a round with either"
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
