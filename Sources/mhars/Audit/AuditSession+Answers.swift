import Analysis
import Diagnostics
import Instruments
import Reports
import Responses
import Store

extension AuditSession {
  /// The responses of a survey in a round; `nil` where none were taken in.
  ///
  /// Those of an anonymous survey are read without opening what is known of people.
  func responses(_ instrument: Instrument, round: String) throws -> AnswerStore.Responses? {
    instrument.privacy == .anonymous
      ? try audit.answers().responses(
        round: round, instrument: instrument.id, definition: Self.definition)
      : try audit.people().responses(
        round: round, instrument: instrument.id, definition: Self.definition)
  }

  /// Which earlier round answers are compared with.
  enum EarlierChoice {
    case none
    /// The nearest before that has answers, if any.
    case latest
    case round(AuditPlan.Round)
  }

  /// The figures of a nominations question and, where it is asked for, the list of pupils; `nil`
  /// where no names were taken in, or there is a fault or no roll, which the console then holds.
  func nominations(
    _ instrument: Instrument, _ round: AuditPlan.Round, scope: NominationRule.Scope?,
    earlier choice: EarlierChoice = .none, isNamed: Bool = false, _ console: inout Console
  ) throws -> (
    figures: NominationFigures, pupils: PupilList?, needsPerson: Bool, minimum: Int
  )? {
    guard let found = try readNames(instrument, round, scope: scope, &console) else { return nil }
    let earlier = try earlier(than: round, choice, instrument, &console) { before, console in
      try readNames(instrument, before, scope: scope, &console).map {
        EarlierRound(title: before.title, nominations: $0.outcome.nominations)
      }
    }
    return NominationsInput.results(
      of: found.outcome, found.stored.instrument, scope: scope, earlier: earlier,
      isNamed: isNamed, file: audit.folder, roll: audit.folder, &console
    ).map {
      (
        $0.figures, $0.pupils, $0.needsPerson,
        minimum(found.stored.minimum, for: instrument.audience)
      )
    }
  }

  /// The names of a nominations question, matched against the roll and as a person decided; `nil`
  /// where none were taken in, or there is no roll, which the console then says.
  func readNames(
    _ instrument: Instrument, _ round: AuditPlan.Round, scope: NominationRule.Scope?,
    _ console: inout Console
  ) throws -> (
    outcome: NominationImport.Outcome, stored: IdentityStore.Nominations, roll: Roll
  )? {
    let people = try audit.people()
    let stored = try people.nominations(
      round: round.id, instrument: instrument.id, definition: Self.definition)
    guard let stored else { return nil }
    guard let roll = try people.roll(in: rounds(upTo: round)) else {
      console.sink.error(.noRollYet, at: Location(file: audit.folder))
      return nil
    }
    let decisions = try people.decisions(round: round.id, instrument: instrument.id)
    return NominationImport.nominations(
      in: stored.sheets.sheets, stored.sheets.ledger, for: stored.instrument, on: roll,
      scope: scope, decisions: NameDecisions(decisions)
    ).map { ($0, stored, roll) }
  }

  /// The answers of the round to compare with, as `read` finds them; a round that was asked for and
  /// has none is a fault.
  func earlier<Answers>(
    than round: AuditPlan.Round, _ choice: EarlierChoice, _ instrument: Instrument,
    _ console: inout Console,
    read: (AuditPlan.Round, inout Console) throws -> Answers?
  ) throws -> Answers? {
    let rounds: [AuditPlan.Round]
    switch choice {
    case .none: return nil
    case .latest: rounds = plan.rounds.prefix { $0.id != round.id }.reversed()
    case .round(let chosen): rounds = [chosen]
    }
    for before in rounds {
      if let answers = try read(before, &console) { return answers }
    }
    if case .round(let chosen) = choice {
      console.sink.error(
        .notTakenIn(instrument.id, chosen.title), at: Location(file: audit.folder))
    }
    return nil
  }

  /// How many people of an audience could answer, split by the first of some columns whose numbers
  /// are known; `nil` where nobody said.
  func population(
    of audience: Instrument.Audience, _ round: AuditPlan.Round, _ by: [String]
  ) throws -> PopulationTable? {
    let answers = try audit.answers()
    let rounds = rounds(upTo: round)
    for column in by {
      if let table = try answers.population(of: audience, in: rounds, by: column) { return table }
    }
    if let whole = try answers.population(of: audience, in: rounds) { return whole }
    return plan.groups[audience].map { PopulationTable(total: $0) }
  }

  /// The school and the round, for the title of a report.
  func heading(_ round: AuditPlan.Round?, cut: String? = nil) -> ReportHeading {
    ReportHeading(school: plan.school, round: round?.title, cut: cut)
  }
}

extension Audit {
  /// The files that no report may replace.
  var files: [String] {
    AuditFiles.own.map { folder + "/" + $0 }
  }
}
