/// The columns of a roll, and the headings that school systems give them.
enum RollHeading: CaseIterable {
  case identifier, name, forename, surname, knownAs, preferredForename, preferredSurname
  case aliases
  case `class`, year, joined, left, optedOut

  /// The headings as `HeadingKey` spells them, the surest first.
  var keys: [String] {
    switch self {
    case .identifier:
      [
        "pupil", "pupil id", "upn", "unique pupil number", "globally unique student id",
        "admission no", "admission number", "adno", "adm no", "adm number", "arbor student id",
        "mis id", "student id",
        "pupil number", "id",
      ]
    case .name: ["name", "pupil name", "full name", "student name", "legal name"]
    case .forename: ["legal forename", "forename", "legal first name", "first name", "given name"]
    case .surname: ["legal surname", "surname", "legal last name", "last name", "family name"]
    case .knownAs: ["known as", "preferred name", "preferred full name"]
    case .preferredForename: ["preferred forename", "preferred first name", "chosen name"]
    case .preferredSurname: ["preferred surname", "preferred last name"]
    case .aliases: ["aliases", "alias", "also known as", "other names"]
    case .class:
      [
        "class", "reg group", "registration group", "registration form", "reg", "tutor group",
        "form", "class name",
      ]
    case .year:
      [
        "year", "year group", "nc year", "year group name", "year taught in",
        "year group s this academic year", "nc year s for today",
      ]
    case .joined: ["joined", "date of joining", "admission date", "date of admission", "doa"]
    case .left: ["left", "date of leaving", "leaving date", "date left", "dol"]
    case .optedOut: ["opted out", "opt out", "optout"]
    }
  }

  /// Whether a heading is that of the national pupil number, which carries a check letter.
  static func isUPN(_ key: String) -> Bool {
    ["upn", "unique pupil number", "globally unique student id"].contains(key)
  }

  /// The first column under one of the headings, in the order of the headings.
  func column(in keys: [String]) -> Int? {
    for wanted in self.keys {
      if let column = keys.firstIndex(of: wanted) { return column }
    }
    return nil
  }
}
