import Diagnostics
public import Responses

/// What a newer roll changes, for the person who takes it in.
public struct RollChangeText {
  private static let shown = 20

  private let change: RollChange
  private let round: String
  private let remarks: [String]

  /// Prepares the report of a change for a round, with what is to be known of the file.
  public init(_ change: RollChange, round: String, remarks: [String] = []) {
    self.change = change
    self.round = round
    self.remarks = remarks
  }

  /// The report: how the file was read, who joined, who left, of whom something is different.
  public func text() -> String {
    var lines = remarks.flatMap { Wording.wrapped(DiagnosticRenderer.printable($0)) }
    if change.idsApartByZeros > 0 {
      let ids = Wording.counted(change.idsApartByZeros, "id")
      lines += Wording.wrapped(
        "Take care: \(ids) of the file and of the roll that counts differ by zeros in front only. A "
          + "spreadsheet drops them; export the roll again rather than take this one.")
    }
    return (lines + [changes()]).joined(separator: "\n")
  }

  private func changes() -> String {
    let pupils = Wording.counted(change.pupils, "pupil")
    if change.isFirst { return "\(pupils) on roll in \(round)." }
    if change.isNone { return "\(pupils) on roll in \(round), as before: nothing changes." }
    var lines = [
      "\(pupils) on roll in \(round): \(change.joined.count) joined, \(change.left.count) left, "
        + "\(change.changed.count) changed."
    ]
    lines += list("Joined", change.joined.map(Self.line))
    lines += list("Left", change.left.map(Self.line))
    lines += list("Changed", change.changed.map(Self.line))
    return lines.joined(separator: "\n")
  }

  private func list(_ title: String, _ entries: [String]) -> [String] {
    guard !entries.isEmpty else { return [] }
    let more = entries.count - Self.shown
    return ["  \(title)"]
      + entries.prefix(Self.shown).flatMap { Wording.wrapped("    " + $0, indent: "      ") }
      + (more > 0 ? ["    and \(more) more"] : [])
  }

  private static func line(_ record: RollRecord) -> String {
    let name = record.shownName
    let group = record.groups.first { $0.kind == .class }?.label
    return [record.id, name, group.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func line(_ difference: RollChange.Difference) -> String {
    let (before, after) = (difference.before, difference.after)
    var parts: [String] = []
    if before.name != after.name { parts.append("name") }
    if before.knownAs != after.knownAs { parts.append("called '\(after.knownAs)'") }
    if before.aliases != after.aliases { parts.append("other names") }
    if before.isOptedOut != after.isOptedOut {
      parts.append(after.isOptedOut ? "takes no part" : "takes part")
    }
    for group in after.groups where !before.groups.contains(group) {
      let old = before.groups.first { $0.kind == group.kind && $0.heading == group.heading }
      let what = group.kind == .other ? group.heading : group.kind.rawValue
      parts.append("\(what) \(old.map { "\($0.label) → " } ?? "")\(group.label)")
    }
    for group in before.groups
    where !after.groups.contains(where: { $0.kind == group.kind && $0.heading == group.heading }) {
      parts.append("no \(group.kind == .other ? group.heading : group.kind.rawValue) any more")
    }
    return "\(line(after)): \(parts.joined(separator: ", "))"
  }
}
