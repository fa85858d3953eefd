import Diagnostics

/// A record names items that it has, of the types that its measures can count.
enum RecordItemRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    guard let record = draft.record else { return }
    let items = draft.itemsByID
    UniqueIDRule.checkDistinct(record.measures.compactMap(\.id), "measure", into: &sink)
    if record.measures.isEmpty { sink.error(.noMeasures, at: record.span) }
    for name in [record.unit, record.setting, record.observer, record.tier].compactMap(\.self)
    where items[name.value] == nil {
      sink.error(.unknownItem(name.value, known: items.keys.sorted()), at: name.span)
    }
    for number in [record.minimum.units, record.minimum.settings, record.minimum.count] {
      if let number, number.value < 0 { sink.error(.negativeMinimum, at: number.span) }
    }
    if let minutes = record.minutes, minutes.value <= 0 {
      sink.error(.badMinutes, at: minutes.span)
    }
    for measure in record.measures {
      check(measure, items, into: &sink)
      checkSample(measure, record.sample?.value, into: &sink)
    }
  }

  private static func check(
    _ measure: RecordDraft.Measure, _ items: [String: InstrumentDraft.Item],
    into sink: inout DiagnosticSink
  ) {
    guard let kind = measure.kind?.value else { return }
    for name in measure.of + measure.among
      + [measure.by, measure.passed, measure.due].compactMap(\.self)
    where items[name.value] == nil {
      sink.error(.unknownItem(name.value, known: items.keys.sorted()), at: name.span)
    }
    for (place, name) in (measure.of + measure.among).enumerated() {
      guard let format = items[name.value]?.format,
        !kind.canCount(format, isAmong: place >= measure.of.count)
      else { continue }
      sink.error(.cannotCount(name.value, kind), at: name.span)
    }
    if let by = measure.by, let format = items[by.value]?.format, !kind.canSplit(by: format) {
      sink.error(.cannotSplit(by.value, kind), at: by.span)
    }
    checkShape(measure, kind, into: &sink)
    checkUse(measure, kind, into: &sink)
    checkSteps(measure, items, into: &sink)
  }

  /// What the figure speaks for, which end of it is the better one, and its limits.
  private static func checkUse(
    _ measure: RecordDraft.Measure, _ kind: Measure.Kind, into sink: inout DiagnosticSink
  ) {
    if let feeds = measure.feeds, !kind.mayFeed.contains(feeds.value) {
      sink.error(.cannotFeed(kind), at: feeds.span)
    }
    if let better = measure.better, better.value == .lower, !kind.hasBetterEnd {
      sink.error(.noBetterEnd(kind), at: better.span)
    }
    if measure.practices.isEmpty, !(kind == .voices && measure.by != nil) {
      sink.error(.noPractices(measure.name), at: measure.span)
    }
    if let per = measure.per, per.value <= 0 { sink.error(.badPer, at: per.span) }
    for limit in [measure.atLeast, measure.below].compactMap(\.self)
    where !(0...100).contains(limit.value) {
      sink.error(.badLimit, at: limit.span)
    }
  }

  /// Steps pass by a single choice, and are due on a date.
  private static func checkSteps(
    _ measure: RecordDraft.Measure, _ items: [String: InstrumentDraft.Item],
    into sink: inout DiagnosticSink
  ) {
    if let passed = measure.passed, let format = items[passed.value]?.format {
      if case .choices(_, allowsSeveral: false) = format {
      } else {
        sink.error(.badStep(passed.value, "passed", "a single choice"), at: passed.span)
      }
    }
    if let due = measure.due, let format = items[due.value]?.format {
      if case .open(.date) = format {
      } else {
        sink.error(.badStep(due.value, "due", "a date"), at: due.span)
      }
    }
  }

  /// Those who chose themselves enter an index by half at most.
  private static func checkSample(
    _ measure: RecordDraft.Measure, _ sample: RecordRule.Sample?, into sink: inout DiagnosticSink
  ) {
    guard sample == .event, let kind = measure.kind?.value else { return }
    guard (measure.feeds?.value ?? kind.feed) == .index else { return }
    let (name, span) = (measure.name, measure.feeds?.span ?? measure.span)
    sink.error(.wholeEvent(name), at: span)
  }

  /// Each kind has the parts that it is computed from.
  private static func checkShape(
    _ measure: RecordDraft.Measure, _ kind: Measure.Kind, into sink: inout DiagnosticSink
  ) {
    let parts: [(name: String, isThere: Bool)] = [
      ("among", !measure.among.isEmpty), ("by", measure.by != nil),
      ("values", !measure.values.isEmpty),
    ]
    for part in parts where !part.isThere && kind.needs.contains(part.name) {
      sink.error(.missingPart(part.name, kind), at: measure.span)
    }
    if kind == .overlap, measure.among.isEmpty, measure.values.isEmpty {
      sink.error(.missingPart("among' or 'values", kind), at: measure.span)
    }
    if kind.takesOneItem, measure.of.count > 1 {
      sink.error(.oneItem(kind), at: measure.of[1].span)
    }
  }
}

extension Measure.Kind {
  /// The keys without which the kind cannot be computed.
  fileprivate var needs: [String] {
    switch self {
    case .share, .rate: ["among"]
    case .ratio, .runChart: ["among", "by"]
    case .named: ["values"]
    case .journey: ["by", "values"]
    case .votes: ["by"]
    case .met, .evenness, .listed, .voices, .overlap, .load: []
    }
  }

  fileprivate var takesOneItem: Bool {
    switch self {
    case .named, .listed, .voices, .journey, .overlap, .load: true
    case .share, .met, .evenness, .rate, .ratio, .runChart, .votes: false
    }
  }

  fileprivate func canCount(_ format: InstrumentDraft.Format, isAmong: Bool) -> Bool {
    switch (self, format) {
    case (.overlap, .open(.list)), (.overlap, .choices): true
    case (.overlap, .open(.text)), (.load, .open(.text)): !isAmong
    case (.load, .choices(_, allowsSeveral: false)), (.votes, .open(.number)): true
    case (.share, .open(.number)), (.evenness, .open(.number)), (.rate, .open(.number)),
      (.ratio, .open(.number)), (.runChart, .open(.number)), (.met, .open(.number)):
      true
    case (.met, .scale), (.met, .choices(_, allowsSeveral: false)): true
    case (.named, .choices), (.listed, .choices): true
    case (.listed, .open(.list)), (.listed, .open(.text)): true
    case (.voices, .choices(_, allowsSeveral: false)): true
    case (.journey, .choices(_, allowsSeveral: false)): true
    default: false
    }
  }

  fileprivate func canSplit(by format: InstrumentDraft.Format) -> Bool {
    switch (self, format) {
    case (.runChart, .open(.date)), (.journey, .open(.date)): true
    case (.runChart, _), (.journey, _): false
    // A misspelt practice in a text would be a practice of its own that stands in no table.
    case (.voices, .open(.text)): false
    case (_, .choices(_, allowsSeveral: false)), (_, .open(.text)): true
    default: false
    }
  }

  /// Whether less of the figure may be better than more.
  fileprivate var hasBetterEnd: Bool {
    switch self {
    case .evenness, .listed, .voices, .journey: false
    default: true
    }
  }

  /// What the kind counts, for a message.
  fileprivate var countable: String {
    switch self {
    case .share, .evenness, .rate, .ratio, .runChart, .votes: "numbers"
    case .met: "numbers, scales and single choices"
    case .named: "choices"
    case .listed, .overlap: "choices, lists and texts"
    case .load: "texts and single choices"
    case .voices, .journey: "a single choice"
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let noMeasures = Self(
    id: "record-without-measures", "this record computes nothing; list its measures")

  fileprivate static let negativeMinimum = Self(
    id: "bad-minimum", "a minimum is a whole number from 0 up; write one")

  fileprivate static let badMinutes = Self(
    id: "bad-minutes", "'minutes' says how long one unit takes; write a number above 0, such as 30")

  fileprivate static let badPer = Self(
    id: "bad-per", "'per' says for how many a rate is told; write a number above 0, such as 100")

  fileprivate static let badLimit = Self(
    id: "bad-limit", "'at_least' and 'below' are shares in per cent; write a number from 0 to 100")

  fileprivate static func badStep(_ item: String, _ key: String, _ wanted: String) -> Self {
    Self(
      id: "measure-step-type",
      "'\(key)' of a journey names \(wanted), which the item '\(item.clipped)' is not; name another "
        + "item")
  }

  fileprivate static func wholeEvent(_ measure: String) -> Self {
    Self(
      id: "event-sample-feeds",
      "the measure '\(measure.clipped)' is of those who came to an event; write 'feeds: half_index', "
        + "or let it feed less")
  }

  fileprivate static func cannotCount(_ item: String, _ kind: Measure.Kind) -> Self {
    Self(
      id: "measure-item-type",
      "a measure of the kind '\(kind.rawValue)' counts \(kind.countable), which the item "
        + "'\(item.clipped)' is not; change its 'type', or take it out")
  }

  fileprivate static func cannotSplit(_ item: String, _ kind: Measure.Kind) -> Self {
    let wanted =
      switch kind {
      case .runChart, .journey: "a date"
      case .voices: "a single choice whose codes are practices"
      default: "a single choice or a text"
      }
    return Self(
      id: "measure-split-type",
      "'by' of a measure of the kind '\(kind.rawValue)' names \(wanted), which the item "
        + "'\(item.clipped)' is not; name another item")
  }

  fileprivate static func cannotFeed(_ kind: Measure.Kind) -> Self {
    let known = kind.mayFeed.map(\.rawValue)
    return Self(
      id: "measure-feeds",
      "a measure of the kind '\(kind.rawValue)' cannot feed that; "
        + NearestName.list(known, lead: "it can feed"))
  }

  fileprivate static func noBetterEnd(_ kind: Measure.Kind) -> Self {
    Self(
      id: "measure-better",
      "a measure of the kind '\(kind.rawValue)' has no end that is the better one; take 'better' out"
    )
  }

  fileprivate static func noPractices(_ measure: String) -> Self {
    Self(
      id: "measure-without-practice",
      "the measure '\(measure.clipped)' is evidence of no practice; add 'practices'")
  }

  fileprivate static func missingPart(_ part: String, _ kind: Measure.Kind) -> Self {
    Self(
      id: "measure-part",
      "a measure of the kind '\(kind.rawValue)' needs '\(part)'; add it, or choose another kind")
  }

  fileprivate static func oneItem(_ kind: Measure.Kind) -> Self {
    Self(
      id: "measure-one-item",
      "a measure of the kind '\(kind.rawValue)' looks at one item; make a measure for each")
  }
}
