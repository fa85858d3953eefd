import Diagnostics

/// A value of a YAML file with the place where it stands.
///
/// Scalars are the text that their author typed: nothing is turned into a number, a date or a
/// truth value before the format asks for one.
struct YAMLNode {
  enum Content {
    case scalar(String)
    case mapping([Entry])
    case sequence([YAMLNode])
    /// Something that was reported already; readers pass over it in silence.
    case faulty
  }

  /// A key of a mapping with its value.
  struct Entry {
    var key: Located<String>
    var value: YAMLNode
  }

  var content: Content
  var span: Span

  /// What the value is, for a message: "a text", "a list", "keys" or "nothing".
  var kind: String {
    switch content {
    case .scalar(let text): text.isEmpty ? "nothing" : "a text"
    case .mapping: "keys with values"
    case .sequence: "a list"
    case .faulty: "something else"
    }
  }
}

/// A value with the place it was read from.
struct Located<Value> {
  var value: Value
  var span: Span

  init(_ value: Value, _ span: Span) {
    self.value = value
    self.span = span
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
