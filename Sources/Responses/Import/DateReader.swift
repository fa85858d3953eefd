import Instruments

/// Reads dates whose order of day and month shows only from the whole file.
struct DateReader {
  /// A date as written: three numbers and what is known of their order.
  enum Written: Hashable {
    case day(CalendarDay)
    /// The first two numbers are day and month, or month and day.
    case undecided(first: Int, second: Int, year: Int)

    /// The day under an order; `nil` where the calendar has no such day.
    func day(_ order: DateOrder) -> CalendarDay? {
      switch self {
      case .day(let day): day
      case .undecided(let first, let second, let year):
        order == .dayFirst
          ? CalendarDay(year: year, month: second, day: first)
          : CalendarDay(year: year, month: first, day: second)
      }
    }
  }

  private let missing: Set<String>
  private(set) var written: [Written?] = []

  init(missing: [Instrument.MissingReason] = []) {
    self.missing = Set(missing.flatMap(AnswerReader.words))
  }

  /// The date of a cell; `nil` inside where there is none to count, `nil` where it is a fault.
  func date(_ cell: String) -> Written?? {
    let text = cell.trimmingBlanks
    if text.isEmpty { return .some(nil) }
    if let date = Self.read(text) { return .some(date) }
    return missing.contains(text.matchingKey) ? .some(nil) : nil
  }

  /// Takes the date of a row in.
  mutating func append(_ date: Written?) { written.append(date) }

  /// The days under an order; `nil` where the cell held none.
  func days(_ order: DateOrder) -> [CalendarDay?] { written.map { $0?.day(order) } }

  /// What stands before and after the first blank or `T` of a text.
  static func dateAndTime(in text: String) -> (date: Substring, time: Substring) {
    let date = text.prefix { !$0.isWhitespace && $0 != "T" }
    return (date, text[date.endIndex...].dropFirst().drop(while: \.isWhitespace))
  }

  /// A date, perhaps with a time of day: `2026-11-17`, `2026/11/17`, `17/11/2026 9:04`, `17.11.26`.
  static func read(_ text: String) -> Written? {
    let (date, time) = dateAndTime(in: text)
    guard time.isEmpty || ClockTime(time) != nil else { return nil }
    let parts = date.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }) else {
      return nil
    }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4 {
      return CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]).map(Written.day)
    }
    guard parts[2].utf8.count == 4 || parts[2].utf8.count == 2 else { return nil }
    let year = parts[2].utf8.count == 2 ? 2_000 + numbers[2] : numbers[2]
    let (first, second) = (numbers[0], numbers[1])
    guard
      CalendarDay(year: year, month: second, day: first) != nil
        || CalendarDay(year: year, month: first, day: second) != nil
    else { return nil }
    return .undecided(first: first, second: second, year: year)
  }
}

extension StringProtocol {
  /// The text without white space at either end.
  var trimmingBlanks: String {
    // Only white space is cut, so text that begins and ends with printable ASCII stays as it is.
    if let first = unicodeScalars.first, let last = unicodeScalars.last,
      (0x21..<0x7F).contains(first.value), (0x21..<0x7F).contains(last.value)
    {
      return String(self)
    }
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return start < end ? String(self[start..<end]) : ""
  }
}
