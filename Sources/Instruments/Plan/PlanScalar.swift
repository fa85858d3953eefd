/// Texts as they stand in a file of the strict profile.
enum PlanScalar {
  /// Words that other readers of YAML take for something else than text.
  private static let notWords: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null",
  ]

  /// A text as the value of a key: as it is where that is safe, else in double quotes.
  static func written(_ text: String) -> String {
    let line = cleaned(text)
    guard !isPlain(line) else { return line }
    var quoted = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    return "\"\(String(quoted))\""
  }

  /// The text on one line, without blanks at its ends and without what a file may not hold.
  static func cleaned(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace, scalar.value < 0xA0 || !scalar.isAllowed {
        line.append(" ")
      } else if scalar.isAllowed {
        line.append(scalar)
      }
    }
    return String(line).trimmed
  }

  /// Whether a text of one line means itself without quotes.
  private static func isPlain(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    let isSafe = line.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || " -_.'/()".unicodeScalars.contains($0)
    }
    return isSafe && !notWords.contains(line.lowercased())
  }
}
