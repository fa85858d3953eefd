public import Diagnostics
public import Instruments

/// Takes in lists of trusted peers, one row for each pupil or for each nomination.
public enum NominationImport {
  public struct Outcome: Sendable {
    public let nominations: Nominations
    public let ledger: ImportLedger
  }

  /// Reads a nominations file against a roll.
  ///
  /// A pupil who names somebody or says "no one" has answered; a pupil with a row of blanks or of
  /// declared missing answers, or without a row, has not. A pupil who answers twice counts with the
  /// later answer where time stamps tell, and is a fault where they do not.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - instrument: What was asked.
  ///   - roll: The pupils who could answer and be named.
  ///   - options: What the person says about the file.
  ///   - round: The round to take where the file holds several.
  ///   - scope: Those among whom pupils could name, where the person says other than the
  ///     instrument.
  ///   - decisions: What a person decided about written names.
  ///   - sink: Where faults go.
  /// - Returns: `nil` when there is a fault that stops the import; `sink` then says where and why.
  /// - Complexity: O(bytes) where names are ids or match exactly.
  public static func read(
    _ source: FileSource, for instrument: Instrument, on roll: Roll, options: ImportOptions,
    round: String? = nil, scope: NominationRule.Scope? = nil,
    decisions: NameDecisions = NameDecisions(), reporting sink: inout DiagnosticSink
  ) -> Outcome? {
    ExportFile.open(source, options, reporting: &sink).flatMap {
      read(
        $0, for: instrument, on: roll, options: options, round: round, scope: scope,
        decisions: decisions, reporting: &sink)
    }
  }

  /// Reads a nominations file that is open against a roll, and calls `progress` now and then with
  /// about the share of the file that was read, 0 to 1.
  public static func read(
    _ export: ExportFile, for instrument: Instrument, on roll: Roll, options: ImportOptions,
    round: String? = nil, scope: NominationRule.Scope? = nil,
    decisions: NameDecisions = NameDecisions(), progress: ((Double) -> Void)? = nil,
    reporting sink: inout DiagnosticSink
  ) -> Outcome? {
    var rejected: RejectedRows?
    let rows = rows(
      export, for: instrument, on: roll, options: options,
      round: round.map(RoundChoice.only) ?? .any, scope: scope, decisions: decisions,
      rejecting: &rejected, progress: progress, reporting: &sink)
    guard var rows, let rule = instrument.nomination?.rule else { return nil }
    let nominations = rows.nominations(limit: rule.limit)
    return Outcome(nominations: nominations, ledger: rows.ledger(with: nominations))
  }

  /// Which rows of a file that names rounds are taken.
  enum RoundChoice {
    /// All of them, where they are of one round.
    case any
    /// Those of one round, which must be there.
    case only(String)
    /// Those of one round, where the file names rounds at all.
    case ifThere(String)

    var wanted: String? {
      switch self {
      case .any: nil
      case .only(let round), .ifThere(let round): round
      }
    }
  }

  /// The rows of a file, read and their repeats settled; `nil` on a fault that stops the import.
  static func rows(
    _ export: ExportFile, for instrument: Instrument, on roll: Roll, options: ImportOptions,
    round: RoundChoice, scope: NominationRule.Scope?, decisions: NameDecisions = NameDecisions(),
    rejecting rejected: inout RejectedRows?, progress: ((Double) -> Void)? = nil,
    reporting sink: inout DiagnosticSink
  ) -> NominationRows? {
    guard let rule = instrument.nomination?.rule,
      let layout = NominationLayout(
        of: export, for: instrument, rule: rule, options, reporting: &sink)
    else { return nil }
    let file = export.file
    var rows = NominationRows(
      layout: layout, width: file.header.count, roll: roll, round: round,
      missing: instrument.missing, reach: scope ?? rule.scope, openDays: options.openDays)
    rows.decisions = decisions
    let whole = progress == nil ? 0 : file.expectedRecords
    let isWhole = file.forEachRecord(reporting: &sink, of: whole, progress: progress) {
      row, record in
      rows.take(row, record: record)
      return true
    }
    guard rows.settle(options.dateOrder, in: file, reporting: &sink) else { return nil }
    let errors = sink.errorCount
    rows.reportRounds(at: file.headerLocation, to: &sink)
    let report = FaultReport(file: file)
    report.report(rows.faults, asWarnings: options.acceptsRejects, to: &sink)
    if rejected != nil { rejected = report.rejectedRows(rows.faults) }
    return isWhole && sink.errorCount == errors ? rows : nil
  }
}
