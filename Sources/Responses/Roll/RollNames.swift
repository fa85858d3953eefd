import Foundation
import Instruments

/// The names of a pupil in the cells of a roll: the full one, what is in daily use, and others.
struct RollNames {
  /// What a pupil goes by.
  struct Names {
    var full = ""
    var called = ""
    var aliases = ""
  }

  private let columns: [RollHeading: Int]

  init(columns: [RollHeading: Int]) { self.columns = columns }

  /// Whether there is a column of full names, or of parts of them.
  var haveFull: Bool { [.name, .forename, .surname].contains { columns[$0] != nil } }
  var haveCalled: Bool {
    [.knownAs, .preferredForename, .preferredSurname].contains { columns[$0] != nil }
  }
  /// Whether a pupil can have further names.
  var haveAliases: Bool { columns[.aliases] != nil || (columns[.name] != nil && haveParts) }

  private var haveParts: Bool { columns[.forename] != nil && columns[.surname] != nil }

  func read(_ row: CSVRow) -> Names {
    var names = Names()
    let (forename, ownSurname) = (text(row, .forename), text(row, .surname))
    let (whole, turnedSurname) = Self.turned(text(row, .name))
    let parts = Self.joined(forename, ownSurname)
    names.full = whole.isEmpty ? parts : whole
    let surname = ownSurname.isEmpty ? turnedSurname : ownSurname
    names.called = called(row, forename, surname)
    if NameKey.of(names.called) == NameKey.of(names.full) { names.called = "" }
    names.aliases = text(row, .aliases)
    let isOther = !whole.isEmpty && haveParts && !forename.isEmpty && !ownSurname.isEmpty
    if isOther, ![names.full, names.called].map(NameKey.of).contains(NameKey.of(parts)) {
      names.aliases = names.aliases.isEmpty ? parts : "\(names.aliases); \(parts)"
    }
    return names
  }

  /// The name in daily use, with the surname wherever the roll says which word that is.
  private func called(_ row: CSVRow, _ forename: String, _ surname: String) -> String {
    let (whole, _) = Self.turned(text(row, .knownAs))
    if !whole.isEmpty {
      return whole.contains(where: \.isWhitespace) ? whole : Self.joined(whole, surname)
    }
    let (first, last) = (text(row, .preferredForename), text(row, .preferredSurname))
    if first.isEmpty, last.isEmpty || forename.isEmpty { return "" }
    return Self.joined(first.isEmpty ? forename : first, last.isEmpty ? surname : last)
  }

  private func text(_ row: CSVRow, _ heading: RollHeading) -> String {
    guard let column = columns[heading] else { return "" }
    let text = row.text(column).trimmingBlanks
    return text.utf8.contains { $0 >= 0x80 } ? text.precomposedStringWithCanonicalMapping : text
  }

  private static func joined(_ first: String, _ last: String) -> String {
    "\(first) \(last)".trimmingBlanks
  }

  /// `Brown, Tom` as `Tom Brown`, with the surname; it is empty where there is no comma.
  private static func turned(_ name: String) -> (name: String, surname: String) {
    let parts = name.split(separator: ",", maxSplits: 1).map { String($0).trimmingBlanks }
    return parts.count == 2 ? (joined(parts[1], parts[0]), parts[0]) : (name, "")
  }
}
