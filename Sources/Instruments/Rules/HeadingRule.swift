import Diagnostics

/// A heading of an export leads to one item.
enum HeadingRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    let items = draft.itemsByID
    var owners: [String: String] = [:]
    for (id, item) in items.sorted(by: { $0.key < $1.key }) {
      owners[id.matchingKey] = id
      for wording in item.text?.value.wordings.values.map(\.matchingKey) ?? []
      where owners[wording] == nil {
        owners[wording] = id
      }
    }
    for alias in draft.aliases {
      let id = alias.item.value
      guard items[id] != nil else {
        sink.error(.unknownItem(id, known: items.keys.sorted()), at: alias.item.span)
        continue
      }
      for heading in alias.headings {
        let key = heading.value.matchingKey
        if let owner = owners[key], owner != id {
          sink.error(.headingClash(heading.value, owner), at: heading.span)
        } else {
          owners[key] = id
        }
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func headingClash(_ heading: String, _ owner: String) -> Self {
    Self(
      id: "heading-clash",
      "the heading '\(heading.clipped)' leads to the item '\(owner.clipped)' already; "
        + "a heading must belong to one item, so delete it from one of the two")
  }
}
