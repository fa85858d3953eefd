import Diagnostics

/// A language that some texts of an instrument have is worth having in all of them.
enum TranslationRule {
  /// Texts of one kind, for which languages are counted together.
  private struct Group {
    /// Singular and plural, for messages.
    var nouns: (one: String, many: String)
    var texts: [(name: String, text: Located<LocalizedText>)]
  }

  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    let groups = groups(of: draft)
    let texts = groups.flatMap(\.texts).map(\.text.value)
    let languages = Set(texts.flatMap(\.wordings.keys)).sorted()
    for language in languages {
      for group in groups { check(group, language, into: &sink) }
    }
  }

  private static func check(_ group: Group, _ language: String, into sink: inout DiagnosticSink) {
    let lacking = group.texts.filter { $0.text.value.wordings[language] == nil }
    let having = group.texts.count - lacking.count
    if having == 0, let first = lacking.first {
      sink.warning(.noneTranslated(group.nouns.many, language), at: first.text.span)
      return
    }
    for (name, text) in lacking {
      let count = "\(having) of \(group.texts.count) \(group.nouns.many) do"
      sink.warning(.untranslated(name, language, count), at: text.span)
    }
  }

  private static func groups(of draft: InstrumentDraft) -> [Group] {
    let titles = [("the title", draft.title)] + draft.scores.map { ("the score", $0.title) }
    let stems = draft.sections.map { ($0.id?.value ?? "section", $0.stem) }
    let items = draft.items.map { ($0.name, $0.text) }
    var points = draft.scales.flatMap(\.points) + draft.missing.map(\.point)
    for item in draft.items {
      if case .choices(let choices, _) = item.format { points += choices }
    }
    let labels = points.map { ($0.code?.value ?? "a point", $0.label) }
    return [
      group("title", "titles", titles), group("stem", "stems", stems),
      group("item", "items", items), group("label", "labels", labels),
    ]
  }

  private static func group(
    _ one: String, _ many: String, _ texts: [(String, Located<LocalizedText>?)]
  ) -> Group {
    Group(
      nouns: (one, many),
      texts: texts.compactMap { name, text in text.map { (name: name, text: $0) } })
  }
}

extension Diagnostic.Message {
  fileprivate static func untranslated(_ name: String, _ language: String, _ count: String)
    -> Self
  {
    let language = LanguageCode.described(language)
    return Self(
      id: "untranslated", "'\(name.clipped)' has no \(language) text; \(count), so add it")
  }

  fileprivate static func noneTranslated(_ nouns: String, _ language: String) -> Self {
    Self(
      id: "untranslated",
      "none of the \(nouns) has a \(LanguageCode.described(language)) text; add them as elsewhere")
  }
}
