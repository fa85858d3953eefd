import Diagnostics

/// Reads the parts of an instrument file from its tree, reporting each fault and reading on.
struct InstrumentDraftReader {
  var sink: DiagnosticSink
  /// The ids of the scales that the file declares, read before the items that use them.
  var scaleIDs: [String] = []
  /// The draft of the key that the file takes over, by its id.
  var keyDraft: KeyDraft

  /// Finds the draft of a key, from the text that an audit kept with it or from a shelf.
  typealias KeyDraft = (_ id: Located<String>, _ kept: Located<String>?) -> InstrumentDraft?

  /// The draft below the root of a file; `nil` when the root has no keys.
  mutating func read(_ root: YAMLNode) -> InstrumentDraft? {
    let known = KnownKeys.instrument
    guard let fields = Fields(root, "an instrument", known: known, into: &sink) else { return nil }
    var draft = InstrumentDraft(span: fields.span)
    readHead(fields, into: &draft)
    draft.missing = readMissing(fields["missing"])
    let key = readKey(fields, into: &draft)
    draft.scales = (key?.scales ?? []) + readScales(fields["scales"])
    scaleIDs = draft.scales.map(\.id.value)
    let sections =
      draft.key == nil ? fields.required("sections", into: &sink) : fields["sections"]
    draft.sections = (key?.sections ?? []) + readSections(sections)
    draft.scores = (key?.scores ?? []) + readScores(fields["scores"])
    draft.record = readRecord(fields["record"])
    draft.aliases = readAliases(fields["import"])
    if let key {
      if draft.missing.isEmpty { draft.missing = key.missing }
      draft.title = draft.title ?? key.title
      (draft.licence, draft.confidence, draft.vectors) = (key.licence, key.confidence, key.vectors)
    } else {
      readTerms(fields, into: &draft)
    }
    return draft
  }

  private mutating func readHead(_ fields: Fields, into draft: inout InstrumentDraft) {
    draft.id = fields.required("id", into: &sink)?
      .identifier(.instrument, "the id of an instrument", into: &sink)
    draft.version = fields.required("version", into: &sink)?.text("version", into: &sink)
    draft.title = fields["title"]?.localizedText("title", into: &sink)
    draft.framework = fields["framework"]?
      .identifier(.instrument, "the id of a framework", into: &sink)
    draft.audience = fields.required("audience", into: &sink)?.word("an audience", into: &sink)
    draft.privacy = fields.required("privacy", into: &sink)?.word("a privacy", into: &sink)
    for node in fields["method"]?.listOrSingle(of: "methods", into: &sink) ?? [] {
      let method = node.identifier(.method, "a method", into: &sink)
      if let method { draft.methods.append(method) }
    }
  }

  private mutating func readMissing(_ node: YAMLNode?) -> [InstrumentDraft.MissingReason] {
    var reasons: [InstrumentDraft.MissingReason] = []
    for entry in node?.entries(of: "missing answers", into: &sink) ?? [] {
      let key = YAMLNode(content: .scalar(entry.key.value), span: entry.key.span)
      let reason = key.identifier(.word, "a reason for a missing answer", into: &sink)
      guard let reason, let point = readMissingPoint(entry.value) else { continue }
      reasons.append(InstrumentDraft.MissingReason(reason: reason, point: point))
    }
    return reasons
  }

  private mutating func readMissingPoint(_ node: YAMLNode) -> InstrumentDraft.Point? {
    if case .mapping = node.content {
      return readPoint(node, "a missing answer", known: KnownKeys.missingReason)
    }
    return node.text("the code of a missing answer", into: &sink).map {
      InstrumentDraft.Point(code: $0, label: nil, span: node.span)
    }
  }

  private mutating func readScales(_ node: YAMLNode?) -> [InstrumentDraft.Scale] {
    var scales: [InstrumentDraft.Scale] = []
    for entry in node?.entries(of: "scales", into: &sink) ?? [] {
      let key = YAMLNode(content: .scalar(entry.key.value), span: entry.key.span)
      let id = key.identifier(.word, "the id of a scale", into: &sink) ?? entry.key
      let fields = Fields(entry.value, "a scale", known: KnownKeys.scale, into: &sink)
      var scale = InstrumentDraft.Scale(id: id, points: [])
      if let fields {
        scale.points = readPoints(fields.required("points", into: &sink))
        scale.favourable = readFavourable(fields["favourable"])
      }
      scales.append(scale)
    }
    return scales
  }

  private mutating func readFavourable(_ node: YAMLNode?) -> [Located<String>]? {
    guard let node, let codes = node.list(of: "codes", into: &sink) else { return nil }
    if codes.isEmpty { sink.error(.emptyValue("'favourable'"), at: node.span) }
    return codes.compactMap { $0.text("a favourable code", into: &sink) }
  }

  /// The points of a scale, or the choices of an item.
  mutating func readPoints(_ node: YAMLNode?) -> [InstrumentDraft.Point] {
    let nodes = node?.list(of: "points, each with 'code' and 'label'", into: &sink) ?? []
    return nodes.compactMap { readPoint($0, "a point", known: KnownKeys.point) }
  }

  private mutating func readPoint(_ node: YAMLNode, _ subject: String, known: [String])
    -> InstrumentDraft.Point?
  {
    guard let fields = Fields(node, subject, known: known, into: &sink) else { return nil }
    return InstrumentDraft.Point(
      code: fields.required("code", into: &sink)?.text("the code of \(subject)", into: &sink),
      label: fields["label"]?.localizedText("the label of \(subject)", into: &sink),
      span: node.span)
  }

  private mutating func readAliases(_ node: YAMLNode?) -> [InstrumentDraft.Alias] {
    var aliases: [InstrumentDraft.Alias] = []
    for entry in node?.entries(of: "import headings", into: &sink) ?? [] {
      let headings = entry.value.listOrSingle(of: "headings", into: &sink) ?? []
      aliases.append(
        InstrumentDraft.Alias(
          item: entry.key, headings: headings.compactMap { $0.text("a heading", into: &sink) }))
    }
    return aliases
  }
}
