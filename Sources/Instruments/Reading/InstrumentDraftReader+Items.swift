import Diagnostics

extension InstrumentDraftReader {
  mutating func readSections(_ node: YAMLNode?) -> [InstrumentDraft.Section] {
    let nodes = node?.list(of: "sections", into: &sink) ?? []
    return nodes.compactMap { readSection($0) }
  }

  private mutating func readSection(_ node: YAMLNode) -> InstrumentDraft.Section? {
    let known = KnownKeys.section
    guard let fields = Fields(node, "a section", known: known, into: &sink) else { return nil }
    let id = fields.required("id", into: &sink)?
      .identifier(.word, "the id of a section", into: &sink)
    let scale = readScaleName(fields["scale"])
    let items = fields["items"].map { $0.list(of: "items", into: &sink) } ?? []
    return InstrumentDraft.Section(
      id: id, stem: fields["stem"]?.localizedText("the stem", into: &sink),
      items: items?.compactMap { readItem($0, sectionScale: scale) } ?? [],
      itemCount: items?.count, span: node.span)
  }

  /// What a section or an item says about its scale.
  private enum ScaleName {
    case none
    case known(String)
    /// Reported; nothing more is to be said about it.
    case faulty
  }

  private mutating func readScaleName(_ node: YAMLNode?) -> ScaleName {
    guard let node else { return .none }
    guard let name = node.text("the name of a scale", into: &sink) else { return .faulty }
    guard scaleIDs.contains(name.value) else {
      sink.error(.unknownScale(name.value, known: scaleIDs), at: name.span)
      return .faulty
    }
    return .known(name.value)
  }

  private mutating func readItem(_ node: YAMLNode, sectionScale: ScaleName)
    -> InstrumentDraft.Item?
  {
    let known = KnownKeys.item
    guard let fields = Fields(node, "an item", known: known, into: &sink) else { return nil }
    var item = InstrumentDraft.Item(span: node.span)
    item.id = fields.required("id", into: &sink)?
      .identifier(.word, "the id of an item", into: &sink)
    item.text = fields["text"]?.localizedText("the text of an item", into: &sink)
    item.practice = fields["practice"]?.identifier(.practice, "a practice", into: &sink)
    item.role = fields["role"]?.word("a role", into: &sink)
    item.importance = fields["importance"]?.word("what is chosen", into: &sink)
    item.format = readFormat(fields, sectionScale: sectionScale)
    if item.scale != nil {
      item.reverse = fields["reverse"]?.truth("'reverse'", into: &sink)
    }
    return item
  }

  private mutating func readFormat(_ fields: Fields, sectionScale: ScaleName)
    -> InstrumentDraft.Format?
  {
    var own = readScaleName(fields["scale"])
    if case .none = own { own = sectionScale }
    var type: ItemType? = .scale
    if let node = fields["type"] {
      let word: Located<ItemType>? = node.word("a type of item", into: &sink)
      type = word?.value
    } else if case .none = own {
      sink.error(.noType(hasChoices: fields["choices"] != nil), at: fields.span)
      return nil
    }
    guard let type else { return nil }
    for key in ItemType.particularKeys where !type.ownKeys.contains(key) {
      guard let place = fields.place(of: key) else { continue }
      sink.error(.misplacedKey(key, type), at: place)
    }
    return readFormat(of: type, own, fields)
  }

  private mutating func readFormat(of type: ItemType, _ scale: ScaleName, _ fields: Fields)
    -> InstrumentDraft.Format?
  {
    switch type {
    case .scale:
      if case .none = scale { sink.error(.noScale, at: fields.span) }
      guard case .known(let id) = scale else { return nil }
      return .scale(id)
    case .single, .multiple:
      guard let node = fields.required("choices", into: &sink) else { return nil }
      return .choices(readPoints(node), allowsSeveral: type == .multiple)
    case .number: return .open(.number)
    case .date: return .open(.date)
    case .text: return .open(.text)
    case .list: return .open(.list)
    case .nominate: return readNomination(fields)
    }
  }

  private enum Source: String, CaseIterable {
    case roll
  }

  private mutating func readNomination(_ fields: Fields) -> InstrumentDraft.Format? {
    let _: Located<Source>? = fields["from"]?.word("a source of names", into: &sink)
    let scope: Located<NominationRule.Scope>? = fields["scope"]?.word("a scope", into: &sink)
    let limit = fields["max"]?.wholeNumber("'max'", into: &sink)
    if let limit, limit.value < 1 { sink.error(.tooFewNames(limit.value), at: limit.span) }
    let rule = NominationRule(scope: scope?.value ?? .class, limit: limit?.value ?? 3)
    return .open(.nominate(rule))
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownScale(_ name: String, known: [String]) -> Self {
    let remedy =
      known.isEmpty
      ? "add it under 'scales'"
      : NearestName.remedy(for: name, among: known, lead: "the scales are")
    return Self(id: "unknown-scale", "no scale is called '\(name.clipped)'; \(remedy)")
  }

  fileprivate static func noType(hasChoices: Bool) -> Self {
    let remedy =
      hasChoices
      ? "add 'type: single' or 'type: multiple'"
      : "add 'type', or 'scale' to the item or its section"
    return Self(id: "no-type", "nothing says how this item is answered; \(remedy)")
  }

  fileprivate static let noScale = Self(
    id: "no-scale",
    "this item is answered on a scale but names none; add 'scale' to it or to its section")

  fileprivate static func misplacedKey(_ key: String, _ type: ItemType) -> Self {
    let owners = ItemType.allCases.filter { $0.ownKeys.contains(key) }.map { "'\($0.rawValue)'" }
    return Self(
      id: "misplaced-key",
      "an item of type '\(type.rawValue)' has no '\(key)'; delete it, or change the type to "
        + owners.joined(separator: " or "))
  }

  fileprivate static func tooFewNames(_ limit: Int) -> Self {
    Self(id: "bad-limit", "'max' is \(limit); let each pupil give at least 1 name")
  }
}
