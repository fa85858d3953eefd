import Responses
import Testing

@testable import Store

struct RollStoreTests {
  private let test: TestAudit
  private let first = """
    pupil,name,known_as,class,year,opted_out,left,house
    P1,Tom Brown,Tommy,5B,5,,,Oak
    P2,Aisha Khan,,5B,5,yes,,Elm
    P3,Zoë O'Neill,,4A,4,,,
    P9,Old Boy,,4A,4,,yes,Oak

    """

  init() throws { test = try TestAudit() }

  private func take(_ text: String, _ rounds: [String] = ["autumn"]) throws -> String? {
    try test.people.take(
      roll(text), in: rounds, file: "roll.csv", on: someDay, by: lead)?.label
  }

  private func said(_ roll: Roll?) -> Set<RollRecord> { Set(roll?.records ?? []) }

  @Test func `there is no roll before one was taken in`() throws {
    #expect(try test.people.roll(in: ["autumn"]) == nil)
    #expect(try test.people.roll(in: []) == nil)
    #expect(try test.people.change(to: roll(first), in: ["autumn"]).isFirst)
    #expect(try test.people.take(roll(first), in: [], file: "", on: someDay, by: lead) == nil)
  }

  @Test func `the first roll is kept whole`() throws {
    #expect(try take(first) == "R1")
    #expect(try said(test.people.roll(in: ["autumn"])) == said(roll(first)))
    let entry = try #require(try test.people.imports().first)
    #expect(entry.instrument == "roll" && entry.added == 3 && entry.round == "autumn")
  }

  @Test func `the same roll again changes nothing`() throws {
    _ = try take(first)
    let lines = first.split(separator: "\n")
    let shuffled = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    #expect(try take(shuffled) == nil)
    #expect(try test.people.change(to: roll(shuffled), in: ["autumn"]).isNone)
    #expect(try test.people.imports().count == 1)
  }

  @Test func `a newer roll brings joiners and moves, and who is gone stays known`() throws {
    _ = try take(first)
    let newer = """
      pupil,name,known_as,class,year,opted_out,house
      P1,Tom Brown,Tommy,6B,6,,Oak
      P2,Aisha Khan,,5B,5,yes,Elm
      P4,Jo New,,5B,5,,

      """
    let change = try test.people.change(to: roll(newer), in: ["autumn"])
    #expect(change.joined.map(\.id) == ["P4"])
    #expect(change.left.map(\.id) == ["P3"])
    #expect(change.changed.map(\.after.id) == ["P1"])
    #expect(try take(newer) == "R2")
    let kept = try #require(try test.people.roll(in: ["autumn"]))
    #expect((0..<kept.count).map { kept.ids[$0] } == ["P1", "P2", "P4"])
    #expect(Set(kept.leavers.map(\.name)) == ["Zoë O'Neill", "Old Boy"])
    // Again without the leavers it says nothing new, and they are not forgotten.
    #expect(try take(newer) == nil)
    #expect(try test.people.roll(in: ["autumn"])?.leaverCount == 2)
  }

  @Test func `a pupil who comes back is on roll and has not left`() throws {
    _ = try take(first)
    _ = try take("pupil,name\nP1,Tom Brown\n")
    #expect(try take(first) == "R3")
    let kept = try #require(try test.people.roll(in: ["autumn"]))
    #expect(kept.count == 3)
    #expect(kept.leavers.map(\.id) == ["P9"])
  }

  @Test func `undoing brings the former roll back`() throws {
    _ = try take(first)
    _ = try take("pupil,name\nP1,Tom Brown\nP7,A B\n")
    #expect(try test.people.undo("r2", on: someDay, by: lead)?.map(\.label) == ["R2"])
    #expect(try said(test.people.roll(in: ["autumn"])) == said(roll(first)))
    #expect(try test.people.undo("R2", on: someDay, by: lead) == nil)
    #expect(try test.people.imports().map { $0.undone != nil } == [false, true])
    #expect(try test.people.undo("R1", on: someDay, by: lead) != nil)
    #expect(try test.people.roll(in: ["autumn"]) == nil)
    #expect(try take(first) == "R3")
    #expect(try said(test.people.roll(in: ["autumn"])) == said(roll(first)))
  }

  @Test func `a round without a roll of its own uses the one before`() throws {
    _ = try take(first, ["autumn"])
    let rounds = ["autumn", "spring", "summer"]
    #expect(try said(test.people.roll(in: rounds)) == said(roll(first)))
    #expect(try take(first, ["autumn", "spring"]) == nil)
    let second = "pupil,name\nP1,Tom Brown\n"
    #expect(try take(second, ["autumn", "spring"]) == "R2")
    #expect(try test.people.roll(in: ["autumn"])?.count == 3)
    #expect(try test.people.roll(in: ["autumn", "spring"])?.count == 1)
    #expect(try test.people.roll(in: rounds)?.count == 1)
    _ = try test.people.undo("R2", on: someDay, by: lead)
    #expect(try test.people.roll(in: rounds)?.count == 3)
    #expect(try test.people.roll(in: ["summer"]) == nil)
  }

  @Test func `what is done with people is written down with who and when`() throws {
    _ = try take(first)
    _ = try test.people.undo("R1", on: someDay, by: Actor(name: "head", time: "2026-11-23 08:00"))
    try test.people.record("list", "autumn", by: lead)
    let events = try test.people.events()
    #expect(
      events == [
        Event(at: "2026-11-22 09:30", who: "lead", action: "roll", detail: "R1"),
        Event(at: "2026-11-23 08:00", who: "head", action: "undo", detail: "R1"),
        Event(at: "2026-11-22 09:30", who: "lead", action: "list", detail: "autumn"),
      ])
  }
}
