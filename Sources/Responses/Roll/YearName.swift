import Instruments

/// A year group in the one spelling that reports have, whatever the school system writes.
enum YearName {
  private static let reception: Set<String> = ["r", "reception", "rec", "0r"]
  /// What may stand before the number of a year.
  private static let leads = [
    "national curriculum year", "nc year", "year group", "year", "yr", "y",
  ]
  private static let years = 1...14

  /// The year group that a text means, or `nil`.
  ///
  /// `Year 8` for "8", "Y8" and "Yr 8"; else `Reception`, `Nursery`, `N1` or `N2`.
  static func of(_ text: String) -> String? {
    let key = text.matchingKey
    if let year = bare(key) { return year }
    for lead in leads where key.hasPrefix(lead) {
      if let year = bare(key.dropFirst(lead.count).description.trimmingBlanks) { return year }
    }
    return nil
  }

  private static func bare(_ key: String) -> String? {
    if reception.contains(key) { return "Reception" }
    if key == "nursery" { return "Nursery" }
    for lead in ["nursery ", "n"] where key.hasPrefix(lead) {
      let number = key.dropFirst(lead.count)
      if number == "1" || number == "2" { return "N\(number)" }
    }
    guard (1...2).contains(key.utf8.count), key.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(key), years.contains(number)
    else { return nil }
    return "Year \(number)"
  }

  /// The year of a cell that may list several; `nil` where these differ.
  ///
  /// A text that is no year group is taken as it stands.
  static func inCell(_ cell: String) -> String? {
    let years = CourseList.parts(cell).map(of)
    guard !years.contains(nil), let first = years.first else { return cell.trimmingBlanks }
    return Set(years).count == 1 ? first : nil
  }
}
