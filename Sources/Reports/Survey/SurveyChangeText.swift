import Analysis
import Instruments
import Statistics

/// What changed in a survey since an earlier round, in words.
struct SurveyChangeText {
  let change: SurveyChange
  let style: TextStyle

  func lines() -> [String] {
    var lines = ["", style.heading("Since \(change.title)")]
    if let whole = change.groups.first(where: { $0.by == nil }) {
      lines += table(whole)
    } else {
      lines += ["  All together are held back."]
    }
    lines += groups()
    if change.groups.contains(where: { $0.changesMade > 0 }) {
      lines += Wording.wrapped(note, indent: "  ")
    }
    for mix in change.mixes { lines += words(of: mix) }
    lines += caution()
    for score in change.incomparable {
      lines += Wording.wrapped(
        "  Not compared: '\(title(score.title))' \(score.reason).", indent: "    ")
    }
    return lines
  }

  private func title(_ text: String) -> String { text.contains("_") ? Wording.title(text) : text }

  private func table(_ group: SurveyChange.Group) -> [String] {
    guard !group.scores.isEmpty else { return ["  No score can be compared."] }
    var table = TextTable([
      ("\(group.before) answered then, \(group.after) now", .left), ("Then", .right),
      ("Now", .right), ("Change", .right), ("95 % range", .right), ("Verdict", .left),
    ])
    for score in group.scores {
      let decimals = decimals(score)
      table.add([
        SurveyText.title(score), Wording.figure(score.before.mean, decimals: decimals),
        Wording.figure(score.after.mean, decimals: decimals),
        Wording.signed(score.change, decimals: decimals),
        Wording.range(score.interval, decimals: decimals), score.verdict.rawValue,
      ])
    }
    return table.lines(style: style)
  }

  private func decimals(_ score: ScoreChange) -> Int { SurveyText.decimals(score.ends) }

  /// The groups of which more can be said than that nothing is clear.
  private func groups() -> [String] {
    change.groups.filter { $0.by != nil }.flatMap { group in
      group.scores.filter { [.improved, .worse].contains($0.verdict) }.flatMap { score in
        let decimals = decimals(score)
        return Wording.wrapped(
          "  \(group.title ?? ""): '\(SurveyText.title(score))' \(score.verdict.rawValue), "
            + "\(Wording.signed(score.change, decimals: decimals)) "
            + "(\(Wording.range(score.interval, decimals: decimals))).", indent: "    ")
      }
    }
  }

  private var note: String {
    let linked = change.groups.first?.scores.compactMap { $0.linked?.pairs.n }.max()
    let who =
      linked.map { "\($0) answered both times and are linked." }
      ?? "Who answered both times is not known, so the rounds are taken as different people."
    return "  The ranges ask whether such a change would come again, so they leave the size of the "
      + "group out. Verdicts are adjusted for the number of scores\(families), so that a range "
      + "without 0 may still be chance. \(who)\(detectable)"
  }

  /// How many changes of groups were looked at beside those of the whole.
  private var families: String {
    let made = change.groups.filter { $0.by != nil }.reduce(0) { $0 + $1.scores.count }
    return made > 0 ? ", those of \(made) in groups by themselves" : ""
  }

  /// The smallest change that could have been seen, over the scores of the whole.
  private var detectable: String {
    let scores = change.groups.first { $0.by == nil }?.scores ?? []
    let found = scores.compactMap { score in
      score.smallestDetectable.map { ($0, decimals(score)) }
    }
    guard let least = found.min(by: { $0.0 < $1.0 }), let most = found.max(by: { $0.0 < $1.0 })
    else { return "" }
    let (low, high) = (
      Wording.figure(least.0, decimals: least.1), Wording.figure(most.0, decimals: most.1)
    )
    let size = low == high ? low : "\(low) to \(high)"
    return " A true change of \(size) would be seen four times in five, a smaller one more rarely."
  }

  private func words(of mix: SurveyChange.Mix) -> [String] {
    let whole = change.groups.first { $0.by == nil }?.scores.first { $0.score == mix.score }
    guard let whole, let total = whole.change else { return [] }
    // Said where the mix could mislead: half of the change or more, and a point in a hundred.
    let width = whole.ends.upperBound - whole.ends.lowerBound
    guard abs(mix.parts.mix) >= max(width / 100, abs(total) / 2) else { return [] }
    let decimals = decimals(whole)
    return Wording.wrapped(
      "  '\(SurveyText.title(whole))': \(Wording.signed(mix.parts.mix, decimals: decimals)) comes "
        + "from other people by \(mix.by) answering, and "
        + "\(Wording.signed(mix.parts.rate, decimals: decimals)) from the answers within each.",
      indent: "    ")
  }

  /// A word on the score that was lowest, which rises by chance alone.
  private func caution() -> [String] {
    let whole = change.groups.first { $0.by == nil }
    guard let lowest = change.lowest,
      let score = whole?.scores.first(where: { $0.score == lowest }), score.verdict == .improved
    else { return [] }
    return Wording.wrapped(
      "  '\(SurveyText.title(score))' was the lowest then. The lowest of several rises a little by "
        + "chance alone: look again next time before calling it a success.", indent: "  ")
  }
}
