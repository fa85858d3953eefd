import Instruments

/// How the scores of an instrument are computed, in sentences.
struct ScoreText {
  private let instrument: Instrument
  private let style: TextStyle

  init(_ instrument: Instrument, _ style: TextStyle) {
    self.instrument = instrument
    self.style = style
  }

  func lines() -> [String] {
    guard !instrument.scores.isEmpty else { return ["", "No scores are computed."] }
    return ["", style.heading("Scores")] + instrument.scores.flatMap(lines)
  }

  private func lines(_ score: Score) -> [String] {
    var lines = Wording.wrapped("  \(score.id): \(Self.rule(score)).", indent: "      ")
    func add(_ text: String) { lines += Wording.wrapped("      \(text)", indent: "      ") }
    if !score.uses.isEmpty {
      add(score.uses.map { ($0.isReversed ? "(R) " : "") + $0.item }.joined(separator: ", "))
    }
    if !score.recode.isEmpty {
      let codes = score.recode.sorted { $0.key < $1.key }.map { "\($0) counts \($1)" }
      add("Code \(codes.joined(separator: ", ")).")
    }
    for rule in score.labels {
      let parts = rule.codes.sorted { $0.key < $1.key }.map { item, codes in
        "\(item) is \(codes.sorted().map { "\($0)" }.joined(separator: ", "))"
      }
      add("\(rule.label): \(parts.joined(separator: " and "))")
    }
    if let bands = score.bands {
      let words = bands.bands.map { "\($0.label) \(Self.ends($0))" }
      add("Bands (\(bands.scheme)): \(words.joined(separator: "; ")).")
    }
    if score.isOutcome { add("An outcome: it never enters a component.") }
    if score.better == .lower { add("Lower is better.") }
    if let refusal = instrument.refusal(of: score) { add("Not scored: \(refusal).") }
    let rules = instrument.unverifiedRules(of: score)
    if !rules.isEmpty {
      add("Unverified: \(Wording.listed(rules.map { $0 == .missing ? "missing rule" : "bands" })).")
    }
    return lines
  }

  private static func rule(_ score: Score) -> String {
    var text: String
    switch score.method {
    case .mean: text = "mean of \(items(score))"
    case .sum where !score.sources.isEmpty: text = "sum of \(Wording.listed(score.sources))"
    case .sum: text = "sum of \(items(score))"
    case .table: text = "what a table gives for \(Wording.listed(score.sources))"
    case .label: text = "a label by rule"
    }
    let count = score.uses.count
    if count > 0, score.method == .mean || score.method == .sum {
      text +=
        score.minimumAnswered >= count
        ? ", all answered"
        : ", at least \(score.minimumAnswered) answered"
          + (score.method == .sum ? " (pro rata)" : "")
    }
    if let range = score.range {
      text +=
        ", from \(figure(range.lowerBound)) to \(figure(range.upperBound))"
    }
    if score.rounding == .halfUp { text += ", rounded to wholes, halves up" }
    if let first = score.table.keys.min(), let last = score.table.keys.max() {
      text +=
        ": \(score.table.count) rows, \(figure(first)) gives \(figure(score.table[first])) and "
        + "\(figure(last)) \(figure(score.table[last]))"
    }
    return text
  }

  private static func items(_ score: Score) -> String {
    score.uses.isEmpty ? "items not known yet" : Wording.counted(score.uses.count, "item")
  }

  private static func ends(_ band: Banding.Band) -> String {
    switch (band.from, band.above, band.to, band.below) {
    case (let from?, _, let to?, _): from == to ? figure(from) : "\(figure(from)) to \(figure(to))"
    case (let from?, _, _, let below?): "\(figure(from)) to under \(figure(below))"
    case (_, let above?, let to?, _): "over \(figure(above)) to \(figure(to))"
    case (_, let above?, _, let below?): "over \(figure(above)) to under \(figure(below))"
    case (let from?, _, _, _): "from \(figure(from))"
    case (_, let above?, _, _): "over \(figure(above))"
    case (_, _, let to?, _): "up to \(figure(to))"
    default: "under \(figure(band.below))"
    }
  }

  private static func figure(_ value: Double?) -> String {
    guard let value else { return "–" }
    return Wording.figure(value, decimals: value == value.rounded() ? 0 : 2)
  }
}
