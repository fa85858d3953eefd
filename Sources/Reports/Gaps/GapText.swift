public import Analysis
import Instruments
import Statistics

/// The component gap table for a headteacher at a terminal.
public struct GapText {
  let table: GapTable
  /// What to take up first, which is drawn once.
  let priorities: ComponentPriorities
  private let policy: ReleasePolicy
  let style: TextStyle
  private let place: ReportHeading

  /// Prepares the report.
  ///
  /// - Parameters:
  ///   - release: The table, as far as it may be shown.
  ///   - style: How words stand out.
  ///   - heading: Which school and round it is of, for the title.
  public init(
    _ release: Release<GapTable>, style: TextStyle, heading: ReportHeading = ReportHeading()
  ) {
    table = release.figures
    priorities = release.figures.priorities
    policy = release.policy
    self.style = style
    place = heading
  }

  /// The report, 80 columns wide: what to look at first, the table, what it rests on.
  public func text() -> String {
    var lines = heading()
    lines += mustLook()
    lines += [""] + rows()
    lines += legend() + disagreements()
    lines += TierText(table, style: style).lines()
    lines += outcomes()
    lines += perception()
    lines += weakestPractices()
    lines += priority()
    lines += evidence()
    lines += ledger()
    lines += change()
    lines += key()
    lines += [""] + closing()
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading() -> [String] {
    let subject =
      place.isEmpty
      ? "Component gaps · \(table.framework.title)" : place.title("Component gaps")
    let title = "\(subject) · target \(Wording.figure(table.target))"
    var lines = style.headline(title, policy.remark(for: nil))
    let cut = place.cut.map { " · data cut \($0)" } ?? ""
    if !place.isEmpty { lines += Wording.wrapped(table.framework.title + cut) }
    let own = table.components.filter { $0.target != table.target }
      .map { "\($0.component.code) \(Wording.figure($0.target))" }
    if !own.isEmpty { lines += Wording.wrapped("Own targets: \(Wording.listed(own)).") }
    return lines
  }

  private func mustLook() -> [String] {
    guard !table.mustLook.isEmpty else { return [] }
    return ["", style.warning("Look at these first, whatever the averages say")]
      + table.mustLook.flatMap {
        Wording.wrapped("  • " + $0.sentence + table.marks(of: $0), indent: "    ")
      }
  }

  /// How the rows are read; nothing where no component was looked at.
  private func legend() -> [String] {
    guard !table.lookedAt.isEmpty else { return [] }
    return Wording.wrapped(
      "Indices run from 0 to 100. The range is for 95 times in 100, if those who did not answer are "
        + "like those who did. \"Thin\" is not enough evidence to judge by."
        + (showsSeen ? " \"Seen\" is what was observed, counted and recorded." : ""))
  }

  /// Whether any index is not of what people say alone.
  private var showsSeen: Bool { table.components.contains { $0.seen != nil } }

  private func rows() -> [String] {
    var rows = TextTable(
      [
        ("   Component", .left), ("Index", .right), ("Range", .right), ("Pupils", .right),
        ("Staff", .right), ("Parents", .right),
      ] + (showsSeen ? [("Seen", .right)] : []) + [("", .left)], hanging: 3)
    let looked = table.components.filter(\.state.isLookedAt)
    for gap in looked {
      rows.add(
        [
          "\(gap.component.code) \(gap.component.title)", Wording.figure(gap.index?.value),
          Wording.span(gap.index?.interval, within: 0...100),
        ] + [Instrument.Audience.pupils, .staff, .parents].map { figure(gap, $0) }
          + (showsSeen ? [Wording.figure(gap.seen?.value)] : []) + [verdict(gap)])
    }
    var lines = looked.isEmpty ? [] : rows.lines(style: style)
    let others = table.components.filter { !$0.state.isLookedAt }
    let titles = others.map { "\($0.component.code) \($0.component.title)" }
    let width = max(31, titles.map(\.count).max() ?? 0) + 2
    for (gap, title) in zip(others, titles) {
      let padding = String(repeating: " ", count: max(2, width - title.count))
      lines += Wording.wrapped(title + padding + gap.state.reason, indent: "     ")
    }
    return lines
  }

  private func figure(_ gap: ComponentGap, _ audience: Instrument.Audience) -> String {
    guard let group = gap.groups.first(where: { $0.audience == audience }) else { return "–" }
    return group.figure.map { Wording.figure($0.value) } ?? "too few"
  }

  private func verdict(_ gap: ComponentGap) -> String {
    let note =
      flagged.firstIndex { $0.gap.component.id == gap.component.id }.map { " \($0 + 1)" } ?? ""
    switch gap.state {
    case .measured: return (gap.band?.rawValue ?? "") + note
    case .notEnoughEvidence: return "thin" + note
    case .disagree: return "disagree" + note
    case .suppressed: return "too few" + note
    case .notLookedAt, .notApplicable: return note
    }
  }

  /// What is said and what was seen of the components where the two do not agree.
  private func disagreements() -> [String] {
    table.components.filter { $0.state == .disagree }.flatMap { gap -> [String] in
      guard let said = gap.said, let seen = gap.seen else { return [] }
      return Wording.wrapped(
        "\(gap.component.code) \"disagree\": people say \(Wording.figure(said.value)), what was seen "
          + "and recorded says \(Wording.figure(seen.value)); too far apart for one figure.")
    }
  }

  /// The flagged perception gaps, the largest first, each with its component.
  private var flagged: [(gap: ComponentGap, perception: PerceptionGap)] {
    table.components.flatMap { gap in
      gap.perception.filter(\.isFlagged).map { (gap: gap, perception: $0) }
    }
  }

  private func perception() -> [String] {
    guard !flagged.isEmpty else { return [] }
    var lines = ["", style.heading("Who sees it differently")]
    for (index, entry) in flagged.enumerated() {
      let gap = entry.perception
      let higher = gap.difference > 0
      let range = [gap.interval?.low, gap.interval?.high].compactMap { $0 }.map(abs).sorted()
      let reach =
        range.count == 2
        ? " (\(Wording.figure(range[0])) to \(Wording.figure(range[1])))" : ""
      lines += Wording.wrapped(
        "\(index + 1)  \(Self.capital(higher ? gap.a : gap.b)) rate '\(entry.gap.component.title)' "
          + "\(Wording.figure(abs(gap.difference))) points higher than "
          + "\(higher ? gap.b : gap.a)\(reach)\(table.marks(of: gap, in: entry.gap)).",
        indent: "   ")
      for item in gap.items {
        lines += Wording.wrapped(
          "     \(Wording.figure(item.difference))  \(item.title)\(item.isReversed ? " (turned round)" : "")",
          indent: "         ")
      }
    }
    return lines
  }

  /// The practices furthest below the target, and where each is asked about.
  private func weakestPractices() -> [String] {
    var found: [(practice: PracticeIndex, value: Double, below: Double)] = []
    var known: Set<String> = []
    for gap in table.components where gap.state.isLookedAt {
      for practice in gap.practices where known.insert(practice.practice.id).inserted {
        guard let value = practice.figure?.value, value < gap.target else { continue }
        found.append((practice, value, gap.target - value))
      }
    }
    found.sort {
      ($1.below, $0.practice.practice.code) < ($0.below, $1.practice.practice.code)
    }
    guard !found.isEmpty else { return [] }
    var rows = TextTable(
      [
        ("Practices furthest below the target", .left), ("", .left), ("Index", .right),
        ("Asked", .wrapped(least: 24)),
      ])
    for (practice, value, _) in found.prefix(5) {
      rows.add([
        practice.practice.label, practice.practice.code, Wording.figure(value),
        (Wording.listed(
          practice.groups.compactMap { group in
            group.n.map { "\($0) \(group.audience.counted)" }
          }) + table.marks(of: practice)).withoutLeadingBlank,
      ])
    }
    return [""] + rows.lines(style: style)
  }

  private func evidence() -> [String] {
    let looked = table.components.filter(\.state.isLookedAt)
    guard !looked.isEmpty else { return [] }
    var rows = TextTable([
      ("What this rests on", .left), ("Practices", .right), ("Methods", .right),
      ("Evidence", .wrapped(least: 24)),
    ])
    for gap in looked {
      rows.add([
        "\(gap.component.code)", "\(gap.practicesWithEvidence) of \(gap.practices.count)",
        "\(gap.methodsUsed.count) of \(gap.component.methods.count)",
        gap.strength.tally { table.marks(of: $0, in: gap) },
      ])
    }
    var lines = [""] + rows.lines(style: style)
    if looked.contains(where: { $0.strength.convergence != nil }) {
      lines += Wording.wrapped(
        "\"agree\", \"mixed\" and \"contradict\" say whether the kinds of source point the same way."
      )
    }
    if looked.contains(where: { $0.state == .notEnoughEvidence }) {
      lines += Wording.wrapped(
        "\"thin\": one kind of source, one kind of people, or too few who answered. The figures are "
          + "true of those who answered; they are not enough to judge the school by.")
    }
    if looked.contains(where: { $0.groups.contains { $0.n == nil } }) {
      lines += Wording.wrapped(
        "\"too few\": fewer people than may be shown; their answers are in no index.")
    }
    if looked.contains(where: { $0.band == .between }) {
      lines += Wording.wrapped(
        "\"between\": no band is 80 % probable. Strong is 70 and above, developing 50 to 70, "
          + "priority below 50.")
    }
    return lines
  }

  private func closing() -> [String] {
    let looked = table.lookedAt
    var text = "Looked at: \(looked.count) of \(table.components.count) components."
    let weakest = looked.filter { $0.state == .measured }.min {
      ($0.performanceGap ?? 0) > ($1.performanceGap ?? 0)
    }
    if let weakest, let gap = weakest.performanceGap, gap > 0 {
      text +=
        " Weakest of those with enough evidence: \(weakest.component.title), \(Wording.figure(gap)) below target"
      if let interval = weakest.performanceInterval, interval.low > 0 {
        text += " (\(Wording.range(interval)))"
      }
      text += table.marks(of: weakest) + "."
    }
    return Wording.wrapped(text + lookNext())
  }

  /// What the short ids stand for: where to look them up, or the instruments where nothing is stored.
  private func key() -> [String] {
    guard let first = table.numbered.first else { return [] }
    if policy.minimums != nil {
      return [""]
        + Wording.wrapped(
          "In brackets: the evidence. 'mhars evidence \(first.mark)' shows where it comes from.")
    }
    var names: [String] = []
    for instrument in table.numbered.map(\.instrument) where !names.contains(instrument) {
      names.append(instrument)
    }
    let words = names.map { name in
      let own = table.numbered.filter { $0.instrument == name }.map(\.number)
      return EvidenceMarks.words(own).trimmedBrackets + " " + name
    }
    return [""] + Wording.wrapped("In brackets: the evidence. \(words.joined(separator: "; ")).")
  }

  private static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension Instrument.Audience {
  /// What is counted of an audience, behind a number.
  fileprivate var counted: String {
    switch self {
    case .pupils, .staff, .parents, .leaders: rawValue
    case .observers: "seen"
    case .records: "in records"
    }
  }
}

extension MustLook {
  /// The finding in a sentence.
  var sentence: String {
    switch kind {
    case .lowPractice(let index):
      "\(practiceLabel ?? practice ?? ""): index \(Wording.figure(index)) among \(n) people"
    case .worstAnswers(_, let title, let answer, nil):
      "\"\(title)\": a few of \(n) pupils answer \"\(answer)\""
    case .worstAnswers(_, let title, let answer, let count?):
      "\"\(title)\": \(count) of \(n) pupils (\(Wording.percent(Double(count) / Double(n)))) answer "
        + "\"\(answer)\""
    case .groupRatio(_, let title, let value, let ratio?, let count?):
      "\(title): '\(value)' \(Wording.figure(ratio, decimals: 1)) times all others (\(count) of \(n))"
    case .groupRatio(_, let title, let value, nil, let count?):
      "\(title): '\(value)' \(count) of \(n), and none of all others"
    case .groupRatio(_, let title, let value, _, nil):
      "\(title): '\(value)' far more often than all others"
    case .tierNotLookedAt(let tier, let components):
      "Nobody looked at \(tier.people) in \(Wording.listed(components.map(\.code)))"
    case .carelessAnswers(let instrument, let count):
      "\(instrument): \(count) of \(n) gave one answer to every item"
    }
  }
}
