import Analysis
import Instruments
import Statistics

/// What those who did not answer could change, and the mean with every cell at its size.
struct SilenceText {
  let group: GroupFigures
  let style: TextStyle

  func lines() -> [String] {
    let isWeighted = group.scores.contains { $0.weighted != nil }
    var columns: [(String, TextTable.Alignment)] = [
      ("Those without a score", .left), ("All worst", .right), ("All best", .right),
      ("Needed for the middle", .right),
    ]
    if isWeighted { columns.append(("Weighted, 95 % range", .right)) }
    var table = TextTable(columns)
    for score in group.scores {
      guard let bounds = score.bounds, let tipping = score.tippingPoint else { continue }
      let ends = score.better == .higher ? [bounds.low, bounds.high] : [bounds.high, bounds.low]
      let decimals = SurveyText.decimals(score)
      let needed =
        score.ends.contains(tipping)
        ? Wording.figure(tipping, decimals: decimals)
        : tipping < score.ends.lowerBound ? "cannot fall to it" : "cannot rise to it"
      var cells = [
        SurveyText.title(score), Wording.figure(ends[0], decimals: decimals),
        Wording.figure(ends[1], decimals: decimals), needed,
      ]
      if isWeighted { cells.append(weighted(score, decimals)) }
      table.add(cells)
    }
    guard !table.isEmpty else { return [] }
    return [""] + table.lines(style: style) + example() + weighting()
  }

  private func weighted(_ score: ScoreFigures, _ decimals: Int) -> String {
    guard let weighted = score.weighted else { return "–" }
    let range = Wording.span(weighted.mean.interval, within: score.ends, decimals: decimals)
    return "\(Wording.figure(weighted.mean.mean, decimals: decimals)), \(range)"
  }

  /// The first line of the table in words.
  private func example() -> [String] {
    let score = group.scores.first { score in
      score.tippingPoint.map(score.ends.contains) ?? false
    }
    guard let score = score ?? group.scores.first(where: { $0.tippingPoint != nil }),
      let tipping = score.tippingPoint, let population = group.population
    else { return [] }
    let decimals = SurveyText.decimals(score)
    let silent = population - score.scores.n
    let who = "the \(silent) without a score"
    let middle = Wording.figure(score.middle, decimals: decimals)
    let start =
      "'\(SurveyText.title(score))': for the mean of all \(population) to be \(middle), \(who)"
    guard score.ends.contains(tipping) else {
      return Wording.wrapped("\(start) are too few, whatever they think.")
    }
    return Wording.wrapped(
      "\(start) would have to average \(Wording.figure(tipping, decimals: decimals)).")
  }

  /// What was merged to weight.
  private func weighting() -> [String] {
    guard group.scores.contains(where: { $0.weighted != nil }) else { return [] }
    var text = "Weighted: every group counts by its size in the population, not by its answers."
    let merged = Set(group.scores.flatMap { $0.weighted?.merged ?? [] })
      .sorted { $0.lexicographicallyPrecedes($1) }
    if !merged.isEmpty {
      let names = merged.map { $0.joined(separator: " with ") }
      text +=
        " Too few answered in some, which are taken together: \(names.joined(separator: "; "))."
    }
    return Wording.wrapped(text)
  }
}
