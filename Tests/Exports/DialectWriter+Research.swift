import Responses

/// Qualtrics, LimeSurvey, KoboToolbox, ODK Central, REDCap.
extension DialectWriter {
  private static let qualtricsOwn = [
    ("StartDate", "Start Date", "startDate"), ("EndDate", "End Date", "endDate"),
    ("Status", "Response Type", "status"), ("IPAddress", "IP Address", "ipAddress"),
    ("Progress", "Progress", "progress"), ("Finished", "Finished", "finished"),
    ("RecordedDate", "Recorded Date", "recordedDate"),
    ("ResponseId", "Response ID", "_recordId"),
    ("DistributionChannel", "Distribution Channel", "distributionChannel"),
    ("UserLanguage", "User Language", "userLanguage"),
  ]

  private static func qualtricsOwn(_ number: Int) -> [String?] {
    let time = "2025-11-17 \(clock(number))"
    return [
      "2025-11-17 08:00:00", time, "IP Address", "", "100", "True", time, "R_\(number)x",
      "anonymous", "EN",
    ]
  }

  private static func qualtricsHead(_ own: [(String, String, String)]) -> [[String]] {
    let all = qualtricsOwn + own
    return [
      all.map(\.0), all.map(\.1), all.map { "{\"ImportId\":\"\($0.2)\"}" },
    ]
  }

  private static let qualtricsItems = [
    ("Q1", questions.year, "QID1"),
    ("Q2_1", "\(questions.stem) - \(questions.rows[0])", "QID2_1"),
    ("Q2_2", "\(questions.stem) - \(questions.rows[1])", "QID2_2"),
  ]
  private static let qualtricsTexts = [
    ("Q4", questions.trusted, "QID4_TEXT"), ("Q5", questions.comment, "QID5_TEXT"),
  ]

  static let qualtrics = DialectWriter(
    name: "Qualtrics", dialect: .qualtrics,
    head: qualtricsHead(qualtricsItems + [("Q3", questions.worried, "QID3")] + qualtricsTexts)
  ) { record, number in
    qualtricsOwn(number) + [record.yearLabel, record.classroomLabel, record.playgroundLabel]
      + [record.chosen.joined(separator: ","), record.trusted, record.comment]
  }

  static let qualtricsSplit = DialectWriter(
    name: "Qualtrics, choices split", dialect: .qualtrics,
    head: qualtricsHead(
      qualtricsItems
        + (0..<3).map {
          (
            "Q3_\($0 + 1)", "\(questions.worried) - Selected Choice - \(MiniRecord.places[$0])",
            "QID3_\($0 + 1)"
          )
        } + qualtricsTexts)
  ) { record, number in
    qualtricsOwn(number) + [record.yearLabel, record.classroomLabel, record.playgroundLabel]
      + ticks(record, { MiniRecord.places[$0] }, no: "") + [record.trusted, record.comment]
  }

  static let qualtricsLegacy = DialectWriter(
    name: "Qualtrics, legacy", dialect: .qualtrics, mark: "\u{FEFF}",
    head: [
      (1...10).map { "V\($0)" } + ["Q1", "Q2_1", "Q2_2", "Q3_1", "Q3_2", "Q3_3", "Q4", "Q5", ""],
      [
        "ResponseID", "ResponseSet", "Name", "ExternalDataReference", "EmailAddress", "IPAddress",
        "Status", "StartDate", "EndDate", "Finished", questions.year,
      ] + questions.rows.map { "\(questions.stem)-\($0)" }
        + MiniRecord.places.map { "\(questions.worried)-\($0)" } + [questions.trusted]
        + [questions.comment, ""],
    ]
  ) { record, number in
    let time = "2025-11-17 \(clock(number))"
    return ["R_\(number)", "Default Response Set", "", "", "", "", "0", time, time, "1"]
      + [record.yearLabel, record.classroom.map(String.init), record.playground.map(String.init)]
      + ticks(record, { _ in "1" }, no: "") + [record.trusted, record.comment, ""]
  }

  private static func limeOwn(_ number: Int) -> [String?] {
    ["\(number)", "2025-11-17 \(clock(number))", "3", "en", "1478113355"]
  }

  static let limeSurvey = DialectWriter(
    name: "LimeSurvey, codes", dialect: .limeSurvey, lineEnd: "\r\n", quotesAll: true,
    mark: "\u{FEFF}",
    head: [
      ["id", "submitdate", "lastpage", "startlanguage", "seed", "year", "safe[SQ001]"]
        + ["safe[SQ002]", "worry[SQ001]", "worry[SQ002]", "worry[SQ003]", "trust", "comment"]
    ],
    row: { record, number in
      limeOwn(number)
        + [
          record.year.map { "A\($0 + 1)" } ?? "", record.classroom.map(String.init) ?? "",
          record.playground.map(String.init) ?? "",
        ] + ticks(record, { _ in "Y" }, no: "") + [record.trusted, record.comment]
    },
    recipe: recipe(
      [
        ("year", "year_group", nil), ("safe[SQ001]", "safe_class", nil),
        ("safe[SQ002]", "safe_playground", nil), ("worry[SQ001]", "worried_where", "toilets"),
        ("worry[SQ002]", "worried_where", "corridors"),
        ("worry[SQ003]", "worried_where", "journey"), ("trust", "trusted_people", nil),
        ("comment", "comment", nil),
      ], years: (1...4).map { "A\($0)" }), text: masked)

  static let limeSurveyFull = DialectWriter(
    name: "LimeSurvey, full", dialect: .limeSurvey, delimiter: ";", lineEnd: "\r\n",
    quotesAll: true, mark: "\u{FEFF}",
    head: [
      ["Response ID", "Date submitted", "Last page", "Start language", "Seed", questions.year]
        + questions.rows.map { "\(questions.stem) [\($0)]" }
        + MiniRecord.places.map { "\(questions.worried) [\($0)]" }
        + [questions.trusted, questions.comment]
    ],
    row: { record, number in
      limeOwn(number) + [record.yearLabel, record.classroomLabel, record.playgroundLabel]
        + ticks(record, { _ in "Yes" }, no: record.worried.isEmpty ? "" : "No")
        + [record.trusted, record.comment]
    }, text: masked)

  private static let koboEnd = [
    "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by",
    "__version__", "_tags", "meta/rootUuid", "_index",
  ]

  static let kobo = DialectWriter(
    name: "KoboToolbox", dialect: .kobo, delimiter: ";", lineEnd: "\r\n", quotesAll: true,
    head: [koboHead, koboHead.map { $0 == questions.worried ? "#worry" : "" }],
    row: { record, number in
      let time = "2025-11-17T\(clock(number)).000+00:00"
      let cells: [String?] =
        [time, time, record.yearLabel, record.classroomLabel, record.playgroundLabel]
        + [record.chosen.joined(separator: " ")]
        + ticks(record, { _ in "1" }, no: record.worried.isEmpty ? "" : "0")
        + [record.trusted, record.comment]
      return cells + [
        "\(number)", "uuid-\(number)", "2025-11-17T\(clock(number))", "", "", "submitted_via_web",
        "", "vQ7x", "", "uuid:\(number)", "\(number)",
      ]
    })

  private static let koboHead =
    ["start", "end", "about/\(questions.year)"] + questions.rows.map { "safety/\($0)" }
    + [questions.worried] + MiniRecord.places.map { "\(questions.worried)/\($0)" }
    + [questions.trusted, questions.comment] + koboEnd

  static let odk = DialectWriter(
    name: "ODK Central", dialect: .odk,
    head: [
      ["SubmissionDate", "start", "end", "year_group", "safe-safe_class", "safe-safe_playground"]
        + ["worried_where"] + MiniRecord.placeCodes.map { "worried_where/\($0)" }
        + ["trusted_people", "comment", "meta-instanceID", "KEY", "SubmitterID", "SubmitterName"]
        + ["AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID"]
        + ["Edits", "FormVersion"]
    ],
    row: { record, number in
      let time = "2025-11-17T\(clock(number)).512Z"
      let worried = record.worried.sorted().map { MiniRecord.placeCodes[$0] }
      return [time, time, time, record.year.map { MiniRecord.yearCodes[$0] }]
        + [record.classroom.map(String.init), record.playground.map(String.init)]
        + [worried.joined(separator: " ")] + ticks(record, { _ in "1" }, no: "0")
        + [record.trusted, record.comment, "uuid:\(number)", "uuid:\(number)", "", "", "0", "0"]
        + ["", "", "", "0", "2025111701"]
    })

  static let redcap = DialectWriter(
    name: "REDCap", dialect: .redcap,
    head: [
      ["record_id", "redcap_survey_identifier", "pupil_safety_timestamp", "year", "safe_class"]
        + ["safe_playground", "worry___1", "worry___2", "worry___3", "trusted_people", "comment"]
        + ["pupil_safety_complete"]
    ],
    row: { record, number in
      ["\(number)", "", "2025-11-17 \(clock(number))", record.year.map { "\($0 + 3)" }]
        + [record.classroom.map(String.init), record.playground.map(String.init)]
        + ticks(record, { _ in "1" }, no: "0") + [record.trusted, record.comment, "2"]
    },
    recipe: recipe(
      [
        ("year", "year_group", nil), ("worry___1", "worried_where", "toilets"),
        ("worry___2", "worried_where", "corridors"), ("worry___3", "worried_where", "journey"),
      ], years: (3...6).map(String.init)))

  private static func recipe(
    _ columns: [(String, String, String?)], years: [String]
  ) -> ImportRecipe {
    ImportRecipe(
      dialect: nil,
      columns: columns.map { ImportRecipe.Column(heading: $0.0, item: $0.1, choice: $0.2) },
      values: zip(years, MiniRecord.yearCodes).map {
        ImportRecipe.Value(item: "year_group", value: $0, code: $1)
      })
  }

  static let all = [
    plain, googleSheet, googleDownload, microsoft, surveyMonkey, surveyMonkeyExpanded, typeform,
    smartSurvey, jisc, qualtrics, qualtricsSplit, qualtricsLegacy, limeSurvey, limeSurveyFull, kobo,
    odk, redcap,
  ]
}
