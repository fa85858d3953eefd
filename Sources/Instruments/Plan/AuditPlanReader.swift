public import Diagnostics

/// Reads audit plans.
///
/// A file that is not YAML gets its first syntax error; of one that is, every fault is reported.
public struct AuditPlanReader: Sendable {
  private let packs: [Framework]?
  private let shelf: PlanShelf?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - packs: The packs that `framework` and the components are checked against; `nil` leaves
  ///     them unchecked.
  ///   - shelf: Where the instruments of the rounds are to be found; `nil` leaves them unchecked.
  public init(framework packs: [Framework]? = nil, instruments shelf: PlanShelf? = nil) {
    self.packs = packs
    self.shelf = shelf
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - file: Its name as the person gave it, for messages.
  ///   - sink: Takes the faults.
  /// - Returns: The plan, or `nil` when the file has errors.
  public func read(
    _ bytes: [UInt8], file: String, into sink: inout DiagnosticSink
  ) -> AuditPlan? {
    let errorsBefore = sink.errorCount
    guard let root = StrictYAML.read(bytes, file: file, into: &sink) else { return nil }
    var reader = AuditPlanDraftReader(sink: sink)
    let draft = reader.read(root)
    sink = reader.sink
    guard let draft else { return nil }
    PlanRoundRule.check(draft, into: &sink)
    PlanAmountRule.check(draft, into: &sink)
    PlanComponentRule.check(draft, packs, into: &sink)
    if let shelf { PlanInstrumentRule.check(draft, shelf, into: &sink) }
    return sink.errorCount == errorsBefore ? draft.plan() : nil
  }
}
