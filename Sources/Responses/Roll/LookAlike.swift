/// Letters of other alphabets that look like Latin ones.
enum LookAlike {
  private static let latin: [Character: Character] = [
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k",
    "ӏ": "l", "м": "m", "н": "h", "о": "o", "р": "p", "ѕ": "s", "т": "t", "у": "y", "х": "x",
    "α": "a", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x",
  ]

  /// A text in lower case with such letters made Latin; `nil` where it has none.
  static func latin(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let plain = String(text.map { latin[$0] ?? $0 })
    return plain == text ? nil : plain
  }
}
