import Instruments

/// What a roll says of whether a pupil is there.
enum EnrolmentStatus {
  case present, left, notYet

  private static let words: [String: EnrolmentStatus] = {
    var words: [String: EnrolmentStatus] = [:]
    for word in [
      "", "active", "current", "currently enrolled", "on roll", "enrolled", "registered",
      "single registration", "main", "main dual registration", "dual registration", "subsidiary",
      "c", "m", "s", "yes", "y",
    ] { words[word] = .present }
    for word in [
      "left", "leaver", "former", "former pupil", "former student", "off roll", "inactive",
      "alumni", "alumnus", "withdrawn", "transferred",
    ] { words[word] = .left }
    for word in [
      "applicant", "application", "accepted", "offered", "future", "pre admission",
      "pre-admission", "prospective", "not yet on roll",
    ] { words[word] = .notYet }
    return words
  }()

  /// Reads a cell; `nil` for a word that is not known.
  init?(_ cell: String) {
    guard let status = Self.words[cell.matchingKey] else { return nil }
    self = status
  }
}
