import Analysis
import Diagnostics
import Instruments
import Responses

/// Reads a roll and a nominations file, and analyses them.
struct NominationsInput {
  let file: String
  /// The file where it is open; `nil` where it is still to be opened.
  var export: ExportFile?
  let roll: String
  let round: String?
  let scope: NominationRule.Scope?
  var earlier: EarlierFiles?
  /// A table of decisions about written names.
  var decisions: String?

  /// Whether the pupils are listed by name.
  var isNamed = false

  /// What comes out of it; the list of pupils where it was asked for.
  typealias Results = (figures: NominationFigures, pupils: PupilList?, needsPerson: Bool)

  /// The figures, the list of pupils, and whether something waits for a person; `nil` on a fault,
  /// which the console then holds.
  func read(
    _ instrument: Instrument, options: ImportOptions, _ console: inout Console
  ) -> Results? {
    let pupils = RollImport.read(FileSource(path: roll), options: options, reporting: &console.sink)
    guard let pupils else { return nil }
    guard
      let outcome = outcome(
        of: file, export, round: round, on: pupils, decisions: decisions, instrument, options,
        &console.sink)
    else { return nil }
    var before: EarlierRound?
    if let earlier {
      if earlier.round == round, (earlier.nominations ?? file) == file {
        console.sink.error(.sameRound, at: Location(file: file))
        return nil
      }
      let pupilsBefore =
        earlier.roll.map {
          RollImport.read(FileSource(path: $0), options: options, reporting: &console.sink)
        } ?? pupils
      guard let pupilsBefore else { return nil }
      let found = self.outcome(
        of: earlier.nominations ?? file, earlier.nominations == nil ? export : nil,
        round: earlier.round, on: pupilsBefore, instrument, options, &console.sink)
      guard let found else { return nil }
      before = EarlierRound(
        title: earlier.round ?? "the earlier round", nominations: found.nominations)
    }
    return Self.results(
      of: outcome, instrument, scope: scope, earlier: before, isNamed: isNamed, file: file,
      roll: roll, &console)
  }

  /// The nominations of a file against a roll; `nil` on a fault.
  private func outcome(
    of file: String, _ open: ExportFile?, round: String?, on pupils: Roll,
    decisions: String? = nil, _ instrument: Instrument, _ options: ImportOptions,
    _ sink: inout DiagnosticSink
  ) -> NominationImport.Outcome? {
    let export = open ?? ExportFile.open(FileSource(path: file), options, reporting: &sink)
    guard let export else { return nil }
    func read(_ decided: [NameDecision], _ sink: inout DiagnosticSink) -> NominationImport.Outcome?
    {
      let bar = Progress("of the file read")
      defer { bar.end() }
      return NominationImport.read(
        export, for: instrument, on: pupils, options: options, round: round, scope: scope,
        decisions: NameDecisions(decided), progress: bar.show(share:), reporting: &sink)
    }
    guard let decisions else { return read([], &sink) }
    // Read once more with the decisions, which are about what the file holds without them.
    var first = DiagnosticSink()
    guard let queue = read([], &first)?.nominations.queue else { return read([], &sink) }
    var decisionOptions = ImportOptions()
    decisionOptions.sheets = options.sheets
    let plan = DecisionFile.read(
      FileSource(path: decisions), against: queue, on: pupils, replaces: false,
      options: decisionOptions, reporting: &sink)
    return plan.flatMap { read($0.decisions, &sink) }
  }

  /// The figures and the list of pupils of nominations that were read.
  ///
  /// - Parameters:
  ///   - outcome: The nominations.
  ///   - instrument: What was asked.
  ///   - scope: The group within which pupils are counted; `nil` for the instrument's own.
  ///   - earlier: The round to compare with.
  ///   - isNamed: Whether the pupils are listed by name.
  ///   - file: Where the nominations are from, for messages.
  ///   - roll: Where the roll is from, for messages.
  ///   - console: Takes the faults.
  /// - Returns: `nil` on a fault, which the console then holds.
  static func results(
    of outcome: NominationImport.Outcome, _ instrument: Instrument,
    scope: NominationRule.Scope?, earlier: EarlierRound? = nil, isNamed: Bool, file: String,
    roll: String, _ console: inout Console
  ) -> Results? {
    if !outcome.nominations.answered.contains(true) {
      let unknown = outcome.nominations.unmatchedRespondents.count
      console.sink.error(
        unknown > 0 ? .nobodyOnRoll(unknown) : .noResponses(outcome.ledger),
        at: Location(file: file))
      return nil
    }
    guard
      let analysis = NominationAnalysis(
        outcome.nominations, ledger: outcome.ledger, instrument: instrument, scope: scope,
        earlier: earlier)
    else {
      let wanted = (scope ?? instrument.nomination?.rule.scope)?.rawValue ?? "class"
      console.sink.error(.rollWithoutScope(wanted), at: Location(file: roll))
      return nil
    }
    let figures = analysis.figures()
    if let earlier, figures.earlier == nil {
      console.sink.warning(
        .earlierWithoutScope(figures.reference.rawValue, earlier.title),
        at: Location(file: roll))
    }
    let needsPerson =
      outcome.ledger.needsPerson || outcome.nominations.needsPerson
      || figures.withoutGroup != 0
    return (figures, isNamed ? analysis.pupils() : nil, needsPerson)
  }
}

extension Diagnostic.Message {
  static func nobodyOnRoll(_ rows: Int) -> Self {
    Self(
      id: "nobody-on-roll",
      "none of the \(rows) rows is from a pupil on the roll for certain; do both files use the same "
        + "ids or names? (spreadsheets drop zeros at the start of ids)")
  }

  static let sameRound = Self(
    id: "same-round",
    "the earlier round is the same as the later one; name another with --earlier-round or --earlier"
  )

  static func rollWithoutScope(_ scope: String) -> Self {
    Self(
      id: "roll-without-scope",
      "the roll has no \(scope) column; add it, or choose another --scope (school needs none)")
  }

  static func earlierWithoutScope(_ scope: String, _ round: String) -> Self {
    Self(
      id: "earlier-without-scope",
      "the roll of \(round.clipped) has no \(scope) column, so the rounds are not compared")
  }
}
