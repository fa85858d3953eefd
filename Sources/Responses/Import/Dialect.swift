/// The survey tool that wrote an export, as far as its columns show it.
public enum Dialect: String, Sendable, CaseIterable {
  /// A heading line and one row for each response.
  case plain
  /// Google Forms, through its linked sheet or downloaded.
  case googleForms = "google-forms"
  /// Microsoft Forms: its workbook, or the same re-saved from Excel as CSV.
  case microsoftForms = "microsoft-forms"

  /// The name for a reader.
  public var title: String {
    switch self {
    case .plain: "plain CSV"
    case .googleForms: "Google Forms"
    case .microsoftForms: "Microsoft Forms"
    }
  }

  /// The columns that the tool itself adds, as heading keys.
  var ownColumns: Set<String> {
    switch self {
    case .plain: []
    case .googleForms: ["timestamp", "email address", "username", "score"]
    case .microsoftForms:
      [
        "id", "start time", "completion time", "email", "name", "last modified time", "language",
        "total points", "quiz feedback",
      ]
    }
  }

  /// The heading key of the tool's own id of a response.
  var identifier: String? { self == .microsoftForms ? "id" : nil }

  /// The heading key of the time at which a response was handed in.
  var timeStamp: String? {
    switch self {
    case .plain: nil
    case .googleForms: "timestamp"
    case .microsoftForms: "completion time"
    }
  }

  /// The dialect whose signature the headings carry; plain where none does.
  static func detected(in headingKeys: [String]) -> Dialect {
    let signature = ["id", "start time", "completion time"]
    if Set(signature).isSubset(of: headingKeys) { return .microsoftForms }
    return headingKeys.contains("timestamp") ? .googleForms : .plain
  }
}
