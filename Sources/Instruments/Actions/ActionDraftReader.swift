import Diagnostics

/// Reads the entries of a register of actions from its tree, reporting each fault and reading on.
struct ActionDraftReader {
  var sink: DiagnosticSink

  /// The entries below the root of a file; `nil` when the root has no keys.
  mutating func read(_ root: YAMLNode) -> [ActionDraft]? {
    let known = KnownKeys.actionRegister
    guard let fields = Fields(root, "a register of actions", known: known, into: &sink) else {
      return nil
    }
    let list = fields.required("actions", into: &sink)
    return (list?.list(of: "actions", into: &sink) ?? []).compactMap { readAction($0) }
  }

  private mutating func readAction(_ node: YAMLNode) -> ActionDraft? {
    let known = KnownKeys.action
    guard let fields = Fields(node, "an action", known: known, into: &sink) else { return nil }
    var draft = ActionDraft(span: node.span)
    draft.id = fields.required("id", into: &sink)?
      .identifier(.action, "the id of an action", into: &sink)
    draft.practice = fields.required("practice", into: &sink)?.text("a practice", into: &sink)
    draft.tier = fields["tier"]?.word("a tier", into: &sink)
    draft.firstStep = fields.required("first_step", into: &sink)?
      .line("the first step", into: &sink)
    draft.owner = fields.required("owner", into: &sink)?.line("the owner", into: &sink)
    draft.begin = fields.required("begin", into: &sink)?.day("'begin'", into: &sink)
    draft.cost = fields.required("cost", into: &sink)?.word("a cost", into: &sink)
    draft.measure = fields.required("measure", into: &sink)?
      .identifier(.evidence, "a measure", into: &sink).map { Located(.init($0.value), $0.span) }
    draft.review = fields.required("review", into: &sink)?.day("'review'", into: &sink)
    draft.status = fields["status"]?.word("a status", into: &sink)
    draft.round = fields["round"]?.identifier(.round, "the id of a round", into: &sink)
    let evidence = fields["evidence"]?.listOrSingle(of: "evidence", into: &sink)
    draft.evidence = (evidence ?? []).compactMap {
      $0.identifier(.evidence, "the id of a piece of evidence", into: &sink)
    }
    draft.outcome = fields["outcome"]?.line("the outcome", into: &sink)
    return draft
  }
}
