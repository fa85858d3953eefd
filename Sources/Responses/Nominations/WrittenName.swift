import Instruments

/// What a pupil wrote in place of a name.
enum WrittenName {
  private static let nobody: Set<String> = [
    "no one", "noone", "no-one", "nobody", "none", "-", "no body", "nobody at all", "no one at all",
    "nobody really", "no one really", "not anyone",
  ]
  /// What says neither a name nor that there is none; a row of question marks has no letters left.
  private static let noAnswer: Set<String> = [
    "", "idk", "i don't know", "i dont know", "don't know", "dont know", "dunno", "not sure", "n/a",
    "prefer not to say", "i'd rather not say",
  ]

  /// Whether a text says that there is nobody to name.
  static func meansNobody(_ text: String) -> Bool { nobody.contains(text.matchingKey) }

  /// Whether a text is no answer to the question, such as "idk" or question marks.
  static func isNoAnswer(_ text: String) -> Bool {
    let key = text.matchingKey
    return noAnswer.contains(key) && !nobody.contains(key)
  }

  /// The names in a cell that may hold several, parted by marks or by "and".
  static func names(in cell: String) -> [String] {
    cell.split { ",;|&+/\n\r".contains($0) || $0.isNewline }
      .flatMap { part in
        part.split(whereSeparator: \.isWhitespace).split { $0.lowercased() == "and" }
          .map { $0.joined(separator: " ") }
      }
  }
}
