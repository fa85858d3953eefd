public import Instruments

/// What changed between two editions of an instrument, for a person at a terminal.
public struct DifferenceText {
  private let old: Instrument
  private let new: Instrument
  private let style: TextStyle

  /// Prepares the account.
  public init(from old: Instrument, to new: Instrument, style: TextStyle) {
    self.old = old
    self.new = new
    self.style = style
  }

  /// The account, 80 columns wide: what may still be compared, then every change.
  public func text() -> String {
    let difference = InstrumentDifference(from: old, to: new)
    var lines = style.headline(
      new.title.preferred, "\(name(old)) → \(name(new))")
    guard !difference.isEmpty else {
      lines.append("Nothing changed: every trend goes on.")
      return lines.joined(separator: "\n") + "\n"
    }
    lines += section("Items", difference.items) + section("Scores", difference.scores)
    if !difference.head.isEmpty {
      lines += ["", style.heading("Elsewhere")] + difference.head.flatMap { change($0, indent: 2) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func name(_ instrument: Instrument) -> String {
    old.id == new.id ? instrument.version : "\(instrument.id) \(instrument.version)"
  }

  private func section(_ title: String, _ entries: [InstrumentDifference.Entry]) -> [String] {
    guard !entries.isEmpty else { return [] }
    let earlier = entries.count { $0.state != .added }
    let kept = entries.count(where: \.isComparable)
    var lines = ["", style.heading("\(title): the trend goes on for \(kept) of \(earlier)")]
    for entry in entries where entry.state != .same {
      let fate =
        switch entry.state {
        case .same, .changed: entry.isComparable ? "changed, trend goes on" : "changed, trend ends"
        case .added: "new"
        case .removed: "gone, trend ends"
        }
      lines += Wording.wrapped("  \(entry.id): \(fate)", indent: "    ")
      if let twin = entry.twin {
        lines += Wording.wrapped(
          "    Asks the same as '\(twin)' did; give it that id and the trend goes on.",
          indent: "      ")
      }
      lines += entry.changes.flatMap { change($0, indent: 4) }
    }
    return lines
  }

  private func change(_ change: InstrumentDifference.Change, indent: Int) -> [String] {
    let start = String(repeating: " ", count: indent)
    let from = change.from.map { "\"\($0)\"" } ?? "none"
    let to = change.to.map { "\"\($0)\"" } ?? "none"
    return Wording.wrapped("\(start)\(change.what): \(from) → \(to)", indent: start + "  ")
  }
}
