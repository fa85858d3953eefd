import Instruments
import Responses

/// The files that were taken into an audit, for a person.
public struct ImportsText {
  private let list: ImportList
  private let style: TextStyle

  /// Prepares the list.
  public init(_ list: ImportList, style: TextStyle) {
    self.list = list
    self.style = style
  }

  /// The list: what was taken in when, with where its rows went.
  public func text() -> String {
    guard !list.entries.isEmpty else {
      return "Nothing was taken in yet; begin with 'mhars roll import'.\n"
    }
    var table = TextTable([
      ("Import", .left), ("Day", .left), ("Round", .left), ("What", .left), ("Rows", .right),
      ("Taken in", .right), ("", .left),
    ])
    for entry in list.entries {
      table.add([
        entry.label, entry.day?.iso ?? "", entry.round, entry.instrument,
        count(list.read(entry)), count(list.takenIn(entry)),
        entry.undone.map { "undone \($0.iso)" } ?? note(entry),
      ])
    }
    var lines = table.lines(style: style)
    if !list.held.isEmpty {
      lines += Wording.wrapped(
        "few: so few answered that their number is held back. Whoever takes a file in sees it then."
      )
    }
    lines += Wording.wrapped(
      "To take one back: mhars imports undo, with its name in the first column.")
    return lines.joined(separator: "\n") + "\n"
  }

  private func count(_ number: Int?) -> String { number.map(Wording.grouped) ?? "few" }

  private func note(_ entry: ImportEntry) -> String {
    let others = list.others(entry)
    return others.isEmpty ? "" : "with \(Wording.listed(others))"
  }
}
