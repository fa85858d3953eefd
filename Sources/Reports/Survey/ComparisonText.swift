import Analysis
import Instruments
import Statistics

/// Groups held against each other, in words: the effect first, then the gap, then how sure it is.
struct ComparisonText {
  let figures: SurveyFigures
  let style: TextStyle

  /// The most comparisons that are listed whatever their verdict.
  private static let mostListed = 6

  func lines() -> [String] {
    guard !figures.comparisons.isEmpty else { return [] }
    let gaps = figures.comparisons.filter { $0.verdict == .gap }
    let listsAll = figures.comparisons.count <= Self.mostListed
    var lines = ["", style.heading("Gaps between groups")]
    for comparison in listsAll ? figures.comparisons : gaps {
      lines += Wording.wrapped("  " + sentence(comparison), indent: "    ")
    }
    if gaps.isEmpty, !listsAll {
      lines.append("  None that would hold among this many comparisons.")
    }
    let made = Wording.counted(figures.comparisons.count, "comparison")
    lines += Wording.wrapped(
      "  \(made) made, adjusted for their number: \(counts). A gap asks whether it would appear "
        + "again, so the size of the groups in school is left out.", indent: "  ")
    return lines
  }

  /// How many comparisons came to each verdict.
  private var counts: String {
    let counted = [Comparison.Verdict.gap, .noGap, .cannotTell].compactMap { verdict -> String? in
      let own = figures.comparisons.filter { $0.verdict == verdict }
      guard !own.isEmpty else { return nil }
      let margins = Set(own.map { margin($0) })
      let word =
        switch verdict {
        case .gap: "gap"
        case .noGap:
          margins.count == 1
            ? "no gap bigger than \(margins.first ?? "")"
            : "no gap bigger than a tenth of the scale"
        case .cannotTell: "cannot tell"
        }
      return "\(own.count) \(word)"
    }
    return counted.joined(separator: ", ")
  }

  private func margin(_ comparison: Comparison) -> String {
    Wording.figure(comparison.margin, decimals: comparison.margin >= 5 ? 0 : 2)
  }

  private func sentence(_ comparison: Comparison) -> String {
    let decimals = comparison.margin >= 5 ? 0 : 2
    let score = figures.groups.lazy.flatMap(\.scores).first { $0.id == comparison.score }
    let delta = comparison.cliffsDelta
    let effect =
      "Cliff's delta \(Wording.figure(delta?.delta, decimals: 2))"
      + (delta?.interval.map { " (\(Wording.range($0, decimals: 2)))" } ?? "")
    let verdict =
      comparison.verdict == .noGap
      ? "no gap bigger than \(margin(comparison))" : comparison.verdict.rawValue
    return "\(score.map(SurveyText.title) ?? Wording.title(comparison.score)): "
      + "\(name(comparison, comparison.a)) and \(name(comparison, comparison.b)): \(effect), "
      + "\(Wording.signed(comparison.difference, decimals: decimals)) points "
      + "(\(Wording.range(comparison.welch?.interval, decimals: decimals))), adjusted p "
      + "\(Wording.pValue(comparison.adjustedP)): \(verdict)."
  }

  private func name(_ comparison: Comparison, _ value: String) -> String {
    figures.groups.first { $0.by == comparison.by && $0.value == value }?.title ?? value
  }
}
