import Diagnostics

/// What only published keys have: sources, tables, labels, bands, licence, confidence, vectors.
extension InstrumentDraftReader {
  mutating func readRules(_ fields: Fields) -> InstrumentDraft.KeyRules {
    var rules = InstrumentDraft.KeyRules()
    for node in fields["from"]?.listOrSingle(of: "score ids", into: &sink) ?? [] {
      if let source = node.text("the id of a score", into: &sink) { rules.sources.append(source) }
    }
    for entry in fields["recode"]?.entries(of: "'recode'", into: &sink) ?? [] {
      let code = scalar(entry.key).wholeNumber("a code", into: &sink)
      let value = entry.value.wholeNumber("what a code counts as", into: &sink)
      if let code, let value { rules.recode.append((code, value.value)) }
    }
    let rounding: Located<Score.Rounding>? = fields["rounding"]?.word("a rounding", into: &sink)
    rules.rounding = rounding?.value
    for entry in fields["table"]?.entries(of: "'table'", into: &sink) ?? [] {
      let from = scalar(entry.key).number("a value of the other score", into: &sink)
      let to = entry.value.number("what a value becomes", into: &sink)
      if let from, let to { rules.table[from.value] = to.value }
    }
    rules.labels = (fields["labels"]?.list(of: "rules with 'label' and 'when'", into: &sink) ?? [])
      .compactMap { readLabel($0) }
    readBands(fields["bands"], into: &rules)
    rules.isOutcome = fields["outcome"]?.truth("'outcome'", into: &sink)
    let better: Located<Score.Direction>? = fields["better"]?.word("a better end", into: &sink)
    rules.better = better?.value
    rules.awaited = fields["awaits"]?.word("something awaited", into: &sink)
    rules.confidence = readConfidence(fields["confidence"])
    return rules
  }

  private func scalar(_ key: Located<String>) -> YAMLNode {
    YAMLNode(content: .scalar(key.value), span: key.span)
  }

  private mutating func readLabel(_ node: YAMLNode) -> InstrumentDraft.Label? {
    let known = KnownKeys.label
    guard let fields = Fields(node, "a rule", known: known, into: &sink),
      let label = fields.required("label", into: &sink)?.text("a label", into: &sink)
    else { return nil }
    let entries = fields.required("when", into: &sink)?.entries(of: "'when'", into: &sink) ?? []
    var codes: [(item: Located<String>, codes: [Located<Int>])] = []
    for entry in entries {
      let nodes = entry.value.listOrSingle(of: "codes", into: &sink) ?? []
      codes.append((entry.key, nodes.compactMap { $0.wholeNumber("a code", into: &sink) }))
    }
    return InstrumentDraft.Label(label: label, codes: codes)
  }

  private mutating func readBands(
    _ node: YAMLNode?, into rules: inout InstrumentDraft.KeyRules
  ) {
    guard let node,
      let fields = Fields(node, "'bands'", known: KnownKeys.banding, into: &sink)
    else { return }
    rules.scheme = fields.required("scheme", into: &sink)?
      .identifier(.word, "the scheme of bands", into: &sink)
    let nodes = fields.required("bands", into: &sink)?.list(of: "bands", into: &sink) ?? []
    rules.bands = nodes.compactMap { readBand($0) }
  }

  private mutating func readBand(_ node: YAMLNode) -> InstrumentDraft.Band? {
    guard let fields = Fields(node, "a band", known: KnownKeys.band, into: &sink),
      let label = fields.required("label", into: &sink)?.text("the label of a band", into: &sink)
    else { return nil }
    func end(_ key: String, _ sink: inout DiagnosticSink) -> Double? {
      fields[key]?.number("'\(key)'", into: &sink)?.value
    }
    return InstrumentDraft.Band(
      band: Banding.Band(
        label: label.value, from: end("from", &sink), above: end("above", &sink),
        to: end("to", &sink), below: end("below", &sink)),
      span: label.span)
  }

  private mutating func readConfidence(_ node: YAMLNode?) -> [KeyField: Confidence] {
    var confidence: [KeyField: Confidence] = [:]
    for entry in node?.entries(of: "'confidence'", into: &sink) ?? [] {
      let field: Located<KeyField>? = scalar(entry.key).word("a part of a key", into: &sink)
      let level: Located<Confidence>? = entry.value.word("a confidence", into: &sink)
      if let field, let level { confidence[field.value] = level.value }
    }
    return confidence
  }

  mutating func readTerms(_ fields: Fields, into draft: inout InstrumentDraft) {
    draft.licence = fields["licence"].flatMap { readLicence($0) }
    draft.confidence = readConfidence(fields["confidence"])
    draft.vectors = (fields["vectors"]?.list(of: "vectors", into: &sink) ?? [])
      .compactMap { readVector($0) }
    guard fields["licence"] == nil else { return }
    for name in ["confidence", "vectors"] {
      if let place = fields.place(of: name) { sink.error(.termsWithoutLicence(name), at: place) }
    }
  }

  private mutating func readLicence(_ node: YAMLNode) -> InstrumentDraft.Licence? {
    guard let fields = Fields(node, "a licence", known: KnownKeys.licence, into: &sink) else {
      return nil
    }
    let status = fields.required("status", into: &sink)?
      .text("the status of a licence", into: &sink)
    let shipsText = fields.required("ships_text", into: &sink)?.truth("'ships_text'", into: &sink)
    let note = fields["note"]?.text("the note of a licence", into: &sink)
    guard let status, let shipsText else { return nil }
    let licence = KeyTerms.Licence(
      status: status.value, shipsText: shipsText.value, note: note?.value)
    return InstrumentDraft.Licence(licence: licence, span: node.span)
  }

  private mutating func readVector(_ node: YAMLNode) -> InstrumentDraft.Vector? {
    guard let fields = Fields(node, "a vector", known: KnownKeys.vector, into: &sink) else {
      return nil
    }
    var vector = InstrumentDraft.Vector(answers: [], expected: [], bands: [], span: node.span)
    let answers = fields.required("answers", into: &sink)?.list(of: "codes", into: &sink)
    for answer in answers ?? [] {
      guard let text = answer.text("a code", into: &sink) else { continue }
      if text.value == "blank" {
        vector.answers.append(Located(nil, text.span))
      } else if let code = answer.wholeNumber("a code", into: &sink) {
        vector.answers.append(Located(code.value, code.span))
      }
    }
    for entry in fields.required("expect", into: &sink)?.entries(of: "scores", into: &sink) ?? [] {
      guard let text = entry.value.text("what a score must be", into: &sink) else { continue }
      vector.expected.append((entry.key, Located(Self.expectation(text.value), text.span)))
    }
    for entry in fields["bands"]?.entries(of: "bands", into: &sink) ?? [] {
      guard let label = entry.value.text("the label of a band", into: &sink) else { continue }
      vector.bands.append((entry.key, label))
    }
    vector.note = fields["note"]?.text("the note of a vector", into: &sink)?.value
    return vector
  }

  private static func expectation(_ text: String) -> KeyVector.Expectation {
    switch text {
    case "none": .none
    case "refused": .refused
    default: Double(text).map { .number($0) } ?? .label(text)
    }
  }

  /// The draft of the key that a file takes over; a key that is not known is reported.
  mutating func readKey(
    _ fields: Fields, into draft: inout InstrumentDraft
  ) -> InstrumentDraft? {
    guard let node = fields["key"] else {
      if let place = fields.place(of: "key_text") { sink.error(.textWithoutKey, at: place) }
      return nil
    }
    draft.key = node.identifier(.instrument, "the id of a key", into: &sink)
    draft.keyText = fields["key_text"]?.text("the text of a key", into: &sink)
    for name in ["licence", "confidence", "vectors"] {
      if let place = fields.place(of: name) { sink.error(.editsKey(name), at: place) }
    }
    guard let id = draft.key else { return nil }
    let key = keyDraft(id, draft.keyText)
    if key == nil { sink.error(.noSuchKey(id.value), at: id.span) }
    return key
  }
}

extension Diagnostic.Message {
  fileprivate static func termsWithoutLicence(_ name: String) -> Self {
    Self(
      id: "no-licence",
      "'\(name)' belongs to a published key, and no 'licence' says on which terms; add 'licence'")
  }

  fileprivate static let textWithoutKey = Self(
    id: "text-without-key", "'key_text' is the text of a key, and none is named; add 'key'")

  fileprivate static func editsKey(_ name: String) -> Self {
    Self(
      id: "edits-key",
      "'\(name)' is what the key itself says; delete it here, and write a key of your own if the "
        + "published one is wrong")
  }

  fileprivate static func noSuchKey(_ id: String) -> Self {
    Self(
      id: "no-such-key",
      "no sound key is called '\(id.clipped)' in Instruments/keys; correct the id, or check the key"
    )
  }
}
