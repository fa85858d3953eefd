import Analysis
import Diagnostics
import Instruments
import Responses

/// Reads a roll and a nominations file, and analyses them.
struct NominationsInput {
  let file: String
  let roll: String
  let round: String?
  let scope: NominationRule.Scope?
  /// A table of decisions about written names.
  var decisions: String?

  /// The figures, the list of pupils, and whether something waits for a person; `nil` on a fault,
  /// which the console then holds.
  func read(
    _ instrument: Instrument, options: ImportOptions, _ console: inout Console
  ) -> (figures: NominationFigures, pupils: PupilList, needsPerson: Bool)? {
    let pupils = RollImport.read(
      FileSource(path: roll), options: options, reporting: &console.sink)
    guard let pupils else { return nil }
    let outcome = outcome(instrument, pupils, options, &console)
    return outcome.flatMap {
      Self.results(of: $0, instrument, scope: scope, file: file, roll: roll, &console)
    }
  }

  /// The nominations, read once more with the decisions where there are some.
  private func outcome(
    _ instrument: Instrument, _ pupils: Roll, _ options: ImportOptions, _ console: inout Console
  ) -> NominationImport.Outcome? {
    func read(_ decided: [NameDecision], _ sink: inout DiagnosticSink) -> NominationImport.Outcome?
    {
      NominationImport.read(
        FileSource(path: file), for: instrument, on: pupils, options: options, round: round,
        scope: scope, decisions: NameDecisions(decided), reporting: &sink)
    }
    guard let decisions else { return read([], &console.sink) }
    var first = DiagnosticSink()
    guard let queue = read([], &first)?.nominations.queue else {
      return read([], &console.sink)
    }
    let plan = DecisionFile.read(
      FileSource(path: decisions), against: queue, on: pupils, replaces: false,
      reporting: &console.sink)
    return plan.flatMap { read($0.decisions, &console.sink) }
  }

  /// The figures and the list of pupils of nominations that were read.
  ///
  /// - Parameters:
  ///   - outcome: The nominations.
  ///   - instrument: What was asked.
  ///   - scope: The group within which pupils are counted; `nil` for the instrument's own.
  ///   - file: Where the nominations are from, for messages.
  ///   - roll: Where the roll is from, for messages.
  ///   - console: Takes the faults.
  /// - Returns: `nil` on a fault, which the console then holds.
  static func results(
    of outcome: NominationImport.Outcome, _ instrument: Instrument,
    scope: NominationRule.Scope?, file: String, roll: String, _ console: inout Console
  ) -> (figures: NominationFigures, pupils: PupilList, needsPerson: Bool)? {
    if !outcome.nominations.answered.contains(true) {
      let unknown = outcome.nominations.unmatchedRespondents.count
      console.sink.error(
        unknown > 0 ? .nobodyOnRoll(unknown) : .noResponses(outcome.ledger.read),
        at: Location(file: file))
      return nil
    }
    guard
      let analysis = NominationAnalysis(
        outcome.nominations, ledger: outcome.ledger, instrument: instrument, scope: scope)
    else {
      let wanted = (scope ?? instrument.nomination?.rule.scope)?.rawValue ?? "class"
      console.sink.error(.rollWithoutScope(wanted), at: Location(file: roll))
      return nil
    }
    let results = analysis.results()
    let needsPerson =
      outcome.ledger.needsPerson || outcome.nominations.needsPerson
      || results.figures.withoutGroup != 0
    return (results.figures, results.pupils, needsPerson)
  }
}

extension Diagnostic.Message {
  static func nobodyOnRoll(_ rows: Int) -> Self {
    Self(
      id: "nobody-on-roll",
      "none of the \(rows) rows is from a pupil on the roll for certain; do both files use the same "
        + "ids or names? (spreadsheets drop zeros at the start of ids)")
  }

  static func rollWithoutScope(_ scope: String) -> Self {
    Self(
      id: "roll-without-scope",
      "the roll has no \(scope) column; add it, or choose another --scope (school needs none)")
  }
}
