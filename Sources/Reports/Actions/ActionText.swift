public import Analysis
import Instruments

/// The actions of an audit for a reader.
public struct ActionText {
  private let figures: ActionFigures
  private let policy: ReleasePolicy
  private let choice: ActionChoice
  private let style: TextStyle
  private let place: ReportHeading

  /// Prepares the list.
  ///
  /// - Parameters:
  ///   - release: The actions, with what may be shown of their evidence.
  ///   - choice: Which of them are listed; all are counted.
  ///   - style: How words stand out.
  ///   - heading: Which school and round it is of.
  public init(
    _ release: Release<ActionFigures>, choice: ActionChoice, style: TextStyle,
    heading: ReportHeading = ReportHeading()
  ) {
    figures = release.figures
    policy = release.policy
    self.choice = choice
    self.style = style
    place = heading
  }

  /// The list, 80 columns wide: what is due, the open actions by day of review, the ended ones, what
  /// has no action.
  public func text() -> String {
    var lines = style.headline(place.title("Actions"), policy.remark(for: nil))
    lines += Wording.wrapped(summary)
    if !figures.entries.isEmpty { lines += [""] + counts() }
    lines += section("To do, by day of review") { $0.status.isOpen }
    lines += section("Ended") { !$0.status.isOpen }
    lines += unanswered()
    return lines.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    guard !figures.entries.isEmpty else {
      return
        "No action is listed yet. 'mhars actions template PRACTICE' prints one to fill in, for "
        + "actions.yaml beside the plan."
    }
    let overdue = figures.entries.count(where: \.isOverdue)
    let late = figures.entries.count(where: \.isLate)
    var text = Wording.counted(figures.entries.count, "action")
    if overdue + late == 0 { return text + ", none overdue on \(figures.today.iso)." }
    if overdue > 0 { text += ", \(overdue) overdue for review" }
    if late > 0 { text += ", \(late) late to begin" }
    return text + ", on \(figures.today.iso)."
  }

  private func counts() -> [String] {
    var rows = TextTable(
      [("For", .left)] + Action.Status.allCases.map { (Wording.title($0.rawValue), .right) })
    for tier in Tier.allCases {
      rows.add([tier.title] + Action.Status.allCases.map { "\(figures.count($0, tier))" })
    }
    return rows.lines(style: style)
  }

  private func section(_ title: String, _ isIn: (Action) -> Bool) -> [String] {
    let own = figures.entries.filter { isIn($0.action) && choice.takes($0.action) }
    guard !own.isEmpty else { return [] }
    return ["", style.heading(title)] + own.flatMap(entry)
  }

  private func entry(_ entry: ActionFigures.Entry) -> [String] {
    let action = entry.action
    let indent = "            "
    var lines = Wording.wrapped("\(action.review.iso)  \(action.firstStep)", indent: indent)
    if let due = Self.due(entry, on: figures.today) {
      lines += Wording.wrapped(indent + due, indent: indent).map(style.warning)
    }
    let practice = entry.practice.map { "\($0.code) \($0.label)" } ?? action.practice
    let standing =
      entry.component.flatMap { component in
        entry.standing.map { "; \(component.code): \($0.words)" }
      } ?? ""
    lines += [
      "\(practice); for \(action.tier.people)\(standing)",
      "\(action.owner), from \(action.begin.iso); \(action.cost.words); \(action.status.words)",
      "Measure: \(action.measure.text). \(entry.smallestChange.sentence)",
      "\(action.id) answers to \(evidence(action)).",
    ].flatMap { Wording.wrapped(indent + $0, indent: indent) }
    if let outcome = action.outcome {
      lines += Wording.wrapped(indent + "What came of it: \(outcome)", indent: indent)
    }
    return lines
  }

  private func evidence(_ action: Action) -> String {
    action.evidence.isEmpty ? "no evidence that is named" : Wording.listed(action.evidence)
  }

  private static func due(_ entry: ActionFigures.Entry, on today: CalendarDay) -> String? {
    let action = entry.action
    if entry.isOverdue {
      let days = today.ordinal - action.review.ordinal
      return "overdue for review by \(Wording.counted(days, "day"))"
    }
    guard entry.isLate else { return nil }
    return "late to begin by \(Wording.counted(today.ordinal - action.begin.ordinal, "day"))"
  }

  private func unanswered() -> [String] {
    guard figures.hasTable else {
      return [""]
        + Wording.wrapped(
          "Nothing was taken in for this round yet, so nobody can say what has no action.")
    }
    guard !figures.unanswered.isEmpty else { return [] }
    return ["", style.warning("Must look, and no action yet")]
      + figures.unanswered.flatMap { finding in
        Wording.wrapped("  • \(finding.practice ?? ""): \(finding.sentence)", indent: "    ")
      }
  }
}
