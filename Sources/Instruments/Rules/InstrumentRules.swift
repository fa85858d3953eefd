import Diagnostics

/// What must hold in an instrument beyond the shape of its file, and what is worth a warning.
enum InstrumentRules {
  typealias Rule = @Sendable (InstrumentDraft, inout DiagnosticSink) -> Void

  /// The rules that need nothing but the file, in the order in which they are checked.
  static let all: [Rule] = [
    UniqueIDRule.check, ScaleRule.check, DistinctAnswersRule.check, MissingAnswersRule.check,
    ScoreRule.check, PrivacyRule.check, HeadingRule.check, ReverseRule.check, UnusedPartRule.check,
    TranslationRule.check, PracticeRule.check, ScoreSourceRule.check, LabelCodeRule.check,
    BandRule.check, KeyTextRule.check, OutcomeRule.check, VectorShapeRule.check,
    RecordItemRule.check, ImportanceRule.check,
  ]
}
