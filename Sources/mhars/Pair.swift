import Instruments

/// Two words that an option takes with a mark between, such as `staff=42`.
struct Pair {
  let first: String
  let second: String

  /// Splits at the first mark; `nil` unless something stands on both sides of it.
  init?(_ text: String, at mark: Character) {
    guard let place = text.firstIndex(of: mark) else { return nil }
    first = String(text[..<place])
    second = String(text[text.index(after: place)...])
    if first.isEmpty || second.isEmpty { return nil }
  }

  /// Splits two values to compare; `nil` where there are more of them, or both are the same.
  init?(comparing text: String) {
    self.init(text, at: ",")
    if second.contains(",") || first.matchingKey == second.matchingKey { return nil }
  }
}
