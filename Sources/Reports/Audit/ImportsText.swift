import Instruments
public import Responses

/// The files that were taken into an audit, for a person.
public struct ImportsText {
  private let entries: [ImportEntry]
  private let style: TextStyle

  /// Prepares the list.
  public init(_ entries: [ImportEntry], style: TextStyle) {
    self.entries = entries
    self.style = style
  }

  /// The list: what was taken in when, with where its rows went.
  public func text() -> String {
    guard !entries.isEmpty else {
      return "Nothing was taken in yet; begin with 'mhars roll import'.\n"
    }
    var table = TextTable([
      ("Import", .left), ("Day", .left), ("Round", .left), ("What", .left), ("Rows", .right),
      ("Taken in", .right), ("", .left),
    ])
    for entry in entries {
      table.add([
        entry.label, entry.day?.iso ?? "", entry.round, entry.instrument,
        Wording.grouped(entry.read), Wording.grouped(entry.added + entry.updated),
        entry.undone.map { "undone \($0.iso)" } ?? note(entry),
      ])
    }
    return
      (table.lines(style: style)
      + Wording.wrapped("To take one back: mhars imports undo, with its name in the first column."))
      .joined(separator: "\n") + "\n"
  }

  private func note(_ entry: ImportEntry) -> String {
    let others = entry.together.filter { $0 != entry.label }
    return others.isEmpty ? "" : "with \(Wording.listed(others))"
  }
}
