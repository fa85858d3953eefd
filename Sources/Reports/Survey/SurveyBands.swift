import Analysis
import Instruments
import Statistics

/// The published bands of scores, what a key refuses, and what nobody has checked in it.
struct SurveyBands {
  private let instrument: Instrument
  private let style: TextStyle

  init(_ instrument: Instrument, _ style: TextStyle) {
    self.instrument = instrument
    self.style = style
  }

  /// The lines for a group, with a blank line before each part; none where there is nothing to say.
  func lines(_ group: GroupFigures) -> [String] {
    bands(group) + terms()
  }

  private func bands(_ group: GroupFigures) -> [String] {
    let scores = group.scores.filter { if case .none = $0.bands { false } else { true } }
    guard !scores.isEmpty else { return [] }
    var lines = ["", style.heading("Published bands")]
    for score in scores {
      let title = SurveyText.title(score)
      guard let counts = score.bands.counts else {
        lines += Wording.wrapped(
          "  \(title): held back, since a band has too few people", indent: "    ")
        continue
      }
      let shares = counts.map { band -> String in
        let share = score.n > 0 ? Double(band.count) / Double(score.n) : nil
        return "\(band.label) \(band.count) (\(Wording.percent(share)))"
      }
      lines += Wording.wrapped("  \(title): \(shares.joined(separator: ", "))", indent: "    ")
    }
    let schemes = scores.compactMap { score -> String? in
      if case .bands(let scheme, _) = score.bands { scheme } else { nil }
    }
    if !schemes.isEmpty {
      let named = Wording.listed(Array(Set(schemes)).sorted())
      lines += Wording.wrapped("  Scheme: \(named). A band is no diagnosis.", indent: "  ")
    }
    return lines
  }

  private func terms() -> [String] {
    guard let terms = instrument.terms else { return [] }
    var lines = ["", style.heading("The key")]
    lines += Wording.wrapped("  Licence: \(terms.licence.status).", indent: "  ")
    for score in instrument.scores {
      guard let reason = instrument.refusal(of: score) else { continue }
      lines += Wording.wrapped("  '\(score.id)' is not scored: \(reason).", indent: "    ")
    }
    for rule in [KeyField.missing, .bands] {
      let scores = instrument.scores.filter { instrument.unverifiedRules(of: $0).contains(rule) }
      guard !scores.isEmpty else { continue }
      let what = rule == .missing ? "for answers left out" : "of the bands"
      let named = Wording.listed(scores.map { "'\($0.id)'" })
      lines += Wording.wrapped(
        "  Unverified: the rule \(what) in \(named) is applied as written and was not checked.",
        indent: "    ")
    }
    return lines
  }
}
