public import Instruments

/// What an instrument asks and how it scores, for a person at a terminal.
public struct InstrumentText {
  private let instrument: Instrument
  private let style: TextStyle

  /// Prepares the account.
  public init(_ instrument: Instrument, style: TextStyle) {
    self.instrument = instrument
    self.style = style
  }

  /// The account, 80 columns wide: who is asked, every item, every score, the terms of a key.
  public func text() -> String {
    let lines =
      heading() + sections() + scales() + missing() + ScoreText(instrument, style).lines() + terms()
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading() -> [String] {
    var lines = style.headline(
      instrument.title.preferred, "\(instrument.id) \(instrument.version)")
    let items = Wording.counted(instrument.items.count, "item")
    var sentence = "For \(instrument.audience.rawValue), \(instrument.privacy.rawValue), \(items)."
    if let framework = instrument.framework { sentence += " Framework: \(framework)." }
    if !instrument.methods.isEmpty {
      sentence += " Method: \(Wording.listed(instrument.methods))."
    }
    if let key = instrument.key { sentence += " Takes over the key '\(key)'." }
    lines += Wording.wrapped(sentence)
    lines.append("Hash \(instrument.hash.prefix(16))…")
    return lines
  }

  private func sections() -> [String] {
    instrument.sections.flatMap { section -> [String] in
      let items = instrument.items.filter { $0.section == section.id }
      let title = section.stem?.preferred ?? Wording.title(section.id)
      return ["", style.heading(title)] + items.flatMap(item)
    }
  }

  private func item(_ item: Item) -> [String] {
    let mark = item.isReversed ? "(R) " : ""
    let text = item.text.map { ": \($0.preferred)" } ?? ""
    var lines = Wording.wrapped("  \(mark)\(item.id)\(text)", indent: "      ")
    var facts = [Self.answered(item.format)]
    if let practice = item.practice { facts.append("practice \(practice)") }
    switch item.role {
    case .group: facts.append("may split figures")
    case .respondent: facts.append("says who answered")
    case nil: break
    }
    lines += Wording.wrapped("      \(facts.joined(separator: "; "))", indent: "      ")
    return lines
  }

  private static func answered(_ format: AnswerFormat) -> String {
    switch format {
    case .scale(let scale): "scale '\(scale.id)'"
    case .single(let points): "one of: " + points.map(\.title).joined(separator: ", ")
    case .multiple(let points): "any of: " + points.map(\.title).joined(separator: ", ")
    case .number: "a number"
    case .date: "a date"
    case .text: "free text"
    case .list: "a list of words"
    case .nominate(let rule): "at most \(rule.limit) names from one's \(rule.scope.rawValue)"
    }
  }

  private func scales() -> [String] {
    guard !instrument.scales.isEmpty else { return [] }
    return ["", style.heading("Scales")]
      + instrument.scales.flatMap { scale -> [String] in
        let points = scale.points.map { point in
          point.label.map { "\(point.code) \($0.preferred)" } ?? point.code
        }
        var text = "  \(scale.id): \(points.joined(separator: ", "))"
        if let favourable = scale.favourable?.sorted() {
          text += "; favourable \(Wording.listed(favourable.map { "\($0)" }))"
        }
        return Wording.wrapped(text, indent: "      ")
      }
  }

  private func missing() -> [String] {
    guard !instrument.missing.isEmpty else { return [] }
    let reasons = instrument.missing.map { "\($0.reason) (\($0.point.code))" }
    return [""]
      + Wording.wrapped("Answers that are none: \(reasons.joined(separator: ", ")).", indent: "  ")
  }

  private func terms() -> [String] {
    guard let terms = instrument.terms else { return [] }
    var lines = ["", style.heading("Terms of the key")]
    lines += Wording.wrapped("  Licence: \(terms.licence.status).", indent: "    ")
    if let note = terms.licence.note { lines += Wording.wrapped("  \(note)", indent: "    ") }
    lines += Wording.wrapped(
      terms.licence.shipsText
        ? "  The wording may be handed on; this file has none."
        : "  The wording stays with its owner and is not in this file.", indent: "    ")
    let levels = KeyField.allCases.compactMap { field in
      terms.confidence[field].map { "\(field.rawValue) \($0.rawValue)" }
    }
    if !levels.isEmpty {
      lines += Wording.wrapped("  Confidence: \(levels.joined(separator: ", ")).", indent: "    ")
    }
    lines.append("  \(Wording.counted(terms.vectors.count, "test vector")).")
    return lines
  }
}
