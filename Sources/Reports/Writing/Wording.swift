import Diagnostics
import Statistics

/// Figures in words and digits for a reader.
enum Wording {
  /// A figure with a number of decimals; a dash where it does not exist.
  static func figure(_ value: Double?, decimals: Int = 0) -> String {
    guard let value, value.isFinite else { return "–" }
    if decimals == 0 { return wholes(value) }
    let factor = decimals == 1 ? 10.0 : 100.0
    let scaled = (abs(value) * factor).rounded()
    let whole = Int(scaled / factor)
    let rest = "\(Int(scaled) % Int(factor))"
    let digits = String(repeating: "0", count: decimals - rest.count) + rest
    return (value < 0 && scaled > 0 ? "−" : "") + "\(whole).\(digits)"
  }

  private static func wholes(_ value: Double) -> String {
    let rounded = value.rounded()
    return rounded < 0 ? "−\(Int(-rounded))" : "\(Int(rounded))"
  }

  /// A figure with its sign, where it is above zero too.
  static func signed(_ value: Double?, decimals: Int = 0) -> String {
    let text = figure(value, decimals: decimals)
    guard let value, value > 0, text != figure(0, decimals: decimals) else { return text }
    return "+" + text
  }

  static func pValue(_ p: Double?) -> String {
    guard let p else { return "–" }
    return p < 0.001 ? "under 0.001" : "0." + "\(Int((p * 1_000).rounded()) + 1_000)".dropFirst()
  }

  static func range(_ interval: Interval?, decimals: Int = 0) -> String {
    guard let interval else { return "–" }
    return figure(interval.low, decimals: decimals) + " to "
      + figure(interval.high, decimals: decimals)
  }

  /// A share as a whole percentage.
  static func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    return "\(figure(share * 100)) %"
  }

  static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? one : many ?? one + "s")"
  }

  /// A count with thin spaces between thousands.
  static func grouped(_ count: Int) -> String {
    let digits = Array("\(abs(count))")
    guard digits.count > 4 else { return "\(count)" }
    var text = count < 0 ? "−" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text.append("\u{202F}") }
      text.append(digit)
    }
    return text
  }

  static func listed(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A text broken into lines of at most `width` characters; blanks at its start stay, and `indent`
  /// stands before every further line.
  ///
  /// Characters that act on a terminal, as a label out of a file may hold them, are replaced.
  static func wrapped(_ words: String, width: Int = 80, indent: String = "") -> [String] {
    let text = DiagnosticRenderer.printable(words)
    let start = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = String(start)
    var isFresh = true
    for word in Self.words(of: text.dropFirst(start.count)) {
      if !isFresh, line.count + 1 + word.count > width {
        lines.append(trimmed(line))
        line = indent
        isFresh = true
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    if !isFresh { lines.append(trimmed(line)) }
    return lines
  }

  /// The words of a text, a sign of per cent together with its number.
  private static func words(of text: Substring) -> [Substring] {
    var words: [Substring] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if word.first == "%", let number = words.last {
        words[words.count - 1] = text[number.startIndex..<word.endIndex]
      } else {
        words.append(word)
      }
    }
    return words
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// A word for a reader from an id, such as `Staff support` from `staff_support`.
  static func title(_ id: String) -> String {
    let words = id.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// An interval in whole figures without blanks, within the ends of its scale.
  static func span(_ interval: Interval?, within ends: ClosedRange<Double>, decimals: Int = 0)
    -> String
  {
    guard let interval else { return "–" }
    return figure(max(ends.lowerBound, interval.low), decimals: decimals) + "–"
      + figure(min(ends.upperBound, interval.high), decimals: decimals)
  }

  /// A title at the left and a remark at the right of one line, or on two where they do not fit.
  static func headline(_ left: String, _ right: String, width: Int = 80) -> String {
    let gap = width - left.count - right.count
    return gap >= 2 ? left + String(repeating: " ", count: gap) + right : left + "\n" + right
  }
}
