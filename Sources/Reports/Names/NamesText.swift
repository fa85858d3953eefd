import Diagnostics
import Responses

/// The written names that wait for a person, for a terminal.
public struct NamesText {
  private static let shownCandidates = 8

  private let list: NamesList
  private let style: TextStyle
  private let heading: ReportHeading
  private let keys: [String: String]

  /// Prepares the list.
  public init(_ list: NamesList, style: TextStyle, heading: ReportHeading) {
    self.list = list
    self.style = style
    self.heading = heading
    keys = list.queue.shortKeys()
  }

  /// The list: what was written, whom it could mean, why it is a question.
  public func text() -> String {
    let entries = list.queue.entries
    let open = entries.filter { $0.state == .open }
    let offRoll = entries.filter { $0.state == .taken(.offRoll) }
    var lines = style.headline(
      heading.title("Written names"), "for the safeguarding lead; seen on record")
    lines += Wording.wrapped(
      "\(Wording.counted(open.count, "question")) open, \(offRoll.count) taken for somebody off the "
        + "roll, \(entries.count { $0.state == .decided }) decided. None is guessed, and none says "
        + "who wrote it. A decision holds wherever the class wrote the name.")
    lines += section("What does this name mean?", open.filter { $0.entry.kind == .named })
    lines += section("Who wrote this row?", open.filter { $0.entry.kind == .writer })
    lines += section("Like nobody's name on the roll, so taken for somebody elsewhere", offRoll)
    if list.showsAll {
      lines += section(
        "Settled by their words",
        entries.filter {
          if case .taken(let reason) = $0.state { return reason != .offRoll }
          return false
        })
      lines += section("Decided", entries.filter { $0.state == .decided })
    }
    return (lines + advice(isOpen: !open.isEmpty || !offRoll.isEmpty)).joined(separator: "\n")
      + "\n"
  }

  private func section(_ title: String, _ entries: [NameQueue.Entry]) -> [String] {
    guard !entries.isEmpty else { return [] }
    return ["", style.heading(title)] + entries.flatMap(lines)
  }

  private func lines(_ entry: NameQueue.Entry) -> [String] {
    var title = "\(keys[entry.key] ?? entry.key)  \"\(entry.written.clippedName)\""
    let place = [
      entry.rows.isEmpty ? "" : "row \(Wording.listed(entry.rows.prefix(6).map(String.init)))",
      entry.times > 1 && entry.rows.isEmpty ? "\(entry.times) times" : "",
      DiagnosticRenderer.printable(entry.classWords),
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    if !place.isEmpty { title += " (\(place))" }
    var lines = Wording.wrapped("  " + title, indent: "        ")
    if let reason = entry.reason { lines += detail(reason.words) }
    let candidates = entry.candidates.prefix(Self.shownCandidates).map {
      list.label($0) + ($0 == entry.suggested ? " (most like it)" : "")
    }
    let more = entry.candidates.count - candidates.count
    if !candidates.isEmpty, entry.state != .decided {
      lines += detail(
        "could be " + candidates.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }
    if case .taken(let reason) = entry.state, reason != .offRoll {
      lines += detail("taken as \(reason.rawValue)")
    }
    if let decision = entry.decision { lines += self.lines(decision, entry.obstacle) }
    return lines
  }

  private func lines(
    _ decision: NameDecision, _ obstacle: NameQueue.Entry.Obstacle?
  ) -> [String] {
    let words = decision.words { id in list.roll.place(ofPupil: id).map(list.label) ?? id }
    var lines = detail("\(words), says \(decision.who.clippedName), \(decision.at)")
    if !decision.note.isEmpty { lines += detail(DiagnosticRenderer.printable(decision.note)) }
    switch obstacle {
    case .notOnRoll: lines += detail("not applied: the pupil is not on the roll; decide again")
    case .otherRow:
      lines += detail("not applied: the pupil gave another row, and no time tells which is later")
    case nil: break
    }
    return lines
  }

  private func detail(_ text: String) -> [String] {
    Wording.wrapped("        " + text, indent: "          ")
  }

  private func advice(isOpen: Bool) -> [String] {
    var lines: [String] = []
    if !list.queue.idle.isEmpty {
      lines +=
        [""]
        + Wording.wrapped(
          "\(Wording.counted(list.queue.idle.count, "decision")) kept about names that nobody wrote "
            + "any more, or that are erased.")
    }
    guard isOpen else { return lines + ["", "Nothing waits for a person."] }
    return lines + [""]
      + Wording.wrapped(
        "To decide one: mhars names confirm, its key, and the pupil's id or staff, family, no-one, "
          + "illegible or off-roll; mhars names reject for pupils who are not meant. For many: mhars "
          + "names export, fill in 'decision' and 'pupil', mhars names import.")
  }
}
