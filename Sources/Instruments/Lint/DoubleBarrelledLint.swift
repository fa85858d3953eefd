import Diagnostics

/// Items that ask two things at once, so that nobody knows which of them an answer is about.
enum DoubleBarrelledLint {
  private static let joints: Set<String> = ["and", "or"]
  /// Phrases in which the word joins no two questions.
  private static let phrases = [
    "to and from", "now and then", "and so on", "more or less", "whether or not",
  ]

  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    for (item, text, _) in draft.englishItems where item.scale != nil {
      var plain = text.value.folded
      for phrase in phrases { plain = plain.replacing(phrase, with: " ") }
      let words = ReadingAge.words(of: plain)
      if let joint = words.first(where: joints.contains) {
        sink.warning(.twoQuestions(item.name, joint), at: text.span)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func twoQuestions(_ item: String, _ joint: String) -> Self {
    Self(
      id: "double-barrelled",
      "the item '\(item.clipped)' may ask two things at once ('\(joint)'); ask one of them, or make "
        + "two items")
  }
}
