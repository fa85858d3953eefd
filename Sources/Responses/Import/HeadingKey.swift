import Instruments

/// A heading as columns are matched by: its words, without case, punctuation and spacing.
///
/// `How safe do you feel? [In my classroom]`, `How safe do you feel… - In my classroom` and the
/// item's own stem and text are one key; so are `safe_class` and `Safe class`.
enum HeadingKey {
  static func of(_ heading: String) -> String {
    var key = ""
    var pendingSpace = false
    for character in heading.folded {
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
}
