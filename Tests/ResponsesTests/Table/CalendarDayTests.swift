import Testing

@testable import Responses

struct CalendarDayTests {
  @Test func `the calendar has 146,097 days in 400 years, in order`() {
    var days: [CalendarDay] = []
    for year in 1_601...2_000 {
      for month in 0...13 {
        for day in -1...32 {
          CalendarDay(year: year, month: month, day: day).map { days.append($0) }
        }
      }
    }
    #expect(days.count == 146_097)
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (2_100, 2, 29), (.min, 1, 1), (2_000, .max, 1), (2_000, 1, .max),
  ])
  func `days out of its range are none`(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }
}
