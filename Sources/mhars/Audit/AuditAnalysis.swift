import Analysis
import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// Analyses the answers of an audit, with small groups held back.
struct AuditAnalysis {
  let command: Analyse

  /// The word of `--by` that splits by round.
  private static let roundColumn = "round"

  func run() throws {
    var console = Console()
    let session = try AuditSession(
      AuditOptions.folder(named: command.audit), for: command.named ? .writing : .reading, &console)
    try command.outputOptions.refuse(overwriting: session.audit.files)
    let round = try session.round(command.round, &console)
    guard let instrument = session.shelf.instrument(command.instrument, &console) else {
      return try console.stopOnErrors()
    }
    if instrument.nomination != nil {
      try analyseNominations(instrument, round, session, &console)
    } else {
      try analyseSurvey(instrument, round, session, &console)
    }
  }

  private func analyseSurvey(
    _ instrument: Instrument, _ round: AuditPlan.Round, _ session: AuditSession,
    _ console: inout Console
  ) throws {
    if command.scope != nil || command.named || command.indices {
      command.misuse(
        "--scope, --named and --indices are for nominations; '\(instrument.id)' is a survey.")
    }
    let byRound = command.by.contains { $0.matchingKey == Self.roundColumn }
    if byRound, command.earlierOptions.isGiven {
      command.misuse("--earlier-round does not go with --by round, which shows all rounds.")
    }
    let rounds = byRound ? session.rounds(upTo: round) : [round.id]
    let stored = try rounds.compactMap { id in
      try session.responses(instrument, round: id).map { (round: id, responses: $0) }
    }
    guard let last = stored.last, last.round == round.id else {
      console.sink.error(
        .notTakenIn(instrument.id, round.title), at: Location(file: session.audit.folder))
      return try console.stopOnErrors()
    }
    let pool =
      byRound ? ResponseTable.pooled(stored.map { ($0.round, $0.responses.table) }) : nil
    if let pool, !pool.differing.isEmpty {
      console.sink.warning(
        .roundsDiffer(pool.differing), at: Location(file: session.audit.folder))
    }
    let table = pool?.table ?? last.responses.table
    let roll =
      instrument.privacy == .anonymous
      ? nil : try session.audit.people().roll(in: session.rounds(upTo: round))
    let columns = GroupingColumns(
      by: command.by.filter { $0.matchingKey != Self.roundColumn }, instrument: table.instrument,
      roll: roll)
    columns.report(roll: nil, to: &console.sink)
    columns.reportUnknown(to: &console.sink)
    var groupings = columns.groupings(of: table)
    if let pool { groupings.append(Grouping(by: Self.roundColumn, labels: pool.rounds)) }
    let size = byRound ? nil : try session.population(of: instrument.audience, round, command.by)
    PopulationCheck(table: table, groupings: groupings, file: session.audit.folder).run(
      size, reporting: &console.sink)
    let pairs = command.pairs(in: groupings, of: session.audit.folder, &console.sink)
    let earlier =
      byRound ? nil : try earlierSurvey(than: round, instrument, columns, session, &console)
    try console.stopOnErrors()
    let ledger =
      byRound ? ImportLedger.joined(stored.map(\.responses.ledger)) : last.responses.ledger
    let minimum = session.minimum(
      stored.map(\.responses.minimum).max() ?? 1, for: instrument.audience)
    let figures = SurveyAnalysis(
      table, ledger: ledger, groupings: groupings,
      furtherGroupings: Grouping.ofGroupItems(in: table), population: size, pairs: pairs,
      wantsReliability: command.reliability, earlier: earlier,
      links: earlier.map { RespondentLinks(from: $0.table, to: table, on: roll) },
      minimum: max(minimum, earlier?.minimum ?? 1)
    ).figures()
    let policy = ReleasePolicy.audit(minimum: minimum)
    let release =
      byRound
      ? figures.released(
        under: policy, splitBy: Self.roundColumn,
        rounds: stored.map { round in
          RoundRelease(
            word: round.round,
            release: released(
              round.responses, columns, table.instrument.scores, of: instrument.audience, session))
        })
      : figures.released(under: policy)
    try command.write(release, heading: session.heading(byRound ? nil : round))
    if ledger.needsPerson { throw ExitCode.needsPerson }
  }

  /// What a run on one round alone shows, with the scores that all rounds have alike.
  private func released(
    _ responses: AnswerStore.Responses, _ columns: GroupingColumns, _ scores: [Score],
    of audience: Instrument.Audience, _ session: AuditSession
  ) -> Release<SurveyFigures> {
    SurveyAnalysis(
      responses.table, ledger: responses.ledger, groupings: columns.groupings(of: responses.table),
      furtherGroupings: Grouping.ofGroupItems(in: responses.table), pairs: [], scores: scores
    ).figures().released(under: .audit(minimum: session.minimum(responses.minimum, for: audience)))
  }

  /// The answers of the round that was named, or else of the nearest before that has any.
  private func earlierSurvey(
    than round: AuditPlan.Round, _ instrument: Instrument, _ columns: GroupingColumns,
    _ session: AuditSession, _ console: inout Console
  ) throws -> EarlierSurvey? {
    let choice = try earlierChoice(than: round, session, &console)
    return try session.earlier(than: round, choice, instrument, &console) { before, _ in
      try session.responses(instrument, round: before.id).map { found in
        EarlierSurvey(
          title: before.title, table: found.table, ledger: found.ledger,
          groupings: columns.groupings(of: found.table),
          minimum: session.minimum(found.minimum, for: instrument.audience))
      }
    }
  }

  /// The round of `--earlier-round`, which has to come before the one that is analysed.
  private func earlierChoice(
    than round: AuditPlan.Round, _ session: AuditSession, _ console: inout Console
  ) throws -> AuditSession.EarlierChoice {
    guard let id = command.earlierOptions.earlierRound else { return .latest }
    let named = try session.round(id, &console)
    if !session.rounds(upTo: round).dropLast().contains(named.id) {
      console.sink.error(
        .notEarlier(named.title, than: round.title), at: Location(file: session.audit.planPath))
    }
    return .round(named)
  }

  private func analyseNominations(
    _ instrument: Instrument, _ round: AuditPlan.Round, _ session: AuditSession,
    _ console: inout Console
  ) throws {
    if !command.by.isEmpty || !command.compare.isEmpty || command.reliability {
      command.misuse(
        "--by, --compare and --reliability are for surveys; nominations are grouped by the roll.")
    }
    let scope = command.scope ?? session.plan.reference
    let earlier = try earlierChoice(than: round, session, &console)
    try console.stopOnErrors()
    let found = try session.nominations(
      instrument, round, scope: scope, earlier: earlier,
      isNamed: command.named, &console)
    try console.stopOnErrors()
    guard let found else {
      console.sink.error(
        .notTakenIn(instrument.id, round.title), at: Location(file: session.audit.folder))
      return try console.stopOnErrors()
    }
    if command.named {
      // On record first: nobody sees the list without it.
      try session.audit.people().record(
        "named list", "\(instrument.id) \(round.id)", by: session.actor)
    }
    let release = found.figures.released(
      under: command.named ? .lead : .audit(minimum: found.minimum))
    let place = session.heading(round)
    try command.outputOptions.write(
      text: {
        NominationText(
          release, pupils: found.pupils, style: $0, heading: place, showsTies: command.indices
        ).text()
      },
      json: { NominationJSON.write(release, pupils: found.pupils, heading: place, to: $0) },
      csv: { NominationCSV.write(release, pupils: found.pupils, to: $0) })
    if found.needsPerson { throw ExitCode.needsPerson }
  }
}

extension Diagnostic.Message {
  static func notTakenIn(_ instrument: String, _ round: String) -> Self {
    Self(
      id: "not-taken-in",
      "no answers to '\(instrument)' were taken in for \(round); take them in with 'mhars import', "
        + "or name another round with --round")
  }

  static func notEarlier(_ title: String, than other: String) -> Self {
    Self(
      id: "not-earlier",
      "\(title.clipped) does not come before \(other.clipped) in the plan; name an earlier round")
  }

  static func roundsDiffer(_ ids: [String]) -> Self {
    Self(
      id: "rounds-differ",
      "asked otherwise in another round, and so not compared: \(NearestName.quoted(ids))")
  }
}
