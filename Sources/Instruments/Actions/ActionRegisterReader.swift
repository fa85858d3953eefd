public import Diagnostics

/// Reads registers of actions.
///
/// A file that is not YAML gets its first syntax error; of one that is, every fault is reported.
public struct ActionRegisterReader {
  private let framework: Framework?
  private let plan: AuditPlan?
  private let instruments: [Instrument]?
  private let evidence: [String: [String]]?
  private let namesPupil: ((String) -> Bool)?

  /// Makes a reader; what it is not given it does not check.
  ///
  /// - Parameters:
  ///   - framework: The pack that has the practices.
  ///   - plan: The plan of the audit, for its rounds and the components that it looks at.
  ///   - instruments: The instruments of all its rounds.
  ///   - evidence: The ids of the evidence of each round that has any, by the round's id.
  ///   - namesPupil: Whether a text holds the name of a pupil on the roll.
  public init(
    framework: Framework? = nil, plan: AuditPlan? = nil, instruments: [Instrument]? = nil,
    evidence: [String: [String]]? = nil, namesPupil: ((String) -> Bool)? = nil
  ) {
    self.framework = framework
    self.plan = plan
    self.instruments = instruments
    self.evidence = evidence
    self.namesPupil = namesPupil
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - file: Its name as the person gave it, for messages.
  ///   - sink: Takes the faults.
  /// - Returns: The register, or `nil` when the file has errors.
  public func read(
    _ bytes: [UInt8], file: String, into sink: inout DiagnosticSink
  ) -> ActionRegister? {
    let errorsBefore = sink.errorCount
    guard let root = StrictYAML.read(bytes, file: file, into: &sink) else { return nil }
    var reader = ActionDraftReader(sink: sink)
    let drafts = reader.read(root)
    sink = reader.sink
    guard let drafts else { return nil }
    UniqueIDRule.checkDistinct(drafts.compactMap(\.id), "action", into: &sink)
    for draft in drafts {
      ActionDayRule.check(draft, into: &sink)
      if let framework { ActionPracticeRule.check(draft, framework, plan, into: &sink) }
      if let plan { ActionRoundRule.check(draft, plan, into: &sink) }
      if let instruments { ActionMeasureRule.check(draft, instruments, into: &sink) }
      if let evidence {
        ActionEvidenceRule.check(draft, evidence, onlyRound: onlyRound, into: &sink)
      }
      if let namesPupil { ActionNameRule.check(draft, namesPupil, into: &sink) }
      ActionOutcomeRule.check(draft, into: &sink)
    }
    guard sink.errorCount == errorsBefore else { return nil }
    return ActionRegister(
      actions: drafts.compactMap { $0.action(in: framework, onlyRound: onlyRound) })
  }

  /// The rounds whose evidence the actions of a file answer to, as far as the file can be read.
  public func rounds(namedIn bytes: [UInt8]) -> Set<String> {
    var sink = DiagnosticSink()
    guard let root = StrictYAML.read(bytes, file: "", into: &sink) else { return [] }
    var reader = ActionDraftReader(sink: sink)
    return Set((reader.read(root) ?? []).compactMap { $0.round?.value ?? onlyRound })
  }

  private var onlyRound: String? {
    plan.flatMap { $0.rounds.count == 1 ? $0.rounds.first?.id : nil }
  }
}
