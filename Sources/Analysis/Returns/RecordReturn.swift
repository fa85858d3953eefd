public import Instruments
public import Responses

/// Whether what was to be seen, counted or taken down in a round came in.
public struct RecordReturn: Sendable {
  /// How far it is.
  public enum State: String, Sendable, Hashable {
    /// Nothing came in.
    case missing
    /// Something did, of which no figure has what its record asks for.
    case tooLittle = "too_little"
    /// At least one figure has.
    case enough
  }

  /// What was to be filled in.
  public let instrument: Instrument
  /// How far it is.
  public let state: State
  /// How many units came in: lessons, books, voices, cases, or rows where each is one.
  ///
  /// It is `nil` where all that they are evidence of is held back, or where they are people or cases, and
  /// fewer than may be shown.
  public let units: Int?

  /// The least units that count, at least 1.
  public var expected: Int { instrument.record?.least.count ?? 1 }

  /// What a unit is called, such as `lesson`; `nil` where each row is one.
  public var unit: String? { instrument.record?.least.name }

  /// Makes the state of an instrument of which nothing came in yet.
  public init(nothingOf instrument: Instrument) {
    self.instrument = instrument
    state = .missing
    units = 0
  }

  /// Looks at what came in.
  ///
  /// - Parameters:
  ///   - table: The rows of an instrument with a record rule.
  ///   - minimum: The fewest people whose number is shown.
  /// - Complexity: That of making the evidence.
  public init(of table: ResponseTable, minimum: Int) {
    instrument = table.instrument
    let evidence = (RecordEvidence(table)?.evidence() ?? []).filter { $0.tier == .all }
    let countsSettings = table.instrument.record?.countsSettings ?? false
    let told = evidence.filter { !$0.isHeld(below: minimum) }
    let units = told.map { countsSettings ? $0.base.settings : $0.base.units }.max() ?? 0
    if table.rowCount == 0 {
      state = .missing
    } else {
      state = evidence.contains(where: \.isEnough) ? .enough : .tooLittle
    }
    let arePeople = AuditPlan.audiences.contains(table.instrument.audience)
    let isHeld = told.isEmpty && !evidence.isEmpty
    self.units = isHeld || (arePeople && (1..<minimum).contains(units)) ? nil : units
  }
}
