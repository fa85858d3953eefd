import Diagnostics

extension InstrumentDraftReader {
  /// The record rule of a file; `nil` where it has none, or one of another shape.
  mutating func readRecord(_ node: YAMLNode?) -> RecordDraft? {
    guard let node,
      let fields = Fields(node, "a record", known: KnownKeys.record, into: &sink)
    else { return nil }
    var record = RecordDraft(span: fields.span)
    record.unit = fields["unit"]?.text("'unit'", into: &sink)
    record.setting = fields["setting"]?.text("'setting'", into: &sink)
    record.observer = fields["observer"]?.text("'observer'", into: &sink)
    record.tier = fields["tier"]?.text("'tier'", into: &sink)
    record.sample = fields["sample"]?.word("a sample", into: &sink)
    record.minimum = readMinimum(fields["minimum"])
    record.minutes = fields["minutes"]?.number("'minutes'", into: &sink)
    let measures = fields.required("measures", into: &sink)
    record.measures = (measures?.list(of: "measures", into: &sink) ?? []).compactMap {
      readMeasure($0)
    }
    return record
  }

  private mutating func readMinimum(_ node: YAMLNode?) -> RecordDraft.Minimum {
    guard let node,
      let fields = Fields(node, "a minimum", known: KnownKeys.recordMinimum, into: &sink)
    else { return RecordDraft.Minimum() }
    return RecordDraft.Minimum(
      units: fields["units"]?.wholeNumber("'units'", into: &sink),
      settings: fields["settings"]?.wholeNumber("'settings'", into: &sink),
      count: fields["count"]?.wholeNumber("'count'", into: &sink))
  }

  private mutating func readMeasure(_ node: YAMLNode) -> RecordDraft.Measure? {
    guard let fields = Fields(node, "a measure", known: KnownKeys.measure, into: &sink) else {
      return nil
    }
    var measure = RecordDraft.Measure(span: fields.span)
    measure.id = fields.required("id", into: &sink)?
      .identifier(.word, "the id of a measure", into: &sink)
    measure.title = fields["title"]?.localizedText("the title of a measure", into: &sink)
    measure.kind = fields.required("kind", into: &sink)?.word("a kind of measure", into: &sink)
    measure.of = readNames(fields.required("of", into: &sink), "item ids")
    measure.among = readNames(fields["among"], "item ids")
    measure.by = fields["by"]?.text("'by'", into: &sink)
    measure.values = readNames(fields["values"], "codes")
    measure.per = fields["per"]?.number("'per'", into: &sink)
    measure.atLeast = fields["at_least"]?.number("'at_least'", into: &sink)
    measure.below = fields["below"]?.number("'below'", into: &sink)
    measure.passed = fields["passed"]?.text("'passed'", into: &sink)
    measure.due = fields["due"]?.text("'due'", into: &sink)
    measure.better = fields["better"]?.word("the better end", into: &sink)
    measure.practices = readNames(fields["practices"], "practices")
    measure.feeds = fields["feeds"]?.word("what a measure feeds", into: &sink)
    return measure
  }

  private mutating func readNames(_ node: YAMLNode?, _ subject: String) -> [Located<String>] {
    (node?.listOrSingle(of: subject, into: &sink) ?? []).compactMap {
      $0.text("an entry of \(subject)", into: &sink)
    }
  }
}
