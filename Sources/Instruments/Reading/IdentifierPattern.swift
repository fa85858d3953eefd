/// The forms that ids and codes take in files.
enum IdentifierPattern {
  /// `pupil-safety`
  case instrument
  /// `autumn-2026`
  case round
  /// `safe_class`
  case word
  /// `vision.safety`
  case practice
  /// `C4.M3`
  case method
  /// `C4`
  case componentCode
  /// `C4.P4`
  case practiceCode
  /// `playground-adults`
  case action
  /// `pupil-safety`, or `pupil-safety.safe_class`
  case evidence

  /// How such an id is written, for a message.
  var description: String {
    switch self {
    case .instrument: "small letters, digits and hyphens, a letter first, such as 'pupil-safety'"
    case .round: "small letters, digits and hyphens, a letter first, such as 'autumn-2026'"
    case .word: "small letters, digits and underscores, a letter first, such as 'safe_class'"
    case .practice: "a component and a practice with a dot between, such as 'vision.safety'"
    case .method: "the method's place in the framework, such as 'C4.M3'"
    case .componentCode: "a capital and a number, such as 'C4'"
    case .practiceCode: "the component's code and a number, such as 'C4.P4'"
    case .action: "small letters, digits and hyphens, a letter first, such as 'adults-outside'"
    case .evidence:
      "an instrument, or an instrument and a part with a dot between, such as "
        + "'pupil-safety.safe_class'"
    }
  }

  func matches(_ text: String) -> Bool {
    switch self {
    case .instrument, .round, .action: return Self.isWord(text, joinedBy: "-")
    case .word: return Self.isWord(text, joinedBy: "_")
    case .practice:
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { Self.isWord($0, joinedBy: "_") }
    case .componentCode: return Self.isCode(text)
    case .method: return Self.isPlace(text, letter: "M")
    case .practiceCode: return Self.isPlace(text, letter: "P")
    case .evidence:
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      return Self.isWord(parts[0], joinedBy: "-")
        && parts.dropFirst().allSatisfy { Self.isWord($0, joinedBy: "_") }
    }
  }

  private static func isWord(_ text: some StringProtocol, joinedBy joint: Unicode.Scalar) -> Bool {
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == joint
    }
  }

  private static func isCode(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, ("A"..."Z").contains(first) else { return false }
    return text.unicodeScalars.count > 1 && isNumber(text.dropFirst())
  }

  private static func isPlace(_ text: String, letter: Character) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, isCode(parts[0]), parts[1].first == letter else { return false }
    return isNumber(parts[1].dropFirst())
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
  }
}
