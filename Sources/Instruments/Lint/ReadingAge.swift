/// How hard an English text is to read, by the length of its sentences and words.
///
/// Kincaid, Fishburne, Rogers and Chissom 1975: grade = 0.39 · words/sentences + 11.8 ·
/// syllables/words − 15.59; the age is five years more. Syllables are counted by rule. The formula
/// was made for texts of a hundred words and more and knows nothing of meaning.
struct ReadingAge {
  private(set) var words = 0
  private(set) var sentences = 0
  private(set) var syllables = 0
  /// The words of four syllables and more.
  private(set) var longWords: [String] = []

  /// The age in years at which the text is read with ease, at least 5; `nil` without words.
  var years: Double? {
    guard words > 0, sentences > 0 else { return nil }
    let grade =
      0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
    return max(5, grade + 5)
  }

  /// Adds a text, which is one sentence where it has no full stop inside.
  mutating func add(_ text: String) {
    let ends = text.split { ".!?".contains($0) }
    sentences += max(1, ends.count { $0.contains(where: \.isLetter) })
    for word in Self.words(of: text) {
      words += 1
      let count = Self.syllables(of: word)
      syllables += count
      if count >= 4 { longWords.append(word) }
    }
  }

  /// The words of a text in small letters; an apostrophe belongs to its word.
  static func words(of text: String) -> [String] {
    text.folded.split { !($0.isLetter || $0 == "'") }
      .map { String($0).trimming("'") }.filter { !$0.isEmpty }
  }

  /// The syllables of an English word by its groups of vowels, at least 1.
  ///
  /// A final `e`, `es` or `ed` that is not spoken does not count.
  static func syllables(of word: String) -> Int {
    let letters = Array(word.lowercased().filter(\.isLetter))
    let isVowel = letters.map { "aeiouy".contains($0) }
    var count = 0
    for (place, vowel) in isVowel.enumerated() where vowel {
      if place == 0 || !isVowel[place - 1] { count += 1 }
    }
    let text = String(letters)
    // The last e is spoken where it belongs to a group of vowels, as in "agree" and "duties".
    let place = letters.count - (text.hasSuffix("e") ? 1 : 2)
    let isOwnGroup = place > 0 && letters[place] == "e" && !isVowel[place - 1]
    let isSilent =
      (text.hasSuffix("e") && !text.hasSuffix("le"))
      || (text.hasSuffix("ed") && !text.hasSuffix("ted") && !text.hasSuffix("ded"))
      || (text.hasSuffix("es")
        && !["ses", "zes", "xes", "ches", "shes", "ges", "ces"].contains(where: text.hasSuffix))
    if isSilent, isOwnGroup, letters.count > 2 { count -= 1 }
    return max(1, count)
  }
}

extension String {
  fileprivate func trimming(_ mark: Character) -> String {
    var text = self[...]
    while text.first == mark { text.removeFirst() }
    while text.last == mark { text.removeLast() }
    return String(text)
  }
}
