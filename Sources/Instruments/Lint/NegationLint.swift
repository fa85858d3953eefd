import Diagnostics

/// Items with a denial, which is easily read over, and hard to answer with "never".
enum NegationLint {
  private static let denials: Set<String> = [
    "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without",
    "cannot",
  ]

  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    for (item, text, _) in draft.englishItems where item.scale != nil {
      let denial = ReadingAge.words(of: text.value).first {
        denials.contains($0) || $0.hasSuffix("n't")
      }
      if let denial { sink.warning(.negated(item.name, denial), at: text.span) }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func negated(_ item: String, _ denial: String) -> Self {
    Self(
      id: "negated",
      "the item '\(item.clipped)' denies something ('\(denial.clipped)'); say it the other way "
        + "round, and turn it with 'reverse' if need be")
  }
}
