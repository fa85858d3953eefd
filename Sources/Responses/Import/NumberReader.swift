import Instruments

/// Reads numbers: digits with an optional sign and decimal point, or a declared missing answer.
struct NumberReader {
  private let missing: Set<String>
  private let missingNumbers: Set<Double>

  /// Numbers of an item for which some answers count as missing, or say in this file, by their
  /// matching keys, that nothing was answered.
  init(missing: [Instrument.MissingReason], blanks: [String] = []) {
    let words = Set(missing.flatMap(AnswerReader.words) + blanks)
    self.missing = words
    missingNumbers = Set(words.compactMap(Self.number))
  }

  /// The number of a cell; `nil` inside where there is none to count, `nil` where it is a fault.
  func read(_ text: String) -> Double?? {
    let digits = text.trimmingBlanks
    if digits.isEmpty { return .some(nil) }
    if let number = Self.number(digits) {
      return .some(missingNumbers.contains(number) ? nil : number)
    }
    return missing.contains(digits.matchingKey) ? .some(nil) : nil
  }

  private static func number(_ text: String) -> Double? {
    let body = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), body.utf8.count <= 18,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Double(text)
  }
}
