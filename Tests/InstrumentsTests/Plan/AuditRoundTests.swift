import Instruments
import Testing

struct AuditRoundTests {
  /// A plan with rounds that open on these days; `nil` for rounds that do not say.
  private func plan(_ days: String?...) -> AuditPlan {
    let rounds = zip("abcdef", days).map { name, day in
      AuditPlan.Round(
        id: String(name), from: day.flatMap { CalendarDay(iso: $0) }, instruments: ["x"])
    }
    return AuditPlan(school: "x", framework: "y", rounds: rounds)
  }

  private func current(_ plan: AuditPlan, _ today: String) -> String? {
    CalendarDay(iso: today).flatMap { plan.currentRound(on: $0)?.id }
  }

  @Test func `the only round is the current one, open or not`() {
    #expect(current(plan("2026-09-01"), "2026-01-01") == "a")
    #expect(current(plan(nil), "2026-01-01") == "a")
    #expect(current(plan(), "2026-01-01") == nil)
  }

  @Test(arguments: [
    ("2026-08-31", nil), ("2026-09-01", "a"), ("2027-01-09", "a"), ("2027-01-10", "b"),
    ("2030-01-01", "c"),
  ])
  func `the round that opened last is the current one`(_ today: String, _ id: String?) {
    #expect(current(plan("2026-09-01", "2027-01-10", "2027-04-01"), today) == id)
  }

  @Test func `the order of the file counts only where days do not`() {
    #expect(current(plan("2027-01-10", "2026-09-01"), "2028-01-01") == "a")
    #expect(current(plan("2026-09-01", "2026-09-01"), "2028-01-01") == "b")
    #expect(current(plan(nil, nil), "2026-01-01") == "b")
    #expect(current(plan(nil, "2026-09-01"), "2026-01-01") == "a")
    #expect(current(plan(nil, "2026-09-01"), "2026-09-01") == "b")
    #expect(current(plan("2026-09-01", nil), "2026-01-01") == "b")
    #expect(current(plan("2026-09-01", nil), "2026-09-01") == "b")
    #expect(current(plan("2026-09-01", nil, "2026-10-01"), "2026-10-01") == "c")
  }
}
