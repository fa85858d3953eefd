import Instruments

/// A pupil's name as names are compared: case, spacing, apostrophes and hyphens do not count.
///
/// Accents count, as composed or separate marks alike: `José` is not `Jose`, and a person decides.
enum NameKey {
  static func of(_ name: String) -> String {
    let key = name.matchingKey
    guard key.utf8.contains(where: { $0 == 0x27 || $0 == 0x2D }) else { return key }
    return key.replacing("'", with: "").split { $0 == "-" || $0 == " " }.joined(separator: " ")
  }

  /// The words of a name.
  static func tokens(_ key: String) -> [String] {
    key.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The keys of the full name, and of what the pupil is called with the surname.
  ///
  /// A first name alone is one only where the roll has nothing else.
  static func names(full: String, called: String) -> (String, String) {
    guard !called.isEmpty, !called.contains(" ") else { return (of(full), of(called)) }
    guard !full.isEmpty else { return (of(called), "") }
    let surname = full.split(separator: " ").dropFirst().joined(separator: " ")
    return (of(full), surname.isEmpty ? of(called) : of("\(called) \(surname)"))
  }

  /// The keys of everything a pupil goes by, each once, the full name first.
  ///
  /// - Parameters:
  ///   - full: The full name.
  ///   - called: What the pupil is called.
  ///   - aliases: What else, parted by semicolons; one of a single word goes with the surname.
  /// - Returns: No key is empty.
  static func names(full: String, called: String, aliases: String) -> [String] {
    let (name, other) = names(full: full, called: called)
    var keys = [name]
    if !other.isEmpty, other != name { keys.append(other) }
    if !aliases.isEmpty {
      for alias in aliases.split(separator: ";") {
        let (whole, own) = names(full: full, called: String(alias).trimmingBlanks)
        let key = own.isEmpty ? whole : own
        if !key.isEmpty, !keys.contains(key) { keys.append(key) }
      }
    }
    return keys.filter { !$0.isEmpty }
  }

  /// A key with its words in another order: those after the first few, then these.
  ///
  /// - Returns: Each such turn of up to `longestTurn` words; of a key with a comma only the turn at
  ///   the comma, since the surname stands before it; none of what has a digit, as ids have.
  static func turned(_ key: String) -> [String] {
    guard key.utf8.contains(0x20) || key.utf8.contains(0x2C), !key.contains(where: \.isNumber)
    else { return [] }
    let parts = key.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      let (last, first) = (of(parts[0].trimmingBlanks), of(parts[1].trimmingBlanks))
      return last.isEmpty || first.isEmpty ? [] : ["\(first) \(last)"]
    }
    let words = key.split(separator: " ")
    guard (2...longestTurn).contains(words.count) else { return [] }
    return (1..<words.count).map { (words[$0...] + words[..<$0]).joined(separator: " ") }
  }

  /// A key with its comma left out; `nil` where it has none.
  static func withoutComma(_ key: String) -> String? {
    guard key.utf8.contains(0x2C) else { return nil }
    return of(key.replacing(",", with: " "))
  }

  private static let longestTurn = 6
}
