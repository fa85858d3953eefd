/// The days that a workbook counts since its first one, as dates that no reader can turn round.
struct SerialDate {
  /// Whether day 0 is 1 January 1904, as older Excel for Mac has it.
  let is1904: Bool

  /// The last day that a workbook knows, 31 December 9999.
  private var last: Double { is1904 ? 2_957_003 : 2_958_465 }

  /// The moment of a number as `2025-11-17 09:04:31`, to the second; `nil` where it is none.
  ///
  /// A number below 1 is a time of day. Day 60 of 1900 is the 29 February that never was.
  func text(_ number: Double, showsDay: Bool, showsTime: Bool) -> String? {
    guard number >= 0, number < last + 1 else { return nil }
    let seconds = Int((number * 86_400).rounded())
    let (day, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    if day == 0, !is1904 || !showsDay { return Self.clock(time) }
    guard let date = date(day) else { return nil }
    return showsTime || time > 0 ? date + " " + Self.clock(time) : date
  }

  /// A length of time as `36:00:00`; `nil` where it is negative or beyond all dates.
  static func elapsed(_ days: Double) -> String? {
    guard days >= 0, days < 2_958_466 else { return nil }
    return clock(Int((days * 86_400).rounded()))
  }

  private func date(_ day: Int) -> String? {
    if is1904 { return Self.iso(daysSince1970: day - 24_107) }
    if day == 60 { return "1900-02-29" }
    return Self.iso(daysSince1970: day - (day < 60 ? 25_568 : 25_569))
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
  }

  /// The civil date of a day (the algorithm of Howard Hinnant, "chrono-compatible low-level date
  /// algorithms", for days after the year 0).
  private static func iso(daysSince1970 day: Int) -> String? {
    let shifted = day + 719_468
    guard shifted >= 0 else { return nil }
    let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard year <= 9_999 else { return nil }
    let days = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return "\(year)-\(twoDigits(month))-\(twoDigits(days))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
