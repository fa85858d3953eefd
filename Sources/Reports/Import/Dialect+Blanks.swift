import Responses

extension Dialect {
  /// What a blank of this tool cannot tell, as a sentence; `nil` where nothing is known of the tool.
  var blanks: String? {
    switch self {
    case .plain: nil
    case .odk, .redcap, .smartSurvey:
      "\(title) does not tell choices that were not ticked from questions that were not asked: where "
        + "none is ticked, nobody answered."
    case .googleForms, .microsoftForms, .surveyMonkey, .qualtrics, .limeSurvey, .kobo, .typeform,
      .jisc:
      "A blank of \(title) may be a question that was left out or one that was not shown: both count "
        + "as no answer."
    }
  }
}
