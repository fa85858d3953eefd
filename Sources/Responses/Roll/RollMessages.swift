import Diagnostics

extension Diagnostic.Message {
  static let rollWithoutIDs = Self(
    id: "roll-without-ids",
    "no column holds the pupils' ids; the first line must hold the headings, and one of them be "
      + "'pupil', 'UPN' or 'Admission No'")

  static func blankPupilID(_ record: Int) -> Self {
    Self(
      id: "roll-blank-id",
      "row \(record) has no id; give the pupil one, or head a column in which all have one 'pupil', "
        + "or remove the row")
  }

  static func samePupilID(_ id: String, line: Int) -> Self {
    Self(
      id: "roll-same-id",
      "the id '\(id.clipped)' stands on line \(line) as well; each pupil needs one of their own")
  }

  static func wrongCheckLetter(_ id: String) -> Self {
    Self(
      id: "roll-check-letter",
      "the check letter of '\(id.clipped)' does not fit its digits; look for a typing error")
  }

  static func spoiltPupilID(_ id: String) -> Self {
    Self(
      id: "roll-spoilt-id",
      "'\(id.clipped)' is a number that a spreadsheet has shortened; export the roll again and do "
        + "not save it from a spreadsheet")
  }

  static func lineOfReport(_ record: Int) -> Self {
    Self(
      id: "roll-line-of-report",
      "row \(record) has words in its first cells and nothing else; delete it if it is a line of "
        + "the report rather than a pupil")
  }

  static func twoPupilIDs(_ place: String, line: Int) -> Self {
    Self(
      id: "roll-two-ids",
      "\(place): line \(line) has the same number under another id; a pupil who stands twice is "
        + "counted twice, so remove one row or correct the number")
  }

  static func zerosApart(_ id: String, line: Int) -> Self {
    Self(
      id: "roll-zeros-apart",
      "the id '\(id.clipped)' differs from the one on line \(line) by zeros in front only; look "
        + "whether a spreadsheet dropped them")
  }

  static func doubtfulName(_ shown: String) -> Self {
    Self(
      id: "roll-name-doubtful",
      "the name '\(shown.clipped)' has characters that cannot be seen or letters of two alphabets; "
        + "type it again where the roll comes from. Until then a person decides who is meant")
  }

  static func unknownStatus(_ word: String, _ count: Int) -> Self {
    Self(
      id: "roll-status-unknown",
      "'\(word.clipped)' (\(count == 1 ? "1 pupil" : "\(count) pupils")) is no status that is known; "
        + "they count as on roll, so remove the rows of those who are not")
  }

  static func unclearGroup(_ heading: String, _ count: Int) -> Self {
    Self(
      id: "roll-group-unclear",
      "'\(heading.clipped)' names several groups or none that is certain for "
        + "\(count == 1 ? "1 pupil" : "\(count) pupils"), who are left without; export the "
        + "registration group")
  }
}
