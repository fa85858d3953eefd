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
}
