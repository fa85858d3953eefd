/// A number of a cell as a person would write it: `5`, not `5.0` or `5E0`.
enum CellNumber {
  /// The digits that Excel computes with and shows at most.
  private static let significant = 15

  /// The number without an exponent and with at most 15 digits that count; `nil` where the text is
  /// no number.
  ///
  /// A whole number that is written with its digits alone stays as it is, however long: it is an
  /// id that a tool wrote, and rounding would make two of them equal.
  static func text(_ written: String) -> String? {
    let bytes = Array(written.utf8)
    let isNegative = bytes.first == 0x2D
    var rest = bytes[(isNegative ? 1 : 0)...]
    let whole = rest.prefix(while: isDigit)
    if !whole.isEmpty, whole.count == rest.count {
      let digits = trimmed(whole)
      return (isNegative && digits != [0x30] ? "-" : "") + String(decoding: digits, as: UTF8.self)
    }
    rest = rest[whole.endIndex...]
    var part: ArraySlice<UInt8> = []
    if rest.first == 0x2E {
      part = rest.dropFirst().prefix(while: isDigit)
      rest = rest[part.endIndex...]
    }
    guard !whole.isEmpty || !part.isEmpty, let exponent = exponent(rest) else { return nil }
    return decimal(
      Array(whole) + Array(part), point: whole.count + exponent, isNegative: isNegative)
  }

  /// What an exponent says: 0 for no bytes, `nil` for other text and for what no number has.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return 0 }
    guard first == 0x45 || first == 0x65 else { return nil }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    guard let value = Int(text), abs(value) <= 310 else { return nil }
    return value
  }

  /// Digits with a decimal point before the one at `point`, rounded and without zeros that say
  /// nothing.
  private static func decimal(_ written: [UInt8], point: Int, isNegative: Bool) -> String {
    let leading = written.prefix { $0 == 0x30 }.count
    var digits = Array(written.dropFirst(leading))
    var point = point - leading
    if digits.count > significant, rounded(&digits) { point += 1 }
    while digits.last == 0x30 { digits.removeLast() }
    guard !digits.isEmpty else { return "0" }
    var text = [UInt8](repeating: 0x30, count: point > 0 ? 0 : 1 - point) + digits
    if point > digits.count {
      text += [UInt8](repeating: 0x30, count: point - digits.count)
    } else if point < digits.count {
      text.insert(0x2E, at: max(1, point))
    }
    return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self)
  }

  /// Rounds to the digits that count; whether that gave one more before the point.
  private static func rounded(_ digits: inout [UInt8]) -> Bool {
    let goesUp = digits[significant] >= 0x35
    digits.removeLast(digits.count - significant)
    guard goesUp else { return false }
    for place in digits.indices.reversed() {
      if digits[place] < 0x39 {
        digits[place] += 1
        return false
      }
      digits[place] = 0x30
    }
    digits.insert(0x31, at: 0)
    return true
  }

  private static func trimmed(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let kept = digits.drop { $0 == 0x30 }
    return kept.isEmpty ? [0x30] : kept
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
