import Instruments

/// A pupil's name as names are compared: case, spacing, apostrophes and hyphens do not count.
///
/// Accents count, as composed or separate marks alike: `José` is not `Jose`, and a person decides.
enum NameKey {
  static func of(_ name: String) -> String { name.matchingKey }

  /// The words of a name.
  static func tokens(_ key: String) -> [String] {
    key.split { " -,.".contains($0) }.map(String.init)
  }
}
