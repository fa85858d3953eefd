import Diagnostics

/// The values that the format asks for, each read from the text its author typed.
///
/// All of them report what does not fit and then answer `nil`.
extension YAMLNode {
  /// The keys with their values.
  func entries(of subject: String, into sink: inout DiagnosticSink) -> [Entry]? {
    if case .mapping(let entries) = content { return entries }
    reject("keys with values for \(subject)", into: &sink)
    return nil
  }

  /// The entries of a list.
  func list(of subject: String, into sink: inout DiagnosticSink) -> [YAMLNode]? {
    if case .sequence(let elements) = content { return elements }
    reject("a list of \(subject)", into: &sink)
    return nil
  }

  /// The entries of a list, or one value that stands for a list of one.
  func listOrSingle(of subject: String, into sink: inout DiagnosticSink) -> [YAMLNode]? {
    if case .scalar(let text) = content, !text.isEmpty { return [self] }
    return list(of: subject, into: &sink)
  }

  /// A text that is not empty, blanks at its ends left out.
  func text(_ subject: String, into sink: inout DiagnosticSink) -> Located<String>? {
    guard case .scalar(let text) = content else {
      reject("a text for \(subject)", into: &sink)
      return nil
    }
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else {
      sink.error(.emptyValue(subject), at: span)
      return nil
    }
    return Located(trimmed, span)
  }

  /// An id or a code of a given form.
  ///
  /// A word of another form is reported and passed on, so that the uses of it are not reported too.
  func identifier(
    _ pattern: IdentifierPattern, _ subject: String, into sink: inout DiagnosticSink
  ) -> Located<String>? {
    guard let text = text(subject, into: &sink) else { return nil }
    guard pattern.matches(text.value) else {
      sink.error(.badIdentifier(text.value, subject, pattern), at: span)
      return pattern == .word ? text : nil
    }
    return text
  }

  /// One of a few words.
  func word<Word>(_ subject: String, into sink: inout DiagnosticSink) -> Located<Word>?
  where Word: RawRepresentable<String> & CaseIterable {
    guard let text = text(subject, into: &sink) else { return nil }
    guard let word = Word(rawValue: text.value) else {
      let known = Word.allCases.map(\.rawValue)
      sink.error(.unknownWord(text.value, subject, known: known), at: span)
      return nil
    }
    return Located(word, span)
  }

  /// `true` or `false`.
  func truth(_ subject: String, into sink: inout DiagnosticSink) -> Located<Bool>? {
    guard let text = text(subject, into: &sink) else { return nil }
    guard let truth = Bool(text.value) else {
      sink.error(.notTrueOrFalse(text.value, subject), at: span)
      return nil
    }
    return Located(truth, span)
  }

  /// A whole number within Swift's range.
  func wholeNumber(_ subject: String, into sink: inout DiagnosticSink) -> Located<Int>? {
    guard let text = text(subject, into: &sink) else { return nil }
    guard let number = Int(text.value), String(number) == text.value else {
      sink.error(.notWholeNumber(text.value, subject), at: span)
      return nil
    }
    return Located(number, span)
  }

  /// A finite number with a decimal point.
  func number(_ subject: String, into sink: inout DiagnosticSink) -> Located<Double>? {
    guard let text = text(subject, into: &sink) else { return nil }
    let isPlain = text.value.unicodeScalars.allSatisfy {
      "-.0123456789".unicodeScalars.contains($0)
    }
    guard isPlain, let number = Double(text.value), number.isFinite else {
      sink.error(.notNumber(text.value, subject), at: span)
      return nil
    }
    return Located(number, span)
  }

  /// Texts by language, or one text, which is English.
  func localizedText(_ subject: String, into sink: inout DiagnosticSink)
    -> Located<LocalizedText>?
  {
    guard case .mapping(let entries) = content else {
      return text(subject, into: &sink).map { Located(LocalizedText(["en": $0.value]), span) }
    }
    var wordings: [String: String] = [:]
    for entry in entries {
      guard LanguageCode.isValid(entry.key.value) else {
        sink.error(.badLanguage(entry.key.value), at: entry.key.span)
        continue
      }
      let wording = entry.value.text("\(subject) in '\(entry.key.value)'", into: &sink)
      if let wording { wordings[entry.key.value] = wording.value }
    }
    if entries.isEmpty { sink.error(.emptyValue(subject), at: span) }
    let place = entries.first?.value.span ?? span
    return wordings.isEmpty ? nil : Located(LocalizedText(wordings), place)
  }

  private func reject(_ expected: String, into sink: inout DiagnosticSink) {
    switch content {
    case .faulty: break
    case .scalar(let text) where text.isEmpty:
      sink.error(.nothing(expected), at: span)
    default:
      sink.error(.wrongShape(expected, found: kind), at: span)
    }
  }
}

extension String {
  /// The text without blanks and line ends at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

extension Diagnostic.Message {
  static func wrongShape(_ expected: String, found: String) -> Self {
    let remedy =
      expected.hasPrefix("a text")
      ? "put quotes round a text that starts with '[' or '{'"
      : "see the example on the page of this kind of file in docs"
    return Self(id: "wrong-shape", "expected \(expected) and found \(found); \(remedy)")
  }

  static func nothing(_ expected: String) -> Self {
    Self(id: "empty-value", "expected \(expected) and found nothing; fill it in or delete the key")
  }

  static func emptyValue(_ subject: String) -> Self {
    Self(id: "empty-value", "\(subject) is empty; fill it in or delete the key")
  }

  static func badIdentifier(_ id: String, _ subject: String, _ pattern: IdentifierPattern)
    -> Self
  {
    Self(
      id: "bad-id", "'\(id.clipped)' cannot be \(subject); write \(pattern.description)")
  }

  static func unknownWord(_ word: String, _ subject: String, known: [String]) -> Self {
    let remedy = NearestName.remedy(for: word, among: known, lead: "write one of")
    return Self(id: "unknown-word", "'\(word.clipped)' is not known as \(subject); \(remedy)")
  }

  static func notTrueOrFalse(_ text: String, _ subject: String) -> Self {
    Self(
      id: "not-true-or-false",
      "\(subject) is '\(text.clipped)'; write true or false, in small letters")
  }

  static func notWholeNumber(_ text: String, _ subject: String) -> Self {
    Self(
      id: "not-a-number",
      "\(subject) is '\(text.clipped)'; write a whole number in digits, such as 2")
  }

  static func notNumber(_ text: String, _ subject: String) -> Self {
    Self(
      id: "not-a-number",
      "\(subject) is '\(text.clipped)'; write a number in digits, such as 0 or 2.5")
  }

  static func badLanguage(_ code: String) -> Self {
    Self(
      id: "bad-language",
      "'\(code.clipped)' is not a language code such as 'en' or 'cy'; if it is part of a text, "
        + "put quotes round the whole text")
  }
}
