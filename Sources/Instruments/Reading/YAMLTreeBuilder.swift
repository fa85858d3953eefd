import Diagnostics
import Yams

/// Turns the parser's nodes into located texts, lists and mappings.
struct YAMLTreeBuilder {
  let source: SourceText
  /// Where each scalar ends in the source, by where it starts.
  let ends: [Int: Int]

  /// The tree below a node; what the scanner reported already comes out as faulty.
  func tree(_ node: Node, into sink: inout DiagnosticSink) -> YAMLNode {
    let span = span(of: node)
    switch node {
    case .scalar(let scalar):
      return YAMLNode(content: content(scalar.string, span, into: &sink), span: span)
    case .sequence(let sequence):
      let elements = sequence.map { tree($0, into: &sink) }
      return YAMLNode(content: .sequence(elements), span: span)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        guard let entry = entry(key, value, into: &sink) else { continue }
        entries.append(entry)
      }
      return YAMLNode(content: .mapping(entries), span: span)
    case .alias:
      return YAMLNode(content: .faulty, span: span)
    }
  }

  private func entry(_ key: Node, _ value: Node, into sink: inout DiagnosticSink)
    -> YAMLNode.Entry?
  {
    guard case .scalar(let scalar) = key else {
      sink.error(.complexKey, at: span(of: key))
      return nil
    }
    let value = tree(value, into: &sink)
    let keySpan = span(of: key)
    guard case .scalar(let text) = content(scalar.string, keySpan, into: &sink) else { return nil }
    return YAMLNode.Entry(key: Located(text, keySpan), value: value)
  }

  /// The text of a scalar, unless it was reported before or escapes bring in control characters.
  private func content(_ text: String, _ span: Span, into sink: inout DiagnosticSink)
    -> YAMLNode.Content
  {
    guard let first = text.unicodeScalars.first else { return .scalar("") }
    if YAMLScanner.faultMarks.contains(first.value) { return .faulty }
    guard let hidden = text.unicodeScalars.first(where: { !$0.isAllowed }) else {
      return .scalar(text)
    }
    sink.error(.invisibleCharacter(hidden), at: span)
    return .faulty
  }

  private func span(of node: Node) -> Span {
    guard let mark = node.mark else { return Span(Location(file: source.file)) }
    let start = source.index(line: mark.line, column: mark.column)
    return source.span(start, ends[start] ?? start + 1)
  }
}
