import Foundation

extension NameMatcher {
  /// Why a text is a question, given the pupils whom it could mean.
  mutating func reason(_ text: String, _ candidates: [Int32]) -> NameReason {
    let question = NameReason.Question(key: NameKey.of(text), candidates: candidates)
    if candidates.count == 1, bearers(of: text) == candidates, !isLeavers(question.key),
      isDoubtful(text, question.key, candidates[0])
    {
      return .hiddenCharacters
    }
    if let known = reasons[question] { return known }
    let reason = reason(question)
    reasons[question] = reason
    return reason
  }

  private func reason(_ question: NameReason.Question) -> NameReason {
    let (key, candidates) = (question.key, question.candidates)
    if candidates.isEmpty { return .nobodyLike }
    let same = (pupils[key] ?? []) + (NameKey.withoutComma(key).flatMap { pupils[$0] } ?? [])
    let turned = Set(NameKey.turned(key).flatMap { pupils[$0] ?? [] })
    if !same.isEmpty || !turned.isEmpty {
      if isLeavers(key) { return .leaverToo }
      return same.isEmpty || turned.isSubset(of: same) ? .sameName : .otherOrder
    }
    if key.contains(where: \.isNumber), byPlainID[Self.plainID(key)] != nil { return .spoiltID }
    let tokens = NameKey.tokens(key)
    let distances = words.distances(to: tokens)
    let folded = Self.withoutAccents(key)
    let names = candidates.flatMap { roll.nameKeys(of: Int($0)) }
    if names.contains(where: { Self.withoutAccents($0) == folded }) { return .accents }
    if tokens.count > 1, names.contains(where: { Self.isOneEdit(key, from: $0) }) {
      return .oneEdit
    }
    if candidates.contains(where: { distances[$0] == 0 }) { return fit(tokens, candidates) }
    if names.contains(where: { Self.isOneEdit(key, from: $0) }) { return .oneEdit }
    if candidates.contains(where: { distances[$0] != nil }) { return .near }
    return names.contains { " \(key) ".contains(" \($0) ") && $0.contains(" ") }
      ? .amongWords : .wordInCommon
  }

  /// How words fit the names of candidates.
  private func fit(_ tokens: [String], _ candidates: [Int32]) -> NameReason {
    let names = candidates.flatMap { roll.nameKeys(of: Int($0)) }.map(NameKey.tokens)
    let isSpelledOut = tokens.allSatisfy { token in names.contains { $0.contains(token) } }
    if tokens.count == 1, isSpelledOut {
      return names.contains { $0.first == tokens[0] } ? .firstName : .lastName
    }
    if tokens.contains(where: { $0.count == 1 }) { return .initials }
    let isInitials = names.contains { name in
      name.count > 1 && tokens == [name.compactMap(\.first).map(String.init).joined()]
    }
    return isInitials ? .initials : .shortForm
  }

  /// The one candidate who is an edit or a short form away from a whole name; `nil` for none, and
  /// where there are two.
  ///
  /// It is shown to the person who decides and never taken.
  func suggestion(_ text: String, _ candidates: [Int32]) -> Int32? {
    let key = NameKey.of(text)
    // Of those who have just this name none is more likely than another, or than who has left.
    guard bearers(of: text).isEmpty else { return nil }
    let keys = [key] + NameKey.turned(key)
    let close = candidates.filter { candidate in
      let names = roll.nameKeys(of: Int(candidate)).filter { $0.contains(" ") }
      return keys.contains { key in names.contains { Self.isClose(key, to: $0) } }
        || keys.contains { isShortForm(NameKey.tokens($0), of: candidate) }
    }
    return close.count == 1 ? close[0] : nil
  }

  private static func isClose(_ key: String, to name: String) -> Bool {
    isOneEdit(key, from: name) || isOneEdit(withoutAccents(key), from: withoutAccents(name))
  }

  /// Whether words of at least two letters are a first and a last name, in their order, either of
  /// them in short.
  private func isShortForm(_ tokens: [String], of candidate: Int32) -> Bool {
    guard tokens.count > 1, tokens.allSatisfy({ $0.count > 1 }) else { return false }
    return words.distances(to: tokens)[candidate] == 0
      && roll.nameKeys(of: Int(candidate)).map(NameKey.tokens).contains {
        $0.count == tokens.count && $0.last == tokens.last
      }
  }

  private static func isOneEdit(_ key: String, from name: String) -> Bool {
    NameWords.edits(Array(key.utf16)[...], Array(name.utf16)[...], limit: 1) != nil
  }

  static func withoutAccents(_ key: String) -> String {
    key.folding(options: .diacriticInsensitive, locale: nil)
  }
}
