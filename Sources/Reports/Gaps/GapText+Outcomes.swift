import Analysis
import Instruments
import Statistics

extension GapText {
  /// How people are: the outcome scores, survey by survey, apart from every component.
  func outcomes() -> [String] {
    guard !table.outcomes.isEmpty else { return [] }
    var lines = ["", style.heading("How people are (outcomes: they enter no component)")]
    for outcome in table.outcomes { lines += told(outcome) }
    let shown = table.outcomes.flatMap(\.scores)
    guard shown.contains(where: { $0.scores.mean != nil }) else { return lines }
    var note = "Means and ranges are those of 'mhars analyse'"
    if table.outcomes.contains(where: { $0.population != nil && !$0.scores.isEmpty }) {
      note += "; where it is known how many could answer, they are for these people alone"
    }
    if shown.contains(where: { $0.unscored > 0 }) {
      note += ". n: those who answered enough for the score"
    }
    if table.outcomes.contains(where: { !$0.changes.isEmpty }) {
      note += ". What is said of a change allows for how many scores the survey has"
    }
    lines += Wording.wrapped(note + ".")
    return lines
  }

  private func told(_ outcome: OutcomeFigures) -> [String] {
    let title = outcome.instrument.title.preferred
    let audience = outcome.instrument.audience.rawValue
    let marks = table.marks(of: [outcome.instrument.id])
    guard let n = outcome.n else {
      return Wording.wrapped(
        "\(title): held back, too few \(audience) answered\(marks)", indent: "  ")
    }
    let people = outcome.population.map { "\(n) of \($0)" } ?? "\(n)"
    let bands = SurveyBands(outcome.instrument, style)
    var lines = Wording.wrapped(
      "\(title): \(people) \(audience) answered\(marks)", indent: "  ")
    lines += scores(outcome.scores) + shares(outcome.scores)
    lines += bands.scheme(of: outcome.scores)
    lines += changes(of: outcome)
    if !outcome.held.isEmpty {
      let names = outcome.held.map { "'\(Self.title($0.title, of: $0.id))'" }
      lines += Wording.wrapped(
        "  Held back, since too few answered enough: \(Wording.listed(names)).", indent: "    ")
    }
    return lines + bands.doubts(about: outcome.instrument.outcomes)
  }

  /// The words for a score; made of its id where nobody gave it any.
  private static func title(_ title: String, of id: String) -> String {
    title == id ? Wording.title(id) : title
  }

  /// The means, a row for each score that has one.
  private func scores(_ scores: [ScoreFigures]) -> [String] {
    var rows = TextTable(
      [
        ("Score", .left), ("Mean", .right), ("Range", .right), ("Can be", .right),
        ("Better", .left), ("n", .right),
      ], indent: 2)
    for score in scores where !score.bands.isLabels {
      let decimals = SurveyText.decimals(score)
      rows.add([
        SurveyText.title(score), Wording.figure(score.scores.mean, decimals: decimals),
        Wording.span(score.interval, within: score.ends, decimals: decimals),
        Wording.figure(score.ends.lowerBound) + "–" + Wording.figure(score.ends.upperBound),
        score.better.rawValue, "\(score.n)",
      ])
    }
    return rows.isEmpty ? [] : rows.lines(style: style)
  }

  /// How many are in each published band of each score, or have each label; those whose bands are held
  /// back together.
  private func shares(_ scores: [ScoreFigures]) -> [String] {
    var lines: [String] = []
    for score in scores where score.bands.counts != nil {
      guard let words = SurveyBands.words(score) else { continue }
      let title = SurveyText.title(score) + (score.bands.isLabels ? "" : " in bands")
      lines += Wording.wrapped("  \(title): \(words)", indent: "    ")
    }
    let held = scores.filter { if case .suppressed = $0.bands { true } else { false } }
    guard let words = held.first.flatMap(SurveyBands.words) else { return lines }
    let names = Wording.listed(held.map { SurveyText.title($0) })
    return lines + Wording.wrapped("  \(names) in bands: \(words)", indent: "    ")
  }

  /// What became of the scores since the earlier round.
  private func changes(of outcome: OutcomeFigures) -> [String] {
    guard let round = outcome.earlierRound else { return [] }
    var lines: [String] = []
    for change in outcome.changes {
      let decimals = SurveyText.decimals(change.ends)
      let ends = [change.before.mean, change.after.mean].map {
        Wording.figure($0, decimals: decimals)
      }
      var text =
        "  \(SurveyText.title(change)) since \(round): \(change.verdict.rawValue), \(ends[0]) then, "
        + "\(ends[1]) now: \(Wording.signed(change.change, decimals: decimals))"
      if change.interval != nil {
        text += " (\(Wording.range(change.interval, decimals: decimals)))"
      }
      if let least = change.smallestDetectable {
        text +=
          "; a true change of \(Wording.figure(least, decimals: decimals)) would be seen four times "
          + "in five"
      }
      lines += Wording.wrapped(text, indent: "    ")
    }
    for score in outcome.incomparable {
      let title = Self.title(score.title, of: score.score)
      lines += Wording.wrapped(
        "  Cannot compare with \(round): '\(title)' \(score.reason).", indent: "    ")
    }
    return lines
  }
}
