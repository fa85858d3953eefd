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
      guard let words = Self.words(score) else { continue }
      lines += Wording.wrapped("  \(SurveyText.title(score)): \(words)", indent: "    ")
    }
    return lines + scheme(of: scores)
  }

  /// How many persons are in each band of a score, or have each label; `nil` where it has none.
  static func words(_ score: ScoreFigures) -> String? {
    if case .none = score.bands { return nil }
    guard let counts = score.bands.counts else {
      return "held back, since a band has too few people"
    }
    return counts.map { band in
      let share = score.n > 0 ? Double(band.count) / Double(score.n) : nil
      return "\(band.label) \(band.count) (\(Wording.percent(share)))"
    }.joined(separator: ", ")
  }

  /// Under which scheme the bands of some scores stand; none where no score shows any.
  func scheme(of scores: [ScoreFigures]) -> [String] {
    let schemes = scores.compactMap { score -> String? in
      if case .bands(let scheme, _) = score.bands { scheme } else { nil }
    }
    guard !schemes.isEmpty else { return [] }
    let named = Wording.listed(Array(Set(schemes)).sorted())
    return Wording.wrapped("  Scheme: \(named). A band is no diagnosis.", indent: "  ")
  }

  private func terms() -> [String] {
    guard let terms = instrument.terms else { return [] }
    var lines = ["", style.heading("The key")]
    lines += Wording.wrapped("  Licence: \(terms.licence.status).", indent: "  ")
    return lines + doubts(about: instrument.scores)
  }

  /// Which of some scores refuse to be computed, and what nobody has checked in the others.
  func doubts(about scores: [Score]) -> [String] {
    var lines: [String] = []
    for score in scores {
      guard let reason = instrument.refusal(of: score) else { continue }
      lines += Wording.wrapped("  '\(score.id)' is not scored: \(reason).", indent: "    ")
    }
    for rule in [KeyField.missing, .bands] {
      let unsure = scores.filter { instrument.unverifiedRules(of: $0).contains(rule) }
      guard !unsure.isEmpty else { continue }
      let what = rule == .missing ? "for answers left out" : "of the bands"
      let named = Wording.listed(unsure.map { "'\($0.id)'" })
      lines += Wording.wrapped(
        "  Unverified: the rule \(what) in \(named) is applied as written and was not checked.",
        indent: "    ")
    }
    return lines
  }
}
