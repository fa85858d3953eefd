import Responses

/// Google Forms, Microsoft Forms, SurveyMonkey, Typeform, SmartSurvey, Jisc, and plain tables.
extension DialectWriter {
  private static let grid = questions.rows.map { "\(questions.stem) [\($0)]" }
  private static let both = [questions.trusted, questions.comment]

  static let plain = DialectWriter(
    name: "plain", dialect: .plain,
    head: [
      ["year_group", "safe_class", "safe_playground", "worried_where", "trusted_people", "comment"]
    ]
  ) { record, _ in
    let worried = record.worried.sorted().map { MiniRecord.placeCodes[$0] }
    return [
      record.year.map { MiniRecord.yearCodes[$0] }, record.classroom.map(String.init),
      record.playground.map(String.init), worried.joined(separator: ";"), record.trusted,
      record.comment,
    ]
  }

  static let googleSheet = DialectWriter(
    name: "Google sheet", dialect: .googleForms,
    head: [["Timestamp", questions.year] + grid + [questions.worried] + both]
  ) { record, number in
    [
      "17/11/2025 \(clock(number))", record.yearLabel, record.classroomLabel,
      record.playgroundLabel, record.chosen.joined(separator: ", "), record.trusted, record.comment,
    ]
  }

  static let googleDownload = DialectWriter(
    name: "Google download", dialect: .googleForms, quotesAll: true,
    head: [["Timestamp", questions.year] + grid + [questions.worried] + both]
  ) { record, number in
    [
      "2025/11/17 \(clock(number)) AM GMT", record.yearLabel, record.classroomLabel,
      record.playgroundLabel, record.chosen.joined(separator: ";"), record.trusted, record.comment,
    ]
  }

  static let microsoft = DialectWriter(
    name: "Microsoft Forms", dialect: .microsoftForms, lineEnd: "\r\n", mark: "\u{FEFF}",
    head: [
      ["ID", "Start time", "Completion time", "Email", "Name", questions.year] + questions.rows
        + [questions.worried] + both
    ]
  ) { record, number in
    let time = "17/11/2025 \(clock(number, seconds: false))"
    return [
      "\(number)", time, time, "anonymous", "", record.yearLabel, record.classroomLabel,
      record.playgroundLabel, record.chosen.map { $0 + ";" }.joined(), record.trusted,
      record.comment,
    ]
  }

  private static let monkeyOwn = [
    "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address",
    "First Name", "Last Name", "Custom Data 1",
  ]

  private static func monkeyOwn(_ number: Int) -> [String?] {
    [
      "1184512\(number)", "422123456", "11/17/2025 08:00:00 AM",
      "11/17/2025 \(clock(number)) AM", "", "", "", "", "",
    ]
  }

  static let surveyMonkey = DialectWriter(
    name: "SurveyMonkey condensed", dialect: .surveyMonkey,
    head: [
      monkeyOwn + [questions.year, questions.stem, "", questions.worried, "", ""] + both,
      monkeyOwn.map { _ in "" } + ["Response"] + questions.rows + MiniRecord.places
        + ["Open-Ended Response", "Open-Ended Response"],
    ]
  ) { record, number in
    monkeyOwn(number) + [record.yearLabel, record.classroomLabel, record.playgroundLabel]
      + ticks(record, { MiniRecord.places[$0] }, no: "") + [record.trusted, record.comment]
  }

  static let surveyMonkeyExpanded = DialectWriter(
    name: "SurveyMonkey expanded", dialect: .surveyMonkey,
    head: [
      monkeyOwn + [questions.year, "", "", "", questions.stem, "", questions.worried, "", ""]
        + both,
      monkeyOwn.map { _ in "" } + MiniRecord.years + questions.rows + MiniRecord.places
        + ["Open-Ended Response", "Open-Ended Response"],
    ]
  ) { record, number in
    monkeyOwn(number) + (0..<4).map { record.year == $0 ? MiniRecord.years[$0] : "" }
      + [record.classroomLabel, record.playgroundLabel]
      + ticks(record, { MiniRecord.places[$0] }, no: "") + [record.trusted, record.comment]
  }

  static let typeform = DialectWriter(
    name: "Typeform", dialect: .typeform,
    head: [
      ["#", questions.year] + questions.rows + MiniRecord.places + both
        + [
          "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)",
          "Network ID", "Tags", "Ending",
        ]
    ],
    row: { record, number in
      ["token\(number)", record.yearLabel, record.classroomLabel, record.playgroundLabel]
        + ticks(record, { MiniRecord.places[$0] }, no: "") + [record.trusted, record.comment]
        + [
          "completed", "2025-11-17 08:00:00", "", "2025-11-17 \(clock(number))", "98eebf3737", "",
          "",
        ]
    }, text: masked)

  static let smartSurvey = DialectWriter(
    name: "SmartSurvey", dialect: .smartSurvey,
    head: [
      smartOwn + ["Q1. \(questions.year)", "Q2. \(questions.stem)", "", "Q3. \(questions.worried)"]
        + ["", "", "Q4. \(questions.trusted)", "Q5. \(questions.comment)"],
      smartOwn.map { _ in "" } + [""] + questions.rows + MiniRecord.places + ["", ""],
      Array(repeating: "", count: 16),
    ],
    row: { record, number in
      let dash = { (text: String) in text.isEmpty ? "-" : text }
      let time = "17/11/2025 \(clock(number))"
      return ["14567\(number)", "\(number)", "", "", "", "", "17/11/2025 08:00:00", time]
        + [record.yearLabel, record.classroomLabel, record.playgroundLabel].map(dash)
        + ticks(record, { MiniRecord.places[$0] }, no: "-")
        + [record.trusted, record.comment].map(dash)
    }, text: { $0.replacing("'", with: "@SQ@") })

  private static let smartOwn = [
    "UserID", "UserNo", "Name", "Email", "IP Address", "Unique ID", "Started", "Ended",
  ]

  static let jisc = DialectWriter(
    name: "Jisc", dialect: .jisc,
    head: [
      ["Unique Response Number", "1. \(questions.year)", "2.1. \(questions.rows[0])"]
        + ["2.2. \(questions.rows[1])", "3. \(questions.worried)", "4. \(questions.trusted)"]
        + ["5. \(questions.comment)"]
    ]
  ) { record, number in
    [
      "123456-123455-\(number)", record.yearLabel, record.classroomLabel, record.playgroundLabel,
      record.chosen.joined(separator: ", "), record.trusted, record.comment,
    ]
  }

  /// A text that a spreadsheet would run, behind an apostrophe.
  @Sendable static func masked(_ text: String) -> String {
    "=+-@".contains(text.first ?? " ") ? "'" + text : text
  }
}
