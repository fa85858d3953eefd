/// A name for the content of an instrument, the same whatever its comments, spacing and key order.
public enum InstrumentHash {
  /// The SHA-256 of the definition in canonical form, 64 hexadecimal digits.
  ///
  /// What an instrument leaves out and what it says as a default are the same. Its own `hash` does
  /// not count.
  public static func hash(of instrument: Instrument) -> String {
    SHA256.hexadecimal(of: Array(canonicalText(of: instrument).utf8))
  }

  /// The definition as one line per fact: a path, the length of the value in bytes, and the value.
  static func canonicalText(of instrument: Instrument) -> String {
    var facts = Facts()
    facts.add("id", instrument.id)
    facts.add("version", instrument.version)
    facts.add("title", instrument.title)
    facts.add("framework", instrument.framework)
    facts.add("audience", instrument.audience.rawValue)
    facts.add("privacy", instrument.privacy.rawValue)
    for method in instrument.methods.sorted() { facts.add("method", method) }
    for missing in instrument.missing.sorted(by: { $0.reason < $1.reason }) {
      facts.add("missing.\(missing.reason)", [missing.point])
    }
    for scale in instrument.scales.sorted(by: { $0.id < $1.id }) { add(scale, to: &facts) }
    for section in instrument.sections { add(section, of: instrument, to: &facts) }
    for score in instrument.scores { add(score, to: &facts) }
    if let record = instrument.record { add(record, to: &facts) }
    for (item, headings) in instrument.aliases.sorted(by: { $0.key < $1.key }) {
      for heading in headings { facts.add("import.\(item)", heading) }
    }
    facts.add("key", instrument.key)
    if let terms = instrument.terms { add(terms, to: &facts) }
    return facts.text
  }

  private static func add(_ scale: Scale, to facts: inout Facts) {
    facts.add("scale.\(scale.id)", scale.points)
    for code in scale.favourable?.sorted() ?? [] {
      facts.add("scale.\(scale.id).favourable", String(code))
    }
  }

  private static func add(
    _ section: Instrument.Section, of instrument: Instrument, to facts: inout Facts
  ) {
    facts.add("section", section.id)
    facts.add("stem", section.stem)
    for item in instrument.items where item.section == section.id {
      facts.add("item", item.id)
      facts.add("text", item.text)
      facts.add("type", item.format.name)
      switch item.format {
      case .scale(let scale): facts.add("scale", scale.id)
      case .single(let points), .multiple(let points): facts.add("choice", points)
      case .nominate(let rule):
        facts.add("scope", rule.scope.rawValue)
        facts.add("max", String(rule.limit))
      case .number, .date, .text, .list: break
      }
      if item.isReversed { facts.add("reverse", "true") }
      facts.add("practice", item.practice)
      facts.add("role", item.role?.rawValue)
      facts.add("importance", item.importance?.rawValue)
    }
  }

  private static func add(_ score: Score, to facts: inout Facts) {
    facts.add("score", score.id)
    facts.add("title", score.title)
    for use in score.uses { facts.add(use.isReversed ? "reversed" : "plain", use.item) }
    facts.add("method", score.method.rawValue)
    facts.add("min_answered", String(score.minimumAnswered))
    facts.add("low", score.range.map { String($0.lowerBound) })
    facts.add("high", score.range.map { String($0.upperBound) })
    addRules(of: score, to: &facts)
  }

  /// What only the scores of published keys have; a score without it has the facts it always had.
  private static func addRules(of score: Score, to facts: inout Facts) {
    for source in score.sources { facts.add("from", source) }
    for (code, value) in score.recode.sorted(by: { $0.key < $1.key }) {
      facts.add("recode.\(code)", String(value))
    }
    facts.add("rounding", score.rounding?.rawValue)
    for (from, to) in score.table.sorted(by: { $0.key < $1.key }) {
      facts.add("table.\(from)", String(to))
    }
    for rule in score.labels {
      facts.add("label", rule.label)
      for (item, codes) in rule.codes.sorted(by: { $0.key < $1.key }) {
        for code in codes.sorted() { facts.add("when.\(item)", String(code)) }
      }
    }
    facts.add("scheme", score.bands?.scheme)
    for band in score.bands?.bands ?? [] {
      facts.add("band", band.label)
      for (name, end) in [
        ("from", band.from), ("above", band.above), ("to", band.to), ("below", band.below),
      ] { facts.add(name, end.map { String($0) }) }
    }
    if score.isOutcome { facts.add("outcome", "true") }
    if score.better == .lower { facts.add("better", "lower") }
    facts.add("awaits", score.awaited?.rawValue)
    add(score.confidence, to: &facts)
  }

  private static func add(_ record: RecordRule, to facts: inout Facts) {
    facts.add("unit", record.unit)
    facts.add("setting", record.setting)
    facts.add("observer", record.observer)
    facts.add("tier", record.tier)
    facts.add("sample", record.sample?.rawValue)
    let minimum = record.minimum
    facts.add("minimum", "\(minimum.units) \(minimum.settings) \(minimum.count)")
    for measure in record.measures {
      facts.add("measure", measure.id)
      facts.add("title", measure.title)
      facts.add("kind", measure.kind.rawValue)
      for item in measure.of { facts.add("of", item) }
      for item in measure.among { facts.add("among", item) }
      facts.add("by", measure.by)
      for value in measure.values { facts.add("value", value) }
      facts.add("per", String(measure.per))
      facts.add("at_least", measure.atLeast.map { String($0) })
      facts.add("below", measure.below.map { String($0) })
      facts.add("passed", measure.passed)
      facts.add("due", measure.due)
      facts.add("better", measure.better.rawValue)
      for practice in measure.practices { facts.add("practice", practice) }
      facts.add("feeds", measure.feeds.rawValue)
    }
  }

  private static func add(_ confidence: [KeyField: Confidence], to facts: inout Facts) {
    for (field, level) in confidence.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      facts.add("confidence.\(field.rawValue)", level.rawValue)
    }
  }

  /// The terms but for the vectors, which say nothing that the scores do not.
  private static func add(_ terms: KeyTerms, to facts: inout Facts) {
    facts.add("licence", terms.licence.status)
    facts.add("ships_text", String(terms.licence.shipsText))
    facts.add("note", terms.licence.note)
    add(terms.confidence, to: &facts)
  }
}

/// The lines of a canonical text.
private struct Facts {
  private(set) var text = ""

  mutating func add(_ path: String, _ value: String?) {
    guard let value else { return }
    text += path + "=" + String(value.utf8.count) + ":" + value + "\n"
  }

  mutating func add(_ path: String, _ value: LocalizedText?) {
    for (language, wording) in value?.wordings.sorted(by: { $0.key < $1.key }) ?? [] {
      add("\(path).\(language)", wording)
    }
  }

  mutating func add(_ path: String, _ points: [Point]) {
    for point in points {
      add("\(path).code", point.code)
      add("\(path).label", point.label)
    }
  }
}
