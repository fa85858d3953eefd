import Instruments

/// A heading as columns are matched by: its words, without case, punctuation and spacing.
///
/// `How safe do you feel? [In my classroom]`, `How safe do you feel… - In my classroom` and the
/// item's own stem and text are one key; so are `safe_class` and `Safe class`. A sign that makes
/// another number of one stays: `Q2_-1` is not `Q2_1`, and `Q11#1_1` not `Q11_1_1`.
enum HeadingKey {
  static func of(_ heading: String) -> String {
    var key = ""
    var pendingSpace = false
    let folded = heading.folded
    // Few headings have one of these, and a look at the bytes says so.
    if folded.utf8.contains(where: { $0 == 0x23 || $0 == 0x2D }) { return ofNumbers(folded) }
    for character in folded {
      if character.isLetter || character.isNumber {
        if pendingSpace, !key.isEmpty { key.append(" ") }
        key.append(character)
        pendingSpace = false
      } else if character != "'" {
        pendingSpace = true
      }
    }
    return key
  }

  /// The key of a heading with `#` or `-` in it.
  private static func ofNumbers(_ folded: String) -> String {
    let characters = Array(folded)
    func isDigit(_ place: Int) -> Bool {
      characters.indices.contains(place) && characters[place].isASCII && characters[place].isNumber
    }
    var words: [String] = [""]
    for (place, character) in characters.enumerated() {
      let isColumn = character == "#" && isDigit(place - 1) && isDigit(place + 1)
      let isMinus =
        character == "-" && place > 0 && "_[".contains(characters[place - 1]) && isDigit(place + 1)
      if character.isLetter || character.isNumber || isColumn || isMinus {
        words[words.count - 1].append(character)
      } else if character != "'" {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
