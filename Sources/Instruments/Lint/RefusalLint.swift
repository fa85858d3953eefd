import Diagnostics

/// Items on what may hurt or give away, without an answer for those who would rather not say.
enum RefusalLint {
  /// Beginnings of words on harm, fear, mood, health, belonging and home.
  private static let sensitive = [
    "abus", "afraid", "alone", "angry", "anxi", "asham", "bully", "bullied", "cry", "death",
    "depress",
    "die", "disab", "drink", "drug", "eating", "ethnic", "fear", "frighten", "gay", "gender",
    "harm",
    "hit", "hurt", "lesbian", "lonel", "medic", "miserab", "nervous", "panic", "period", "religi",
    "sad",
    "scar", "self-harm", "sex", "sleep", "smok", "stress", "suicid", "threat", "touch", "unhappy",
    "unsafe", "upset", "violen", "weight", "worr",
  ]
  private static let declining = ["prefer not", "rather not", "not want to say", "not to say"]

  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    let isOffered = draft.missing.contains {
      $0.reason.value.hasPrefix("prefer_not") || declines($0.point)
    }
    guard !isOffered else { return }
    for (item, text, stem) in draft.englishItems {
      let words = ReadingAge.words(of: [stem, text.value].compactMap { $0 }.joined(separator: " "))
      guard let word = words.first(where: { word in sensitive.contains(where: word.hasPrefix) })
      else { continue }
      if case .choices(let points, _) = item.format, points.contains(where: declines) { continue }
      sink.warning(.noWayOut(item.name, word), at: text.span)
    }
  }

  private static func declines(_ point: InstrumentDraft.Point) -> Bool {
    let label = point.label?.value.wordings["en"]?.folded ?? ""
    return declining.contains(where: label.contains)
  }
}

extension Diagnostic.Message {
  fileprivate static func noWayOut(_ item: String, _ word: String) -> Self {
    Self(
      id: "no-way-out",
      "the item '\(item.clipped)' may touch on something private ('\(word.clipped)') and nobody can "
        + "decline; add 'prefer_not' under 'missing'")
  }
}
