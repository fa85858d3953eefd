/// Reads dates whose order of day and month shows only from the whole column.
struct DateReader {
  /// A date as written: three numbers and what is known of their order.
  enum Written: Hashable {
    case day(CalendarDay)
    /// The first two numbers are day and month, or month and day.
    case undecided(first: Int, second: Int, year: Int)
  }

  private(set) var written: [Written?] = []
  /// The first record that only one order can explain, and which.
  private var dayFirstRecord: Int?
  private var monthFirstRecord: Int?
  private var undecidedRecord: Int?

  /// What the whole column says about the order of its dates.
  enum Order: Equatable {
    case settled(DateOrder)
    case contradictory(dayFirst: Int, monthFirst: Int)
    case unknown(record: Int)
  }

  /// Takes a cell in; a time of day after the date is left out.
  ///
  /// - Returns: Whether the cell is blank or a date.
  mutating func take(_ cell: String, record: Int) -> Bool {
    let text = cell.trimmingBlanks
    guard !text.isEmpty else {
      written.append(nil)
      return true
    }
    guard let date = Self.read(text) else { return false }
    if case .undecided(let first, let second, _) = date {
      if first > 12 {
        dayFirstRecord = dayFirstRecord ?? record
      } else if second > 12 {
        monthFirstRecord = monthFirstRecord ?? record
      } else if first != second {
        undecidedRecord = undecidedRecord ?? record
      }
    }
    written.append(date)
    return true
  }

  /// The order that every date of the column fits, or what stands in its way.
  var order: Order {
    switch (dayFirstRecord, monthFirstRecord, undecidedRecord) {
    case (let day?, let month?, _): .contradictory(dayFirst: day, monthFirst: month)
    case (_, nil, nil), (.some, nil, _): .settled(.dayFirst)
    case (nil, .some, _): .settled(.monthFirst)
    case (nil, nil, let record?): .unknown(record: record)
    }
  }

  /// The days under an order; `nil` where the cell was blank or the calendar has no such day.
  func days(_ order: DateOrder) -> [CalendarDay?] {
    written.map { date in
      switch date {
      case .day(let day): day
      case .undecided(let first, let second, let year):
        order == .dayFirst
          ? CalendarDay(year: year, month: second, day: first)
          : CalendarDay(year: year, month: first, day: second)
      case nil: nil
      }
    }
  }

  /// A date at the start of a text: `2026-11-17`, `2026/11/17`, `17/11/2026`, `17.11.26`.
  static func read(_ text: String) -> Written? {
    let date = text.prefix { !$0.isWhitespace && $0 != "T" }
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
