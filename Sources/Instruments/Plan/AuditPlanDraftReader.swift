import Diagnostics

/// Reads the parts of an audit plan from its tree, reporting each fault and reading on.
struct AuditPlanDraftReader {
  var sink: DiagnosticSink

  /// The draft below the root of a file; `nil` when the root has no keys.
  mutating func read(_ root: YAMLNode) -> AuditPlanDraft? {
    let known = KnownKeys.auditPlan
    guard let fields = Fields(root, "an audit plan", known: known, into: &sink) else { return nil }
    var draft = AuditPlanDraft()
    draft.school = fields.required("school", into: &sink)?
      .line("the name of the school", into: &sink)
    draft.phase = fields["phase"]?.word("a phase", into: &sink)
    draft.framework = fields.required("framework", into: &sink)?
      .identifier(.instrument, "the id of a framework", into: &sink)
    draft.components = filledList("components", fields["components"]).compactMap {
      $0.identifier(.word, "a component", into: &sink)
    }
    draft.notApplicable = entries("components that do not apply", fields["not_applicable"]) {
      $1.line("the reason why '\($0.clipped)' does not apply", into: &$2)
    }
    draft.rounds = filledList("rounds", fields.required("rounds", into: &sink)).compactMap {
      readRound($0)
    }
    draft.targets = entries("targets", fields["targets"]) {
      $1.number("the target of '\($0.clipped)'", into: &$2)
    }
    draft.groups = readAmounts("groups", fields["groups"])
    draft.minimums = readAmounts("minimums", fields["minimums"])
    draft.reference = fields["reference"]?.word("a reference group", into: &sink)
    readKeep(fields["keep"], into: &draft)
    return draft
  }

  private mutating func readRound(_ node: YAMLNode) -> AuditPlanDraft.Round? {
    let known = KnownKeys.round
    guard let fields = Fields(node, "a round", known: known, into: &sink) else { return nil }
    var round = AuditPlanDraft.Round()
    round.id = fields.required("id", into: &sink)?
      .identifier(.round, "the id of a round", into: &sink)
    round.title = fields["title"]?.line("the title of a round", into: &sink)
    round.from = fields["from"]?.day("'from'", into: &sink)
    round.until = fields["until"]?.day("'until'", into: &sink)
    let instruments = fields.required("instruments", into: &sink)
    round.instruments = filledList("instruments", instruments).compactMap { readInstrument($0) }
    return round
  }

  /// A path, or else an id.
  private mutating func readInstrument(_ node: YAMLNode) -> Located<String>? {
    if case .scalar(let text) = node.content, AuditPlan.Round.isPath(text.trimmed) {
      return node.line("the path of an instrument", into: &sink)
    }
    return node.identifier(.instrument, "the id of an instrument", into: &sink)
  }

  private mutating func readAmounts(_ subject: String, _ node: YAMLNode?)
    -> [AuditPlanDraft.Amount]
  {
    var amounts: [AuditPlanDraft.Amount] = []
    for entry in node?.entries(of: subject, into: &sink) ?? [] {
      let name = entry.key.value
      guard let audience = AuditPlan.audiences.first(where: { $0.rawValue == name }) else {
        let known = AuditPlan.audiences.map(\.rawValue)
        let message = Diagnostic.Message.unknownWord(name, "an audience", known: known)
        sink.error(message, at: entry.key.span)
        continue
      }
      let count = entry.value.wholeNumber("the number of \(name)", into: &sink)
      amounts.append(
        AuditPlanDraft.Amount(audience: Located(audience, entry.key.span), count: count))
    }
    return amounts
  }

  private mutating func readKeep(_ node: YAMLNode?, into draft: inout AuditPlanDraft) {
    guard let node,
      let fields = Fields(node, "'keep'", known: KnownKeys.keep, into: &sink)
    else { return }
    draft.keepsAnswers = fields["answers"]?.retention("'answers'", into: &sink)
    draft.keepsNames = fields["names"]?.retention("'names'", into: &sink)
  }

  /// The entries of a list, of which there must be one at least.
  private mutating func filledList(_ subject: String, _ node: YAMLNode?) -> [YAMLNode] {
    guard let node, let list = node.list(of: subject, into: &sink) else { return [] }
    if list.isEmpty { sink.error(.emptyValue("'\(subject)'"), at: node.span) }
    return list
  }

  /// Values that stand beside components.
  private mutating func entries<Value>(
    _ subject: String, _ node: YAMLNode?,
    reading: (_ key: String, _ node: YAMLNode, _ sink: inout DiagnosticSink) -> Located<Value>?
  ) -> [AuditPlanDraft.Entry<Value>] {
    var entries: [AuditPlanDraft.Entry<Value>] = []
    for entry in node?.entries(of: subject, into: &sink) ?? [] {
      let key = YAMLNode(content: .scalar(entry.key.value), span: entry.key.span)
      let value = reading(entry.key.value, entry.value, &sink)
      let component = key.identifier(.word, "a component", into: &sink)
      if let component { entries.append(AuditPlanDraft.Entry(key: component, value: value)) }
    }
    return entries
  }
}
