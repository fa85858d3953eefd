/// A day of the Gregorian calendar, from the year 1 to the year 9999.
public struct CalendarDay: Hashable, Sendable, Comparable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a day; `nil` for one that the calendar does not have.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Self.length(ofMonth: month, in: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day that there is: 1 January of the year 1.
  public static let first = CalendarDay(ordinary: (1, 1, 1))

  private init(ordinary day: (Int, Int, Int)) { (year, month, self.day) = day }

  /// Whether one day comes before another.
  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// The days of a month.
  ///
  /// - Parameters:
  ///   - month: The month, 1 to 12.
  ///   - year: The year, which lengthens February where it is a leap year.
  /// - Returns: 28 to 31.
  static func length(ofMonth month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

extension CalendarDay {
  /// Reads a day as ISO 8601 writes it, `2026-09-01`; `nil` for any other form or no such day.
  public init?(iso: String) {
    let parts = iso.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The day as ISO 8601 writes it, always ten characters: `2026-09-01`.
  public var iso: String {
    zip([year, month, day], [4, 2, 2]).map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: width - digits.count) + digits
    }.joined(separator: "-")
  }

  /// The day some days later, or earlier where the number is negative.
  ///
  /// - Returns: `nil` before the year 1 and after the year 9999.
  public func adding(days: Int) -> CalendarDay? {
    let (number, overflows) = ordinal.addingReportingOverflow(days)
    return overflows ? nil : CalendarDay(ordinal: number)
  }

  /// The same day some months later, or earlier where the number is negative.
  ///
  /// A day that the month does not have becomes its last: a month after 31 January is
  /// 28 or 29 February.
  ///
  /// - Returns: `nil` before the year 1 and after the year 9999.
  public func adding(months: Int) -> CalendarDay? {
    let (number, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflows, number >= 12 else { return nil }
    let (year, month) = (number / 12, number % 12 + 1)
    let last = Self.length(ofMonth: month, in: year)
    return CalendarDay(year: year, month: month, day: min(day, last))
  }

  /// The days since 1 March of the year 0, a year of which the last day is a leap day or none.
  public var ordinal: Int {
    let (years, months) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 1
  }

  private init?(ordinal: Int) {
    guard (0...Self.lastOrdinal).contains(ordinal) else { return nil }
    let era = ordinal / 146_097
    let rest = ordinal % 146_097
    let years = (rest - rest / 1_460 + rest / 36_524 - rest / 146_096) / 365
    let days = rest - (years * 365 + years / 4 - years / 100)
    let months = (days * 5 + 2) / 153
    let month = months < 10 ? months + 3 : months - 9
    self.init(
      year: era * 400 + years + (month > 2 ? 0 : 1), month: month,
      day: days - (months * 153 + 2) / 5 + 1)
  }

  /// More days than the calendar here has, so that no arithmetic on them can overflow.
  private static let lastOrdinal = 10_000 * 366
}
