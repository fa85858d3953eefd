import Instruments
import Testing

struct RetentionTests {
  private typealias Retention = AuditPlan.Retention

  @Test(arguments: [
    (1, Retention.Unit.days, "2027-01-01"), (2, .weeks, "2027-01-14"), (2, .months, "2027-02-28"),
    (1, .years, "2027-12-31"), (12, .months, "2027-12-31"), (14, .months, "2028-02-29"),
  ])
  func `keeping ends so long after the round`(
    _ count: Int, _ unit: AuditPlan.Retention.Unit, _ end: String
  ) throws {
    let day = try #require(CalendarDay(iso: "2026-12-31"))
    #expect(Retention(count: count, unit: unit).end(after: day)?.iso == end)
  }

  @Test(arguments: AuditPlan.Retention.Unit.allCases)
  func `a time without end is no day and no trap`(_ unit: AuditPlan.Retention.Unit) throws {
    let day = try #require(CalendarDay(iso: "2026-12-31"))
    #expect(Retention(count: .max, unit: unit).end(after: day) == nil)
    #expect(Retention(count: 10_000_000, unit: unit).end(after: day) == nil)
  }

  @Test func `a time is written as a plan writes it`() {
    #expect(Retention.standard.description == "12 months")
    #expect(Retention(count: 1, unit: .years).description == "1 year")
  }
}
