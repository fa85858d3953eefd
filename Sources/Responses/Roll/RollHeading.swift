/// The columns of a roll, and the headings that school systems give them.
enum RollHeading: CaseIterable {
  case identifier, name, forename, surname, knownAs, preferredForename, preferredSurname
  case aliases
  case `class`, year, joined, left, status, optedOut

  /// The headings as `HeadingKey` spells them, the surest first.
  var keys: [String] {
    switch self {
    case .identifier:
      [
        "pupil", "pupil id", "upn", "unique pupil number", "globally unique student id",
        "admission no", "admission number", "adno", "adm no", "adm number", "arbor student id",
        "mis id", "student id", "pupil number", "id",
      ]
    case .name:
      ["name", "pupil name", "full name", "student name", "legal name", "legal full name"]
    case .forename:
      [
        "legal forename", "legal first name", "forename", "first name", "given name",
        "legal forename s",
      ]
    case .surname: ["legal surname", "legal last name", "surname", "last name", "family name"]
    case .knownAs: ["known as", "preferred name", "preferred full name", "chosen full name"]
    case .preferredForename:
      ["preferred forename", "preferred first name", "chosen name", "chosen forename"]
    case .preferredSurname: ["preferred surname", "preferred last name", "chosen surname"]
    case .aliases: ["aliases", "alias", "also known as", "other names"]
    case .class:
      [
        "class", "reg group", "registration group", "registration form", "reg", "tutor group",
        "form", "class name", "classes", "courses classes", "courses",
      ]
    case .year:
      [
        "year", "year group", "nc year", "year group name", "year taught in",
        "year group s this academic year", "nc year s for today",
      ]
    case .joined: ["joined", "date of joining", "admission date", "date of admission", "doa"]
    case .left: ["left", "date of leaving", "leaving date", "date left", "dol", "leaver"]
    case .status:
      [
        "enrolment status", "enrollment status", "registration status", "roll status",
        "pupil status", "student status",
      ]
    case .optedOut: ["opted out", "opt out", "optout"]
    }
  }

  /// Whether a heading is that of the national pupil number, which carries a check letter.
  static func isUPN(_ key: String) -> Bool {
    ["upn", "unique pupil number", "globally unique student id"].contains(key)
  }

  /// Whether the cells under a class heading are lists of all that a pupil attends.
  static func isCourseList(_ key: String) -> Bool {
    ["classes", "courses classes", "courses"].contains(key)
  }

  /// Whether a year heading says when it holds, so that a blank cell means a pupil who is gone.
  static func isDatedYear(_ key: String) -> Bool {
    ["year group s this academic year", "nc year s for today"].contains(key)
  }

  /// The one spelling of the headings of groups that school systems spell in several ways.
  static let groupTitles = [
    "sen status": "SEN Status", "eal": "EAL", "pupil premium": "Pupil Premium", "fsm": "FSM",
    "looked after": "Looked After", "gender": "Gender", "sex": "Sex", "house s": "House",
  ]

  /// Whether a heading is that of some column of a roll.
  static func isKnown(_ key: String) -> Bool { allCases.contains { $0.keys.contains(key) } }

  /// The first column under one of the headings, in the order of the headings.
  func column(in keys: [String]) -> Int? {
    for wanted in self.keys {
      if let column = keys.firstIndex(of: wanted) { return column }
    }
    return nil
  }
}
