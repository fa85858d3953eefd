public import Analysis
import Instruments
import Responses
import Statistics

/// The figures of a survey for a person at a terminal.
public struct SurveyText {
  private let figures: SurveyFigures
  private let policy: ReleasePolicy
  private let style: TextStyle
  private let place: ReportHeading

  /// Prepares the report.
  ///
  /// - Parameters:
  ///   - release: The figures, as far as they may be shown.
  ///   - style: How words stand out.
  ///   - heading: Which school and round they are of, for the title.
  public init(
    _ release: Release<SurveyFigures>, style: TextStyle, heading: ReportHeading = ReportHeading()
  ) {
    figures = release.figures
    policy = release.policy
    self.style = style
    place = heading
  }

  /// The report, 80 columns wide: scores, items, groups, comparisons, doubts.
  public func text() -> String {
    var lines = heading()
    guard let whole = figures.groups.first else { return lines.joined(separator: "\n") + "\n" }
    if figures.groups.allSatisfy({ $0.n == nil }) {
      lines.append("Too few answered for anything of it to be shown.")
      return lines.joined(separator: "\n") + "\n"
    }
    if whole.n == nil {
      lines.append("All together are held back: too few answered in one of the rounds.")
    } else {
      lines += [""] + scores(whole) + SurveyBands(figures.instrument, style).lines(whole)
      lines += SilenceText(group: whole, style: style).lines()
      lines += items(whole)
      lines += heldFigures(whole)
    }
    for by in orderedColumns { lines += breakdown(by) }
    lines += heldGroups()
    lines += ComparisonText(figures: figures, style: style).lines()
    if let change = figures.change {
      lines += SurveyChangeText(change: change, style: style).lines()
    }
    lines += remarks(whole)
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading() -> [String] {
    let title = place.title(figures.instrument.title.preferred)
    return style.headline(title, policy.remark(for: figures.instrument.audience))
      + (figures.ledger.map { Wording.wrapped($0.sentence) } ?? [])
  }

  private func scores(_ group: GroupFigures) -> [String] {
    guard group.scores.contains(where: { !$0.bands.isLabels }) else { return [] }
    var table = TextTable([
      (scaleTitle(group), .left), ("n", .right), ("Mean", .right), ("95 % range", .right),
      ("SD", .right), ("Favourable", .right), ("Alpha", .right),
    ])
    for score in group.scores where !score.bands.isLabels {
      let decimals = Self.decimals(score)
      table.add([
        Self.title(score), "\(score.n)",
        Wording.figure(score.scores.mean, decimals: decimals),
        Wording.span(score.interval, within: score.ends, decimals: decimals),
        Wording.figure(score.scores.sd, decimals: decimals), Wording.percent(score.favourable),
        Wording.figure(score.reliability.moments.alpha, decimals: 2),
      ])
    }
    return table.lines(style: style) + Wording.wrapped(rangeNote(group))
  }

  static func title(_ score: ScoreFigures) -> String {
    score.title == score.id ? Wording.title(score.id) : score.title
  }

  static func title(_ score: ScoreChange) -> String {
    score.title == score.score ? Wording.title(score.score) : score.title
  }

  /// The heading over scores, with the ends of their scale where all have the same.
  private func scaleTitle(_ group: GroupFigures) -> String {
    guard let ends = group.scores.first?.ends, group.scores.allSatisfy({ $0.ends == ends }) else {
      return "Score"
    }
    return "Score, \(Wording.figure(ends.lowerBound)) to \(Wording.figure(ends.upperBound))"
  }

  static func decimals(_ score: ScoreFigures) -> Int { decimals(score.ends) }

  /// How many decimals a figure has on a scale with these ends.
  static func decimals(_ ends: ClosedRange<Double>) -> Int {
    ends.upperBound - ends.lowerBound >= 50 ? 0 : 2
  }

  private func rangeNote(_ group: GroupFigures) -> String {
    guard let n = group.n, let population = group.population, let rate = group.responseRate else {
      let remedy = policy == .holder ? " (--population)" : ""
      return "How many could have answered is not known\(remedy): the ranges are those of a "
        + "sample from many, and nothing is said of those who did not answer."
    }
    return "\(n) of \(population) answered (\(Wording.percent(rate))). The ranges count that "
      + "in: they are for this school's \(population)."
  }

  private func items(_ group: GroupFigures) -> [String] {
    var table = TextTable([
      ("Item", .left), ("n", .right), ("Mean", .right), ("Favourable", .right),
      ("Lowest", .right), ("Highest", .right),
    ])
    for item in group.items {
      guard let answers = item.answers, !item.counts.isEmpty else { continue }
      let shares = [item.counts.first, item.counts.last].map { end in
        item.n > 0 ? end.map { Double($0.count) / Double(item.n) } : nil
      }
      table.add([
        (item.isReversed ? "(R) " : "") + item.title, "\(item.n)",
        Wording.figure(answers.mean, decimals: 2), Wording.percent(item.favourableShare),
        Wording.percent(shares[0]), Wording.percent(shares[1]),
      ])
    }
    guard !table.isEmpty else { return choices(group) }
    return [""] + table.lines(style: style)
      + ["Means are on raw codes; (R) marks items in which a high code speaks against."]
      + choices(group)
  }

  private func choices(_ group: GroupFigures) -> [String] {
    group.items.filter { !$0.counts.isEmpty && $0.answers == nil }.flatMap { item -> [String] in
      let given = item.counts.filter { $0.count > 0 }
        .map { "\($0.point.title) \($0.count)" }
      return [""]
        + Wording.wrapped(
          "\(item.title): \(given.isEmpty ? "nobody answered" : given.joined(separator: ", "))",
          indent: "  ")
    }
  }

  private var orderedColumns: [String] {
    var seen: [String] = []
    for by in figures.groups.compactMap(\.by) where !seen.contains(by) { seen.append(by) }
    return seen
  }

  /// The scores with a mean that any group shows: those of the whole first, which has most of them.
  private var shownScores: [ScoreFigures] {
    var known: Set<String> = []
    return figures.groups.flatMap(\.scores)
      .filter { !$0.bands.isLabels && known.insert($0.id).inserted }
  }

  /// The means of all scores by the values of a column: a row for each value, or for each score
  /// where there are fewer values than scores.
  private func breakdown(_ by: String) -> [String] {
    let groups = figures.groups.filter { $0.by == by }
      .sorted { NaturalOrder.precedes($0.title ?? "", $1.title ?? "") }
    let scores = shownScores
    guard !groups.isEmpty, !scores.isEmpty else { return [] }
    var lines = [""]
    let across = min(scores.count, 5)
    for start in stride(from: 0, to: scores.count, by: across) {
      let shown = scores[start..<min(start + across, scores.count)]
      var table = TextTable(
        [("Means by \(by)", .left), ("n", .right)]
          + shown.map { (String(Self.title($0).prefix(11)), .right) })
      for group in groups {
        table.add(
          [group.title ?? "", group.n.map { "\($0)" } ?? "held back"]
            + shown.map { Self.mean(of: $0.id, in: group) })
      }
      lines += table.lines(style: style)
    }
    if groups.contains(where: { ($0.n ?? 5) < 5 }) {
      lines.append("A mean of fewer than five people says little of their group.")
    }
    if let ungrouped = figures.ungrouped, ungrouped > 0 {
      lines.append("\(ungrouped) did not say and count only in the whole.")
    }
    return lines
  }

  /// The mean of a score in a group for a cell of the table.
  private static func mean(of score: String, in group: GroupFigures) -> String {
    guard group.n != nil else { return "" }
    guard let score = group.scores.first(where: { $0.id == score }) else { return "held back" }
    return Wording.figure(score.scores.mean, decimals: decimals(score))
  }

  /// The scores and items of everybody that are not shown.
  private func heldFigures(_ whole: GroupFigures) -> [String] {
    guard !whole.held.isEmpty else { return [] }
    let titles = whole.held.map { "'\($0.title)'" }
    return [""]
      + Wording.wrapped(
        "Held back, since too few answered or it tells the size of small groups: "
          + "\(Wording.listed(titles)).", indent: "  ")
  }

  /// What "held back" means, where any group is.
  private func heldGroups() -> [String] {
    guard let minimum = policy.minimums?[figures.instrument.audience],
      figures.groups.dropFirst().contains(where: { $0.n == nil })
    else { return [] }
    return Wording.wrapped(
      "\"held back\": fewer than \(minimum) people, or a group that would give away such a one by "
        + "subtraction.")
  }

  /// The means without the rows that give one answer throughout.
  private func without(_ quality: QualityFigures, _ whole: GroupFigures) -> [String] {
    guard let scores = quality.withoutStraightLined else { return [] }
    let means = scores.compactMap { own -> String? in
      guard let score = whole.scores.first(where: { $0.id == own.score }) else { return nil }
      let decimals = Self.decimals(score)
      return "\(Self.title(score)) \(Wording.figure(own.scores.mean, decimals: decimals)) "
        + "(\(Wording.figure(score.scores.mean, decimals: decimals)) with them)"
    }
    return means.isEmpty ? [] : ["Without them: \(means.joined(separator: ", "))."]
  }

  private func remarks(_ whole: GroupFigures) -> [String] {
    var remarks: [String] = []
    guard let quality = figures.quality else { return [] }
    if quality.straightLined > 0 {
      remarks.append(
        "\(quality.straightLined) of \(quality.straightLineChecked) gave one and the same answer "
          + "throughout, to reversed items too: they are counted in.")
      remarks += without(quality, whole)
    }
    for finding in quality.looksReversed {
      remarks.append(
        "'\(finding.item)' goes against the rest of '\(finding.score)': is it reversed rightly?")
    }
    for finding in quality.piledUp {
      remarks.append(
        "'\(finding.score)': \(Wording.percent(finding.share)) are at the \(finding.end) end; read "
          + "the answers, not the mean.")
    }
    let unscored = whole.scores.filter { $0.unscored > 0 }
    if let most = unscored.max(by: { $0.unscored < $1.unscored }) {
      remarks.append(
        "Up to \(most.unscored) answered too few items for a score ('\(most.id)'); they are left "
          + "out of it, not counted as zero.")
    }
    guard !remarks.isEmpty else { return [] }
    return ["", style.heading("Worth knowing")]
      + remarks.flatMap { Wording.wrapped("  " + $0, indent: "  ") }
  }
}
