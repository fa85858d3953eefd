import Instruments
public import Responses

/// How much of a record came in, as far as an audit tells it: by the evidence that it gives, so that what
/// came back, the list of imports and the ledger hold back the same.
///
/// The rule is in `docs/methods/evidence.md`.
public struct RecordAmount: Sendable, Hashable {
  /// How many units came in: lessons, books, voices, cases, or rows where each is one.
  ///
  /// It is `nil` where all that they are evidence of is held back, or their number is.
  public let units: Int?
  /// Whether the numbers of rows of its files may be told.
  public let tellsRows: Bool

  /// Looks at what came in; `nil` for a questionnaire.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - minimum: The fewest people whose number is shown; 1 hides nothing.
  /// - Complexity: That of making the evidence.
  public init?(of table: ResponseTable, minimum: Int) {
    guard let evidence = RecordEvidence(table)?.evidence() else { return nil }
    self.init(evidence, rows: table.rowCount, below: minimum)
  }

  /// Looks at all entries of one record, which was made of so many rows.
  init(_ entries: [EvidenceEntry], rows: Int, below minimum: Int) {
    let whole = entries.heldBack(below: GroupMinimums(minimum)).filter { $0.tier == .all }
    guard !whole.isEmpty else {
      // Nothing says whom rows are of that hold nothing.
      (units, tellsRows) = (0, !(1..<minimum).contains(rows))
      return
    }
    units = whole.compactMap(\.toldAmount).max()
    tellsRows = units != nil
  }
}

extension EvidenceEntry {
  /// How many people stand behind the entry at least, or units where that is not in doubt; `nil` where
  /// it is held back, or where these are units whose number is.
  public var toldPersons: Int? {
    if isHeldBack { return nil }
    return base.fewestPeople == nil && base.toldUnits == nil ? nil : base.persons
  }

  /// How many units came in of what the record asks for; `nil` where that is held back.
  fileprivate var toldAmount: Int? {
    if isHeldBack { return nil }
    return minimum.countsSettings(unit: unit) ? base.toldSettings : base.toldUnits
  }
}
