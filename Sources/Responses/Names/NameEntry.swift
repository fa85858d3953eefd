import Instruments

/// What one decision is about: a written name in one class, or one row whose writer is not certain.
public struct NameEntry: Sendable, Hashable {
  /// What is asked: whom a name means, or who wrote a row.
  public enum Kind: String, Sendable, CaseIterable {
    case named, writer
  }

  public let kind: Kind
  /// What was written, as names are compared; of a row its writer and all of its names.
  let text: String
  /// The class of those who wrote it; empty where the roll has none, and for a row.
  let classLabel: String

  /// A name that pupils of a class wrote.
  init(naming text: String, in classLabel: String) {
    kind = .named
    self.text = NameKey.of(text)
    self.classLabel = classLabel
  }

  /// A row with its names in any order.
  init(row respondent: String, names: [String]) {
    kind = .writer
    text = ([NameKey.of(respondent)] + names.sorted()).joined(separator: "\u{1F}")
    classLabel = ""
  }

  /// The name by which a person calls the entry: twelve letters and digits that a rerun gives again.
  ///
  /// They are the first sixty bits of the SHA-256 of kind, text and class, in base 32 (RFC 4648).
  public var key: String {
    let message = [kind.rawValue, text, classLabel].joined(separator: "\u{0}")
    let digest = SHA256.digest(of: Array(message.utf8))
    let bits = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return String(
      decoding: (0..<Self.keyLength).map { place in
        Self.alphabet[Int(bits >> (59 - 5 * UInt64(place)) & 31)]
      }, as: UTF8.self)
  }

  /// How many letters and digits a key has.
  public static let keyLength = 12
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
}
