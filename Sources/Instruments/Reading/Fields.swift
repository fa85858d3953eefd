import Diagnostics

/// The keys of one mapping, with a report for each that is unknown.
struct Fields {
  /// What the mapping describes, for messages: "item", "scale".
  let subject: String
  let span: Span
  private let entries: [String: YAMLNode.Entry]

  /// Opens a mapping; a value of another shape is reported and gives `nil`.
  init?(
    _ node: YAMLNode, _ subject: String, known: [String], into sink: inout DiagnosticSink
  ) {
    guard let list = node.entries(of: subject, into: &sink) else { return nil }
    var entries: [String: YAMLNode.Entry] = [:]
    for entry in list {
      if known.contains(entry.key.value) {
        entries[entry.key.value] = entry
      } else {
        sink.error(.unknownKey(entry.key.value, in: subject, known: known), at: entry.key.span)
      }
    }
    self.subject = subject
    self.entries = entries
    span = node.span
  }

  /// The value of a key; `nil` where the mapping does not have it.
  subscript(key: String) -> YAMLNode? { entries[key]?.value }

  /// Where a key stands; `nil` where the mapping does not have it.
  func place(of key: String) -> Span? { entries[key]?.key.span }

  /// The value of a key that the format asks for; its absence is reported.
  func required(_ key: String, into sink: inout DiagnosticSink) -> YAMLNode? {
    if entries[key] == nil { sink.error(.missingKey(key, in: subject), at: span) }
    return self[key]
  }
}

extension Diagnostic.Message {
  static func unknownKey(_ key: String, in subject: String, known: [String]) -> Self {
    let remedy = NearestName.remedy(for: key, among: known, lead: "keys here are")
    return Self(id: "unknown-key", "\(subject) has no key '\(key.clipped)'; \(remedy)")
  }

  static func missingKey(_ key: String, in subject: String) -> Self {
    Self(id: "missing-key", "\(subject) needs '\(key)'; add the key '\(key)' with its value")
  }
}
