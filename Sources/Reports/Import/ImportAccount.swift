public import Instruments
public import Responses

/// What became of a file that was to be taken into an audit: where each row and each cell went.
public struct ImportAccount: Sendable {
  /// What was done with it.
  public enum Result: String, Sendable {
    /// Its rows were taken in, but for those that are there already.
    case taken
    /// The same rows had been taken in; nothing was added.
    case same
    /// Each row equals one that is there; nothing was added.
    case nothingNew = "nothing_new"
  }

  let result: Result
  /// The import that has the rows: a new one, or the one that had them; `nil` where none has all.
  let entry: ImportEntry?
  /// Where the rows and cells of the file went as it was read.
  let ledger: ImportLedger
  let instrument: Instrument
  let round: AuditPlan.Round
  /// The name of the file, without its folder.
  let file: String
  /// Whether nothing was kept.
  let isRehearsal: Bool
  /// The written names of the round that wait for a person; `nil` where none are asked for.
  public var namesWaiting: Int?
  /// The days on which rows that are there already came; empty where the import that has them says it.
  public var days: [CalendarDay] = []
  /// Whether the text tells of cells, too.
  public var showsCells = false

  /// Makes an account.
  ///
  /// - Parameters:
  ///   - result: What was done with the file.
  ///   - entry: The import that has its rows.
  ///   - ledger: Where its rows and cells went as it was read.
  ///   - instrument: What was asked.
  ///   - round: The round that it is of.
  ///   - file: The name of the file, without its folder.
  ///   - isRehearsal: Whether nothing was kept.
  public init(
    _ result: Result, _ entry: ImportEntry?, _ ledger: ImportLedger, instrument: Instrument,
    round: AuditPlan.Round, file: String, isRehearsal: Bool
  ) {
    self.result = result
    self.entry = entry
    self.ledger = ledger
    self.instrument = instrument
    self.round = round
    self.file = file
    self.isRehearsal = isRehearsal
  }

  /// The rows that are new answers.
  var added: Int { result == .taken ? entry?.added ?? 0 : 0 }

  /// The rows that stand in place of an earlier answer.
  var updated: Int { result == .taken ? entry?.updated ?? 0 : 0 }

  /// The rows that were there already.
  var repeated: Int { ledger.used - added - updated }

  /// The imports that can only be undone together with the new one.
  var others: [String] {
    guard result == .taken, let entry else { return [] }
    return entry.together.filter { $0 != entry.label }
  }

  /// The reasons for which rows are left out, in their order, with how many.
  var excluded: [(reason: ImportLedger.Exclusion, rows: Int)] {
    ImportLedger.Exclusion.allCases.compactMap { reason in
      ledger.excluded[reason].map { (reason, $0) }
    }
  }

  /// Whether something waits for a person: rows with a fault, or answers that could be read in two
  /// ways.
  public var needsPerson: Bool { ledger.needsPerson }
}
