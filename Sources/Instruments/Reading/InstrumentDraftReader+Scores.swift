import Diagnostics

extension InstrumentDraftReader {
  mutating func readScores(_ node: YAMLNode?) -> [InstrumentDraft.Score] {
    let nodes = node?.list(of: "scores", into: &sink) ?? []
    return nodes.compactMap { readScore($0) }
  }

  private mutating func readScore(_ node: YAMLNode) -> InstrumentDraft.Score? {
    let known = KnownKeys.score
    guard let fields = Fields(node, "a score", known: known, into: &sink) else { return nil }
    let rules = readRules(fields)
    // A score without items of its own says where it comes from, or that they are awaited.
    let isItemless = fields["from"] != nil || rules.awaited?.value == .items
    let node = isItemless ? fields["items"] : fields.required("items", into: &sink)
    let items = node?.list(of: "item ids", into: &sink) ?? []
    var score = InstrumentDraft.Score(
      uses: [], itemCount: items.count, rules: rules, span: node.map(\.span) ?? fields.span)
    score.id = fields.required("id", into: &sink)?
      .identifier(.word, "the id of a score", into: &sink)
    score.title = fields["title"]?.localizedText("the title of a score", into: &sink)
    score.uses = items.compactMap { readUse($0) }
    score.method = fields.required("method", into: &sink)?
      .word("a way to compute a score", into: &sink)
    score.minimumAnswered = fields["min_answered"]?.wholeNumber("'min_answered'", into: &sink)
    score.range = readRange(fields["range"])
    score.span = fields.span
    return score
  }

  private mutating func readUse(_ node: YAMLNode) -> InstrumentDraft.Use? {
    guard case .mapping = node.content else {
      return node.text("the id of an item", into: &sink).map { InstrumentDraft.Use(item: $0) }
    }
    let known = KnownKeys.scoreItem
    let fields = Fields(node, "an item of a score", known: known, into: &sink)
    let item = fields?.required("item", into: &sink)?.text("the id of an item", into: &sink)
    let reverse = fields?["reverse"]?.truth("'reverse'", into: &sink)
    return item.map { InstrumentDraft.Use(item: $0, reverse: reverse) }
  }

  private mutating func readRange(_ node: YAMLNode?) -> ClosedRange<Double>? {
    guard let node, let list = node.list(of: "two numbers", into: &sink) else { return nil }
    let ends = list.compactMap { $0.number("an end of 'range'", into: &sink) }
    guard ends.count == list.count else { return nil }
    guard ends.count == 2, ends[0].value < ends[1].value else {
      sink.error(.badRange, at: node.span)
      return nil
    }
    return ends[0].value...ends[1].value
  }
}

extension Diagnostic.Message {
  fileprivate static let badRange = Self(
    id: "bad-range", "a range has two ends, the lower first; write for example [0, 100]")
}
