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
  /// It is `nil` where `RecordAmount` holds it back.
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
    let evidence = RecordEvidence(table)?.evidence() ?? []
    if table.rowCount == 0 {
      state = .missing
    } else {
      state = evidence.contains { $0.tier == .all && $0.isEnough } ? .enough : .tooLittle
    }
    units = RecordAmount(evidence, rows: table.rowCount, below: minimum).units
  }
}
