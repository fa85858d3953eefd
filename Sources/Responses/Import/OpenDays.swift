public import Instruments

/// The days on which a round takes answers, the first and the last included.
public struct OpenDays: Sendable, Hashable {
  /// The first day; `nil` where every earlier day will do.
  public let from: CalendarDay?
  /// The last day; `nil` where every later day will do.
  public let until: CalendarDay?

  /// Makes days; `nil` where neither end is known, so that every day is one of them.
  public init?(from: CalendarDay?, until: CalendarDay?) {
    if from == nil, until == nil { return nil }
    self.from = from
    self.until = until
  }

  /// Why an answer of a day does not count; `nil` where it does.
  func exclusion(of day: CalendarDay) -> ImportLedger.Exclusion? {
    if let from, day < from { return .early }
    if let until, day > until { return .late }
    return nil
  }
}
