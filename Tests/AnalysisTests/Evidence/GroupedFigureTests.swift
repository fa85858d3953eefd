import Instruments
import Testing

@testable import Analysis

/// The groups of a figure: which are told, how far they lie apart, which are low.
struct GroupedFigureTests {
  private func training(_ counts: [(String, Int, Int)], by: String = ", role: group") throws
    -> EvidenceEntry
  {
    let record = SmallRecord(
      audience: "records",
      items: [
        "id: role, type: text\(by)", "id: post, type: number", "id: done, type: number",
      ],
      rule: [
        "measures:",
        "  - { id: done, kind: share, of: done, among: post, by: role, below: 50, "
          + "practices: staff.development }",
      ])
    return try #require(
      try record.evidence(["role,post,done"] + counts.map { "\($0.0),\($0.1),\($0.2)" }).first)
  }

  private func parts(_ entry: EvidenceEntry) -> [EvidenceFigure.Part] {
    guard case .index(_, let parts) = entry.figure else { return [] }
    return parts
  }

  @Test func `groups of few are put together, the smallest first, until they are as many`() throws {
    let whole = try training([
      ("leader", 6, 5), ("office", 3, 2), ("site", 8, 1), ("teacher", 14, 12),
    ])
    let held = whole.heldBack(below: 5)
    // Three of the office are too few; with six leaders they are nine.
    #expect(parts(held).map(\.value) == ["leader + office", "site", "teacher"])
    #expect(parts(held).map(\.count) == [9, 8, 14])
    #expect(isClose(parts(held)[0].figure, 100 * 7.0 / 9))
    #expect(parts(held).reduce(0) { $0 + $1.count } == whole.base.count)
    #expect(held.points == whole.points)
  }

  @Test func `topics of the same few staff are not put together as if they were more`() throws {
    let topics = [("anger", 2, 1), ("grief", 3, 1), ("sleep", 3, 0), ("talk", 2, 0)]
    #expect(parts(try training(topics, by: "").heldBack(below: 5)).isEmpty)
    let wide = topics + [("first aid", 40, 30), ("reading", 30, 9)]
    #expect(
      parts(try training(wide, by: "").heldBack(below: 5)).map(\.value) == [
        "anger + grief + reading + sleep + talk", "first aid",
      ])
  }

  @Test func `groups that would be one are not told`() throws {
    #expect(parts(try training([("office", 3, 2), ("site", 4, 1)]).heldBack(below: 5)).isEmpty)
    #expect(parts(try training([("office", 3, 2), ("site", 40, 1)]).heldBack(below: 5)).isEmpty)
    let two = try training([("office", 3, 2), ("site", 4, 1), ("teacher", 14, 12)])
    #expect(parts(two.heldBack(below: 5)).map(\.value) == ["office + site", "teacher"])
    #expect(parts(two.heldBack(below: 8)).isEmpty)
  }

  @Test func `the lowest as a share of the highest is the consistency`() throws {
    let found = try #require(Spread(parts(try training([("a", 10, 4), ("b", 8, 4), ("c", 5, 4)]))))
    #expect((found.lowest.value, found.highest.value) == ("a", "c"))
    #expect(isClose(found.consistency, 0.5))
    // Four of four counted are no yardstick.
    let few = try #require(Spread(parts(try training([("a", 10, 4), ("b", 4, 4)]))))
    #expect(few.consistency == nil)
    #expect(Spread(parts(try training([("a", 10, 4), ("b", 20, 8)]))) == nil)
  }

  @Test func `groups under the limit are told by name, one on it is not`() throws {
    let entry = try training([("a", 10, 4), ("b", 8, 4), ("c", 10, 9)])
    #expect(entry.lowParts?.map(\.value) == ["a"])
    #expect(try training([("a", 3, 0), ("b", 40, 30)]).heldBack(below: 5).lowParts == nil)
  }

  private func stories(_ better: String) throws -> EvidenceEntry {
    let record = SmallRecord(
      audience: "pupils",
      items: [
        "id: piece, type: text",
        "id: age, type: single, choices: [{ code: older }, { code: younger }]",
        "id: seen, type: single, choices: [{ code: is_met }, { code: not_met }]",
      ],
      rule: [
        "unit: piece", "measures:",
        "  - { id: seen, kind: met, of: seen, values: is_met, by: age, better: \(better), "
          + "practices: staff.voice }",
      ])
    return try #require(
      try record.evidence([
        "piece,age,seen", "1,older,is_met", "2,older,is_met", "3,older,not_met",
        "4,younger,not_met",
        "5,younger,is_met", "6,younger,not_met", "7,younger,not_met", "8,,is_met", "9,older,",
      ]).first)
  }

  @Test func `what is met is told by group, each unit once`() throws {
    let found = parts(try stories("higher"))
    #expect(found.map(\.value) == ["older", "younger"] && found.map(\.count) == [3, 4])
    #expect(isClose(found[0].figure, 200.0 / 3) && isClose(found[1].figure, 25))
  }

  @Test func `groups are turned with their figure where less is better`() throws {
    let entry = try stories("lower")
    #expect(isClose(entry.points?.value, 50))
    #expect(isClose(parts(entry)[1].figure, 75))
  }

  @Test func `a rate of one to a few is told of nobody, and of none or enough it is`() throws {
    let log = SmallRecord(
      audience: "records", items: ["id: again, type: number", "id: named, type: number"],
      rule: [
        "measures:",
        "  - { id: again, kind: rate, of: again, among: named, better: lower, practices: networks.kindness }",
      ])
    func isHeld(_ again: Int) throws -> Bool {
      try #require(try log.evidence(["again,named", "\(again),40"]).first).heldBack(below: 5)
        .isHeldBack
    }
    #expect(try [0, 1, 4, 5].map(isHeld) == [false, true, true, false])
  }

  @Test func `a month is held against the same month of the year before`() {
    let months = ["2025-09", "2025-10", "2026-01", "2026-09"]
    #expect(EvidenceFigure.yearBefore(months) == [nil, nil, nil, 0])
  }
}
