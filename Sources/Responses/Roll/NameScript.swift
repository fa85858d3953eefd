/// What a name holds that the eye does not see, or that looks like something else.
///
/// Such a name is never joined to another one by itself: a person decides.
enum NameScript {
  /// Whether a text has invisible or direction-changing characters, or a word of two alphabets.
  static func isDoubtful(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 < 0x20 }) else { return false }
    let hasLatin = text.unicodeScalars.contains { alphabet($0) == .latin }
    if text.unicodeScalars.contains(where: { isInvisible($0, amongLatin: hasLatin) }) {
      return true
    }
    return text.split { !$0.isLetter }.contains { word in
      Set(word.unicodeScalars.compactMap(alphabet)).count > 1
    }
  }

  /// A text in which the characters that make it doubtful stand as their numbers: `T⟨U+200B⟩om`.
  static func revealed(_ text: String) -> String {
    let hasLatin = text.unicodeScalars.contains { alphabet($0) == .latin }
    var shown = ""
    for scalar in text.unicodeScalars {
      let isForeign = hasLatin && alphabet(scalar).map { $0 != .latin } == true
      if isForeign || isInvisible(scalar, amongLatin: true) {
        let number = String(scalar.value, radix: 16, uppercase: true)
        shown += "⟨U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number + "⟩"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The alphabets whose letters look like each other's.
  private enum Alphabet { case latin, greek, cyrillic, armenian }

  private static func alphabet(_ scalar: Unicode.Scalar) -> Alphabet? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF,
      0xFF21...0xFF3A, 0xFF41...0xFF5A:
      .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: .cyrillic
    case 0x531...0x58F: .armenian
    default: nil
    }
  }

  /// Joiners are letters' own business in Persian and Indian names, and nobody's in Latin ones.
  private static func isInvisible(_ scalar: Unicode.Scalar, amongLatin: Bool) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D: amongLatin
    case 0x09, 0x0A, 0x0D: false
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .unassigned: true
      default: scalar.properties.isDefaultIgnorableCodePoint
      }
    }
  }
}
