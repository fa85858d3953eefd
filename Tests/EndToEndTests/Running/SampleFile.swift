import Foundation
import Testing

/// A file of the sample school, and the run that reads it.
struct SampleFile: Sendable, CustomTestStringConvertible {
  let path: String
  /// The arguments; `@` stands for the file.
  let arguments: [String]
  /// A column that the run cannot do without.
  let required: String
  /// A column that takes certain answers only.
  let coded: String?

  var testDescription: String { path }

  func arguments(reading file: String) -> [String] { arguments.map { $0 == "@" ? file : $0 } }

  var table: CSVText { get throws { try CSVText(file: path) } }

  static let roll = SampleFile(
    path: "SampleData/roll.csv",
    arguments: [
      "analyse", "SampleData/trusted-peers.csv", "--instrument", "trusted-peers", "--roll", "@",
    ],
    required: "UPN", coded: nil)

  static let peers = SampleFile(
    path: "SampleData/trusted-peers.csv",
    arguments: ["analyse", "@", "--instrument", "trusted-peers", "--roll", "SampleData/roll.csv"],
    required: "pupil", coded: nil)

  static let surveys = [
    survey("staff-wellbeing", by: "role", "I trust the people I work with"),
    survey("pupil-safety", by: "year_group", "How often do you feel safe… [In the playground]"),
    survey("parent-partnership", by: "year_group", "welcome_in"),
  ]

  static let counts = [
    count("staff-counts", of: "staff-wellbeing", by: "role"),
    count("pupil-counts", of: "pupil-safety", by: "year_group"),
    count("family-counts", of: "parent-partnership", by: "year_group"),
  ]

  static let dialects = [
    dialect("google-download", "How safe do you feel? [In my classroom]"),
    dialect("google-sheet", "How safe do you feel? [In my classroom]"),
    dialect("microsoft", "In my classroom"),
    dialect("plain", "safe_class"),
  ]

  static let all = [roll, peers] + surveys + counts + dialects

  private static func survey(_ id: String, by: String, _ item: String) -> SampleFile {
    SampleFile(
      path: "SampleData/\(id).csv", arguments: ["analyse", "@", "--instrument", id, "--by", by],
      required: item, coded: item)
  }

  private static func count(_ name: String, of survey: String, by: String) -> SampleFile {
    SampleFile(
      path: "SampleData/\(name).csv",
      arguments: [
        "analyse", "SampleData/\(survey).csv", "--instrument", survey, "--by", by, "--population",
        "@",
      ],
      required: "count", coded: "count")
  }

  private static func dialect(_ name: String, _ item: String) -> SampleFile {
    SampleFile(
      path: "SampleData/dialects/\(name).csv",
      arguments: [
        "analyse", "@", "--instrument", "SampleData/dialects/mini-safety.yaml", "--by",
        "year_group",
      ],
      required: item, coded: item)
  }
}
