import Instruments

/// The times at which the responses of a file were handed in.
struct ResponseTimes {
  private let times: TextColumn
  private let order: DateOrder?

  /// Takes the time stamps of a file; their order of day and month follows from all of them.
  init(_ times: TextColumn, _ declared: DateOrder?) {
    self.times = times
    var evidence = DateEvidence()
    for row in 0..<times.count {
      guard let date = DateReader.read(times[row].trimmingBlanks) else { continue }
      evidence.note(date, record: row, column: 0)
    }
    if case .settled(let order, _) = evidence.order { self.order = order } else { order = declared }
  }

  /// The row with the latest time; `nil` where two share it, or day and month cannot be told apart.
  func latest(of rows: [Int]) -> Int? {
    guard let order else {
      let dayFirst = latest(of: rows, .dayFirst)
      return dayFirst == latest(of: rows, .monthFirst) ? dayFirst : nil
    }
    return latest(of: rows, order)
  }

  /// When a row was handed in, in seconds on a line of its own; `nil` where that is not certain.
  func moment(ofRow row: Int) -> Int? { order.flatMap { moment(times[row], $0) } }

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
    guard let day = DateReader.read(trimmed)?.day(order) else { return nil }
    let days = (day.year * 12 + day.month) * 31 + day.day
    let time = ClockTime(DateReader.dateAndTime(in: trimmed).time)
    return days * 86_400 + (time?.seconds ?? 0)
  }
}
