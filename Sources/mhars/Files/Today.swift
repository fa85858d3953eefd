import Foundation
import Instruments

extension CalendarDay {
  /// The day on which the command runs, or the one of `MHARS_TODAY`, as tests need one that stays.
  static var today: CalendarDay {
    let given = ProcessInfo.processInfo.environment["MHARS_TODAY"].flatMap(CalendarDay.init(iso:))
    if let given { return given }
    let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    let today = CalendarDay(year: now.year ?? 1, month: now.month ?? 1, day: now.day ?? 1)
    return today ?? .first
  }
}
