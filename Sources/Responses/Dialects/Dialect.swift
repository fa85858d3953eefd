/// The survey tool that wrote an export, as far as its columns show it.
public enum Dialect: String, Sendable, CaseIterable {
  /// A heading line and one row for each response.
  case plain
  /// Google Forms, through its linked sheet or downloaded.
  case googleForms = "google-forms"
  /// Microsoft Forms, as a workbook or re-saved from Excel as CSV.
  case microsoftForms = "microsoft-forms"
  /// SurveyMonkey, all individual responses, with two heading lines.
  case surveyMonkey = "surveymonkey"
  /// Qualtrics, with three heading lines, or two in old exports.
  case qualtrics
  /// LimeSurvey.
  case limeSurvey = "limesurvey"
  /// KoboToolbox.
  case kobo
  /// ODK Central.
  case odk
  /// REDCap, raw or with labels.
  case redcap
  /// Typeform.
  case typeform
  /// SmartSurvey, raw, with up to three heading lines.
  case smartSurvey = "smartsurvey"
  /// Jisc Online Surveys.
  case jisc

  /// The name for a reader.
  public var title: String {
    switch self {
    case .plain: "plain CSV"
    case .googleForms: "Google Forms"
    case .microsoftForms: "Microsoft Forms"
    case .surveyMonkey: "SurveyMonkey"
    case .qualtrics: "Qualtrics"
    case .limeSurvey: "LimeSurvey"
    case .kobo: "KoboToolbox"
    case .odk: "ODK Central"
    case .redcap: "REDCap"
    case .typeform: "Typeform"
    case .smartSurvey: "SmartSurvey"
    case .jisc: "Jisc Online Surveys"
    }
  }

  /// What the tool adds to the answers, and how.
  var traits: DialectTraits { DialectTraits.of(self) }
}
