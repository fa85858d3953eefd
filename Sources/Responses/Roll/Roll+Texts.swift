import Instruments

extension Roll {
  /// Whether a text holds the name of a pupil, here or gone: two to four words in a row, each with a capital, or the
  /// text as a whole.
  ///
  /// A name of one word counts only where it is the whole text: elsewhere it may be any word.
  ///
  /// - Complexity: O(pupils) once for a roll, then O(words).
  public var nameFinder: (_ text: String) -> Bool {
    let matcher = NameMatcher(roll: self)
    let isName = { (text: String) in
      !matcher.bearers(of: text).isEmpty || matcher.isLeavers(NameKey.of(text))
    }
    return { text in
      if isName(text) { return true }
      let words = text.split { !$0.isLetter && !"'’-".contains($0) }.map { word in
        ["'s", "’s"].contains { word.hasSuffix($0) } ? word.dropLast(2) : word
      }
      return words.indices.contains { start in
        (2...4).contains { count in
          let end = start + count
          guard end <= words.count else { return false }
          let name = words[start..<end]
          return name.allSatisfy { $0.first?.isUppercase == true }
            && isName(name.joined(separator: " "))
        }
      }
    }
  }
}
