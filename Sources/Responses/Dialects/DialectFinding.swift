/// Which tool wrote a file, and what shows it.
struct DialectFinding: Equatable {
  /// The points from which on a tool is taken as certain.
  static let threshold = 5
  /// The points below which nothing is said of a tool.
  static let least = 3

  let dialect: Dialect
  /// How much speaks for it; 0 for a plain file.
  let score: Int
  /// The marks that were found, as they stand in the file.
  let marks: [String]

  /// Something that a tool's exports have.
  private struct Mark: Sendable {
    let dialect: Dialect
    let points: Int
    let words: String
    let isFound: @Sendable (Head) -> Bool
  }

  /// The first records of a file.
  struct Head: Sendable {
    let rows: [[String]]
    let raw: Set<String>
    let keys: Set<String>

    init(rows: [[String]]) {
      self.rows = rows
      let first = rows.first ?? []
      raw = Set(first.map(\.trimmingBlanks))
      keys = Set(first.map(HeadingKey.of))
    }

    func row(_ index: Int) -> [String] { rows.indices.contains(index) ? rows[index] : [] }
  }

  /// What speaks for each tool, the strongest first; empty for a plain file.
  static func all(in rows: [[String]]) -> [DialectFinding] {
    let head = Head(rows: rows)
    var found: [Dialect: [Mark]] = [:]
    for mark in marks where mark.isFound(head) { found[mark.dialect, default: []].append(mark) }
    return found.map { dialect, marks in
      DialectFinding(
        dialect: dialect, score: marks.reduce(0) { $0 + $1.points }, marks: marks.map(\.words))
    }.sorted { ($1.score, $0.dialect.rawValue) < ($0.score, $1.dialect.rawValue) }
  }

  private static func heading(
    _ dialect: Dialect, _ points: Int, _ heading: String
  ) -> Mark {
    Mark(dialect: dialect, points: points, words: "the column '\(heading)'") {
      $0.raw.contains(heading)
    }
  }

  /// A heading in whatever case and punctuation.
  private static func key(_ dialect: Dialect, _ points: Int, _ heading: String) -> Mark {
    let key = HeadingKey.of(heading)
    return Mark(dialect: dialect, points: points, words: "the column '\(heading)'") {
      $0.keys.contains(key)
    }
  }

  private static func suffix(_ dialect: Dialect, _ points: Int, _ suffix: String) -> Mark {
    Mark(dialect: dialect, points: points, words: "a column that ends in '\(suffix)'") {
      $0.raw.contains { $0.hasSuffix(suffix) }
    }
  }

  private static func cell(_ dialect: Dialect, _ points: Int, row: Int, _ text: String) -> Mark {
    Mark(dialect: dialect, points: points, words: "'\(text)' in line \(row + 1)") {
      $0.row(row).contains { $0.contains(text) }
    }
  }

  private static let marks: [Mark] =
    [
      key(.googleForms, 5, "Timestamp"),
      key(.microsoftForms, 1, "ID"), key(.microsoftForms, 2, "Start time"),
      key(.microsoftForms, 3, "Completion time"),
      key(.surveyMonkey, 3, "Respondent ID"), key(.surveyMonkey, 2, "Collector ID"),
      heading(.surveyMonkey, 3, "RespondentID"), cell(.surveyMonkey, 2, row: 1, "Response"),
      cell(.surveyMonkey, 1, row: 1, "Open-Ended Response"),
      cell(.qualtrics, 8, row: 2, "ImportId"), heading(.qualtrics, 2, "ResponseId"),
      heading(.qualtrics, 1, "RecordedDate"), heading(.qualtrics, 1, "DistributionChannel"),
      cell(.qualtrics, 4, row: 1, "ResponseSet"), heading(.qualtrics, 2, "V10"),
      heading(.limeSurvey, 2, "submitdate"), heading(.limeSurvey, 2, "lastpage"),
      heading(.limeSurvey, 2, "startlanguage"), key(.limeSurvey, 2, "Date submitted"),
      key(.limeSurvey, 2, "Last page"), key(.limeSurvey, 2, "Start language"),
      heading(.kobo, 3, "_uuid"), heading(.kobo, 3, "_submission_time"),
      heading(.kobo, 1, "_index"),
      heading(.odk, 3, "SubmissionDate"), heading(.odk, 3, "KEY"),
      heading(.odk, 1, "meta-instanceID"), heading(.odk, 1, "FormVersion"),
      heading(.redcap, 3, "record_id"), suffix(.redcap, 3, "_complete"),
      heading(.redcap, 2, "redcap_survey_identifier"), suffix(.redcap, 1, "_timestamp"),
      heading(.typeform, 1, "#"), heading(.typeform, 3, "Network ID"),
      heading(.typeform, 2, "Submit Date (UTC)"), heading(.typeform, 1, "Response Type"),
      heading(.smartSurvey, 3, "UserID"), heading(.smartSurvey, 3, "UserNo"),
      heading(.smartSurvey, 1, "Unique ID"), key(.jisc, 5, "Unique Response Number"),
    ]
}
