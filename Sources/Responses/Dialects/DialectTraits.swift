import Instruments

/// What a survey tool adds to the answers: columns of its own, and marks in cells.
struct DialectTraits: Sendable {
  /// The heading keys of the columns that the tool itself adds.
  var ownColumns: Set<String> = []
  /// The heading keys under which the tool's own id of a response stands, the best first.
  var identifiers: [String] = []
  /// The heading keys of what people were given to answer with, once each; blank where they had none.
  var tokens: [String] = []
  /// The heading keys of the time at which a response was handed in, the best first.
  var timeStamps: [String] = []
  /// The day that stands where the tool keeps no time.
  var blankDay: CalendarDay?
  /// The tool's marks for rows that are no data.
  var screens: [RowScreen.Rule] = []
  /// A cell that means that nothing was answered, beside the blank one.
  var blankMark: String?
  /// Whether an answer that begins with `=`, `+`, `-` or `@` stands behind an apostrophe.
  var masksFormulas = false
  /// What the tool writes for an apostrophe.
  var apostrophe: String?
  /// Whether columns of single choices tell more than the one that sums them up.
  var prefersChoiceColumns = false
  /// Whether the columns of choices are headed by the choice alone.
  var headsChoicesAlone = false
  /// Whether choices are not ticked rather than unanswered where all of them say no.
  ///
  /// ODK and REDCap write 0 for questions that nobody was asked, SmartSurvey `-` for both.
  var tellsUntickedFromUnasked = true
  /// Columns that begin with one of these are the tool's own.
  var ownPrefixes: [String] = []
  /// Columns that end with one of these are the tool's own.
  var ownSuffixes: [String] = []

  func isOwn(_ key: String) -> Bool {
    ownColumns.contains(key) || ownPrefixes.contains(where: key.hasPrefix)
      || ownSuffixes.contains(where: key.hasSuffix)
  }

  static func of(_ dialect: Dialect) -> DialectTraits {
    switch dialect {
    case .plain: DialectTraits()
    case .googleForms: google
    case .microsoftForms: microsoft
    case .surveyMonkey: surveyMonkey
    case .qualtrics: qualtrics
    case .limeSurvey: limeSurvey
    case .kobo: kobo
    case .odk: odk
    case .redcap: redcap
    case .typeform: typeform
    case .smartSurvey: smartSurvey
    case .jisc: jisc
    }
  }

  private static let google = DialectTraits(
    ownColumns: ["timestamp", "email address", "username", "score"], timeStamps: ["timestamp"])

  private static let microsoft = DialectTraits(
    ownColumns: [
      "id", "start time", "completion time", "email", "name", "last modified time", "language",
      "total points", "quiz feedback",
    ], identifiers: ["id"], timeStamps: ["completion time"])

  private static let surveyMonkey = DialectTraits(
    ownColumns: [
      "respondent id", "respondentid", "collector id", "start date", "end date", "ip address",
      "email address", "first name", "last name", "custom data 1",
    ], identifiers: ["respondent id", "respondentid"], timeStamps: ["end date"])

  private static let qualtrics = DialectTraits(
    ownColumns: [
      "startdate", "enddate", "status", "ipaddress", "progress", "duration in seconds", "finished",
      "recordeddate", "responseid", "recipientlastname", "recipientfirstname", "recipientemail",
      "externalreference", "externaldatareference", "locationlatitude", "locationlongitude",
      "distributionchannel", "userlanguage", "locationaccuracy", "q recaptchascore", "v1", "v2",
      "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10",
    ], identifiers: ["responseid", "v1"], timeStamps: ["recordeddate", "enddate", "v9"],
    screens: [
      RowScreen.Rule(
        ["status", "v7"], isOneOf: ["1", "2", "8", "survey preview", "survey test", "spam"],
        .preview),
      RowScreen.Rule(["finished", "v10"], isOneOf: ["0", "false"], .unfinished),
    ])

  private static let limeSurvey = DialectTraits(
    ownColumns: [
      "id", "response id", "submitdate", "date submitted", "lastpage", "last page",
      "startlanguage", "start language", "seed", "startdate", "date started", "datestamp",
      "date last action", "ipaddr", "ip address", "refurl", "referrer url", "token",
      "interviewtime", "total time",
    ], identifiers: ["id", "response id"], tokens: ["token"],
    timeStamps: ["submitdate", "date submitted", "datestamp"],
    blankDay: CalendarDay(year: 1980, month: 1, day: 1),
    screens: [RowScreen.Rule(["submitdate", "date submitted"], isOneOf: [""], .unfinished)],
    masksFormulas: true)

  private static let kobo = DialectTraits(
    ownColumns: [
      "start", "end", "today", "id", "uuid", "submission time", "validation status", "notes",
      "status", "submitted by", "version", "tags", "meta rootuuid", "meta instanceid", "index",
      "deviceid", "username", "phonenumber",
    ], identifiers: ["uuid"], timeStamps: ["submission time"], prefersChoiceColumns: true)

  private static let odk = DialectTraits(
    ownColumns: [
      "submissiondate", "start", "end", "today", "meta instanceid", "meta instancename", "key",
      "submitterid", "submittername", "attachmentspresent", "attachmentsexpected", "status",
      "reviewstate", "deviceid", "edits", "formversion",
    ], identifiers: ["key"], timeStamps: ["submissiondate"], tellsUntickedFromUnasked: false)

  private static let redcap = DialectTraits(
    ownColumns: ["record id", "recordid"], identifiers: ["record id"],
    screens: [RowScreen.Rule([" timestamp"], isOneOf: ["[not completed]"], .unfinished)],
    tellsUntickedFromUnasked: false, ownPrefixes: ["redcap "],
    ownSuffixes: [" timestamp", " complete"])

  private static let typeform = DialectTraits(
    ownColumns: [
      "response type", "start date utc", "stage date utc", "submit date utc", "network id", "tags",
      "ending", "score", "winning outcome ids",
    ], identifiers: ["#"], timeStamps: ["submit date utc"],
    screens: [RowScreen.Rule(["response type"], isOneOf: ["partial"], .unfinished)],
    masksFormulas: true, headsChoicesAlone: true)

  private static let smartSurvey = DialectTraits(
    ownColumns: [
      "userid", "userno", "name", "email", "ip address", "unique id", "started", "ended",
      "tracking link", "language",
    ], identifiers: ["userid"], timeStamps: ["ended"],
    screens: [RowScreen.Rule(["ended"], isOneOf: [""], .unfinished)], blankMark: "-",
    apostrophe: "@SQ@", tellsUntickedFromUnasked: false)

  private static let jisc = DialectTraits(
    ownColumns: ["unique response number", "completion date", "date submitted"],
    identifiers: ["unique response number"], timeStamps: ["completion date", "date submitted"])
}
