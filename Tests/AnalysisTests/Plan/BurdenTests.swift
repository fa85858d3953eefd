import Analysis
import Instruments
import Testing

/// The minutes that a round asks of people.
struct BurdenTests {
  private func minutes(_ audience: String, _ items: [String], further: [String] = []) throws
    -> Double
  {
    AnsweringTime.minutes(
      of: try SmallInstrument(
        audience: audience, privacy: "confidential", items: items, further: further
      ).read())
  }

  @Test func `minutes follow from the number and the kinds of items`() throws {
    // 60 to open and 10 for each of 6 items on a scale.
    #expect(try minutes("staff", ["a", "b", "c", "d", "e", "f"]) == 2)
    #expect(
      try minutes("staff", ["a"], further: ["{ id: t, type: text }"]) == (60.0 + 10 + 60) / 60)
    #expect(
      try minutes("staff", ["a"], further: ["{ id: l, type: list }"]) == (60.0 + 10 + 45) / 60)
    #expect(
      try minutes("staff", ["a"], further: ["{ id: n, type: nominate, from: roll, max: 3 }"])
        == (60.0 + 10 + 3 * 20) / 60)
  }

  @Test func `pupils take half as long again`() throws {
    #expect(
      isClose(try minutes("pupils", ["a", "b"]), try 1.5 * minutes("parents", ["a", "b"])))
  }

  @Test func `hours are minutes of all who could answer`() throws {
    let plan = RoundPlan.of([
      try .survey("ours", .staff, of: Array(repeating: "staff.trust", count: 6), population: 30),
      try .survey("theirs", .staff, of: Array(repeating: "staff.trust", count: 6), population: 30),
    ])
    let staff = try #require(plan.burdens.first)
    #expect(plan.burdens.count == 1)
    #expect(staff.people == .known(30))
    #expect(staff.minutesEach == 4)
    #expect(staff.parts.map(\.hours) == [1, 1])
    #expect(staff.hours == 2)
  }

  @Test func `a record takes its minutes for the least that counts`() throws {
    let measure = "kind: share, of: good, among: all, practices: [vision.values]"
    let told = RoundPlan.of([
      try .record(
        .observers, measure: measure,
        rule: ["unit: lesson", "minimum: { units: 3 }", "minutes: 40"])
    ])
    let part = try #require(told.burdens.first?.parts.first)
    #expect(part.units?.count == 3 && part.units?.name == "lesson")
    #expect(part.hours == 2 && part.people == nil)
    #expect(told.burdens.first?.minutesEach == 0)
    let silent = RoundPlan.of([try .record(.observers, measure: measure)])
    #expect(silent.burdens.first?.parts.first?.minutesEach == nil)
    #expect(silent.burdens.first?.hours == nil)
  }

  @Test func `nobody's number is guessed`() throws {
    let plan = RoundPlan.of([try .survey("ours", .staff, of: ["staff.trust"])])
    #expect(plan.burdens.map(\.people) == [.notKnown])
    #expect(plan.burdens[0].hours == nil)
  }
}
