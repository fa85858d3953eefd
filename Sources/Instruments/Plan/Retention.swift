extension AuditPlan {
  /// How long something is kept: a whole number of days, weeks, months or years.
  public struct Retention: Hashable, Sendable {
    /// What the time is counted in.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
      case days, weeks, months, years
    }

    /// How many units, from 1.
    public var count: Int
    /// What is counted.
    public var unit: Unit

    public init(count: Int, unit: Unit) {
      self.count = count
      self.unit = unit
    }

    /// Twelve months: what holds where a plan does not say.
    public static let standard = Retention(count: 12, unit: .months)

    /// The last day of keeping for what belongs to a round that ended on a day.
    ///
    /// Months and years keep the day of the month, or take the last of a shorter month.
    ///
    /// - Returns: `nil` after the year 9999.
    public func end(after day: CalendarDay) -> CalendarDay? {
      let (weeks, overflowsWeeks) = count.multipliedReportingOverflow(by: 7)
      let (years, overflowsYears) = count.multipliedReportingOverflow(by: 12)
      switch unit {
      case .days: return day.adding(days: count)
      case .weeks: return overflowsWeeks ? nil : day.adding(days: weeks)
      case .months: return day.adding(months: count)
      case .years: return overflowsYears ? nil : day.adding(months: years)
      }
    }
  }
}

extension AuditPlan.Retention: CustomStringConvertible {
  /// The time as a plan writes it, such as `12 months` or `1 year`.
  public var description: String {
    "\(count) " + (count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)
  }
}

extension AuditPlan.Retention {
  /// The longest time that a plan may name: a hundred years.
  static func longest(in unit: Unit) -> Int {
    switch unit {
    case .days: 36_525
    case .weeks: 5_218
    case .months: 1_200
    case .years: 100
    }
  }

  /// Reads a time such as `12 months` or `1 year`; `nil` for any other form.
  init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let count = Int(words[0]), String(count) == words[0],
      let unit = Unit(rawValue: String(words[1])) ?? Unit(rawValue: words[1] + "s"),
      count >= 1, count <= Self.longest(in: unit)
    else { return nil }
    self.init(count: count, unit: unit)
  }
}
