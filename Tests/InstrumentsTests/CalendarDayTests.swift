import Instruments
import Testing

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

  @Test func `adding days steps through the calendar and back`() throws {
    let start = try #require(CalendarDay(year: 1_600, month: 12, day: 31))
    var previous = start
    for count in 1...146_097 {
      let day = try #require(start.adding(days: count))
      #expect(previous < day && previous.adding(days: 1) == day && day.adding(days: -1) == previous)
      guard previous < day else { return }
      previous = day
    }
    #expect(previous.iso == "2000-12-31")
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-12-18", 12, "2027-12-18"),
    ("2024-02-29", 12, "2025-02-28"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-08-31", 18, "2028-02-29"),
    ("2026-11-30", 0, "2026-11-30"), ("2026-01-15", -1, "2025-12-15"),
  ])
  func `months keep the day, or take the last of a shorter month`(
    _ day: String, _ months: Int, _ then: String
  ) {
    #expect(CalendarDay(iso: day)?.adding(months: months)?.iso == then)
  }

  @Test func `the calendar ends with the year 9999 and starts with the year 1`() throws {
    let first = try #require(CalendarDay(year: 1, month: 1, day: 1))
    let last = try #require(CalendarDay(year: 9_999, month: 12, day: 31))
    #expect(first.adding(days: -1) == nil && first.adding(months: -1) == nil)
    #expect(last.adding(days: 1) == nil && last.adding(months: 1) == nil)
    for number in [Int.min, .max] {
      #expect(first.adding(days: number) == nil && last.adding(days: number) == nil)
      #expect(first.adding(months: number) == nil && last.adding(months: number) == nil)
    }
  }

  @Test(arguments: ["2026-09-01", "0001-01-01", "9999-12-31", "2024-02-29"])
  func `a day is written as it was read`(_ text: String) {
    #expect(CalendarDay(iso: text)?.iso == text)
  }

  @Test(arguments: [
    "", "-", "--", "2026-9-1", "26-09-01", "2026-09-31", "2025-02-29", "2026/09/01", "01-09-2026",
    " 2026-09-01", "2026-09-01 ", "2026-09-01T00:00", "+026-09-01", "２０２６-09-01", "2026-00-10",
    "0000-01-01", "2026-09-01-01",
  ])
  func `other forms are no days`(_ text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }
}
