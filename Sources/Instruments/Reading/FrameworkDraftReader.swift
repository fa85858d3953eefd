import Diagnostics

/// Reads the parts of a framework pack from its tree, reporting each fault and reading on.
struct FrameworkDraftReader {
  var sink: DiagnosticSink

  /// The draft below the root of a file; `nil` when the root has no keys.
  mutating func read(_ root: YAMLNode) -> FrameworkDraft? {
    let known = KnownKeys.framework
    guard let fields = Fields(root, "a framework", known: known, into: &sink) else { return nil }
    var draft = FrameworkDraft()
    draft.id = identifier("id", .instrument, fields)
    draft.title = text("title", fields)
    draft.source = text("source", fields)
    draft.components = list("components", fields).compactMap { readComponent($0) }
    return draft
  }

  /// The draft of a crosswalk below the root of a file; `nil` when the root has no keys.
  mutating func readCrosswalk(_ root: YAMLNode) -> CrosswalkDraft? {
    let known = KnownKeys.crosswalk
    guard let fields = Fields(root, "a crosswalk", known: known, into: &sink) else { return nil }
    var draft = CrosswalkDraft()
    draft.id = identifier("id", .instrument, fields)
    draft.title = text("title", fields)
    draft.source = text("source", fields)
    draft.crosswalk = identifier("crosswalk", .instrument, fields)
    draft.components = list("components", fields).compactMap { node in
      let known = KnownKeys.crosswalkComponent
      guard let fields = Fields(node, "a component", known: known, into: &sink) else { return nil }
      return CrosswalkDraft.Component(
        id: identifier("id", .word, fields), code: identifier("code", .componentCode, fields),
        title: text("title", fields),
        practices: list("practices", fields).compactMap { $0.text("a practice", into: &sink) },
        span: node.span)
    }
    return draft
  }

  private mutating func readComponent(_ node: YAMLNode) -> FrameworkDraft.Component? {
    let known = KnownKeys.component
    guard let fields = Fields(node, "a component", known: known, into: &sink) else { return nil }
    var component = FrameworkDraft.Component()
    component.id = identifier("id", .word, fields)
    component.code = identifier("code", .componentCode, fields)
    component.title = text("title", fields)
    component.practices = list("practices", fields).compactMap { readPractice($0) }
    component.methods = list("methods", fields).compactMap { readMethod($0) }
    return component
  }

  private mutating func readPractice(_ node: YAMLNode) -> FrameworkDraft.Practice? {
    let known = KnownKeys.practice
    guard let fields = Fields(node, "a practice", known: known, into: &sink) else { return nil }
    return FrameworkDraft.Practice(
      id: identifier("id", .word, fields), code: identifier("code", .practiceCode, fields),
      label: text("label", fields))
  }

  private mutating func readMethod(_ node: YAMLNode) -> FrameworkDraft.Method? {
    let known = KnownKeys.frameworkMethod
    guard let fields = Fields(node, "a method", known: known, into: &sink) else { return nil }
    var method = FrameworkDraft.Method()
    method.id = identifier("id", .method, fields)
    method.label = text("label", fields)
    method.respondents = text("respondents", fields)
    method.minimum = text("minimum", fields)
    method.rule = text("rule", fields)
    let types = fields.required("data_type", into: &sink)
    for node in types?.listOrSingle(of: "kinds of data", into: &sink) ?? [] {
      let type: Located<Framework.Method.DataType>? = node.word("a kind of data", into: &sink)
      if let type { method.dataTypes.append(type) }
    }
    method.practices = list("practices", fields).compactMap {
      $0.text("a practice", into: &sink)
    }
    return method
  }

  private mutating func identifier(
    _ key: String, _ pattern: IdentifierPattern, _ fields: Fields
  ) -> Located<String>? {
    fields.required(key, into: &sink)?
      .identifier(pattern, "the \(key) of \(fields.subject)", into: &sink)
  }

  private mutating func text(_ key: String, _ fields: Fields) -> Located<String>? {
    fields.required(key, into: &sink)?.text("the \(key) of \(fields.subject)", into: &sink)
  }

  private mutating func list(_ key: String, _ fields: Fields) -> [YAMLNode] {
    fields.required(key, into: &sink)?.list(of: key, into: &sink) ?? []
  }
}
