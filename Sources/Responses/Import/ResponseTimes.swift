import Instruments

/// The times at which the responses of a file were handed in.
struct ResponseTimes {
  private let times: TextColumn
  private let order: DateOrder?

  /// Takes the time stamps of a file; their order of day and month follows from all of them.
  init(_ times: TextColumn, _ declared: DateOrder?) {
    self.times = times
    var reader = DateReader()
    for row in 0..<times.count { _ = reader.take(times[row], record: row) }
    if case .settled(let order) = reader.order {
      self.order = declared ?? order
    } else {
      order = declared
    }
  }

  /// The row with the latest time; `nil` where two share it, or day and month cannot be told apart.
  func latest(of rows: [Int]) -> Int? {
    guard let order else {
      let dayFirst = latest(of: rows, .dayFirst)
      return dayFirst == latest(of: rows, .monthFirst) ? dayFirst : nil
    }
    return latest(of: rows, order)
  }

  private func latest(of rows: [Int], _ order: DateOrder) -> Int? {
    let moments = rows.map { moment(times[$0], order) }
    guard let last = moments.compactMap({ $0 }).max(), moments.allSatisfy({ $0 != nil }) else {
      return nil
    }
    let latest = rows.indices.filter { moments[$0] == last }
    return latest.count == 1 ? rows[latest[0]] : nil
  }

  /// Seconds on a line on which months have 31 days: enough to tell earlier from later.
  private func moment(_ text: String, _ order: DateOrder) -> Int? {
    let trimmed = text.trimmingBlanks
    let day: CalendarDay?
    switch DateReader.read(trimmed) {
    case .day(let known): day = known
    case .undecided(let first, let second, let year):
      day =
        order == .dayFirst
        ? CalendarDay(year: year, month: second, day: first)
        : CalendarDay(year: year, month: first, day: second)
    case nil: day = nil
    }
    guard let day else { return nil }
    let clock = trimmed.drop { !$0.isWhitespace && $0 != "T" }.dropFirst()
    let parts = clock.prefix { $0.isNumber || $0 == ":" }.split(separator: ":").compactMap { Int($0) }
    var hour = parts.first ?? 0
    let half = clock.folded
    if half.contains("pm"), hour < 12 { hour += 12 }
    if half.contains("am"), hour == 12 { hour = 0 }
    let minute = parts.count > 1 ? parts[1] : 0
    let second = parts.count > 2 ? parts[2] : 0
    let days = (day.year * 12 + day.month) * 31 + day.day
    return ((days * 24 + hour) * 60 + minute) * 60 + second
  }
}
