import Instruments
import Responses
import Testing

@testable import Analysis

/// The draws behind the ranges of places.
struct PriorityPartsTests {
  private static let items = ["v/vision.values", "w/staff.wellbeing", "k/networks.kindness"]
  private static let pupils = SmallInstrument(id: "pupils", items: items)
  private static let staff = SmallInstrument(id: "staff", audience: "staff", items: items)
  private static let near = [3, 4, 4, 3, 5, 4, 3, 4, 2, 4, 5, 4]
  private static let wide = [1, 5, 3, 5, 2, 4, 1, 5, 3, 4, 2, 5]

  private func lessons() throws -> [EvidenceEntry] {
    try SmallRecord(
      items: ["id: lesson, type: text", "id: good, type: number", "id: all, type: number"],
      rule: [
        "unit: lesson", "minimum: { units: 3 }", "measures:",
        "  - { id: seen, kind: share, of: good, among: all, practices: [vision.values] }",
      ]
    ).evidence(["lesson,good,all"] + (0..<12).map { "l\($0),\(5 + $0 % 4),10" })
  }

  /// The component `vision` of pupils, who were seen too, and of staff where they are given.
  private func vision(_ pupils: [Int], _ staff: [Int] = [], seen: [EvidenceEntry] = []) throws
    -> ComponentGap
  {
    let rows = [(Self.pupils, pupils), (Self.staff, staff)].filter { !$0.1.isEmpty }
    let sources = try rows.map {
      GapSource.survey(
        try $0.0.responses($0.1.map { "\($0),3,3" }).table, population: $0.1.count)
    }
    let table = GapAnalysis(sources + [.record(seen)], framework: smallPack).table()
    return try #require(table.component("vision"))
  }

  private func drawn(_ gap: ComponentGap) throws -> [Double] {
    try #require(PriorityParts(gap, nil)).drawn(2000, seed: 1)
  }

  @Test func `of one group the index drawn is the group drawn`() throws {
    var gap = try vision(Self.near)
    gap.state = .measured
    let drawn = try drawn(gap)
    // Below the target the chance is above a half, and the group is; above it neither holds.
    #expect(drawn.allSatisfy { $0 == 0 || $0 > 0.5 })
    let above = drawn.count { $0 == 0 }
    let index = try #require(gap.index)
    let chance = try #require(index.probability(atLeast: 70))
    #expect(abs(Double(above) / 2000 - chance) < 0.03)
  }

  @Test func `the index and the groups below are of the same draws`() throws {
    let gap = try vision(Self.near, Self.wide)
    let parts = try #require(PriorityParts(gap, nil))
    let drawn = parts.drawn(2000, seed: 1)
    let chances = parts.groups.map { 1 - ($0.figure.probability(atLeast: 70) ?? 0) }
    // Where both are below, so is their mean, and the chance is above a half; of an index drawn by itself
    // some would be above. Where one is below, half the chance is less than that.
    let both = Double(drawn.count { $0 > 0.5 }) / 2000
    #expect(abs(both - chances[0] * chances[1]) < 0.03)
    let none = Double(drawn.count { $0 == 0 }) / 2000
    #expect(abs(none - (1 - chances[0]) * (1 - chances[1])) < 0.02)
    #expect(chances.allSatisfy { $0 > 0.5 && $0 < 0.95 })
  }

  @Test func `the groups make the index with the weights of the table`() throws {
    let gap = try vision(Self.near, Self.wide, seen: lessons())
    let parts = try #require(PriorityParts(gap, nil))
    #expect(parts.groups.map(\.audience) == [.pupils, .staff, .observers])
    #expect(parts.groups.map(\.weight) == [0.25, 0.25, 0.5])
    let value = parts.groups.reduce(0) { $0 + $1.weight * $1.figure.value }
    #expect(isClose(value, gap.index?.value))
  }

  @Test func `a group is drawn alike whoever else is asked, and otherwise by another seed`() throws
  {
    // Staff all say the same and are never below: a draw is 0 where pupils are not below.
    let both = try vision(Self.near, Array(repeating: 5, count: 12))
    var alone = try vision(Self.near)
    alone.state = .measured
    let parts = try [both, alone].map { try #require(PriorityParts($0, nil)) }
    func zeros(_ place: Int, seed: UInt64 = 1) -> [Bool] {
      parts[place].drawn(500, seed: seed).map { $0 == 0 }
    }
    #expect(zeros(0) == zeros(1) && zeros(0).contains(true) && zeros(0).contains(false))
    #expect(zeros(0, seed: 2) != zeros(0))
    #expect(parts[0].drawn(2000, seed: 1).prefix(500) == parts[0].drawn(500, seed: 1)[...])
  }

  @Test func `a group whose number is held back is drawn and not counted`() throws {
    var gap = try vision(Self.near, Self.wide)
    let place = try #require(gap.groups.firstIndex { $0.audience == .staff })
    gap.groups[place].n = nil
    let parts = try #require(PriorityParts(gap, nil))
    #expect(parts.groups.count == 2 && parts.counted == 1 && parts.groupsBelow == 1)
    #expect(Set(parts.drawn(200, seed: 1)).count > 50)
  }

  @Test func `an index that holds a group that is not shown has no priority`() throws {
    var gap = try vision(Self.near, Self.wide)
    let place = try #require(gap.groups.firstIndex { $0.audience == .staff })
    gap.groups[place].figure = nil
    #expect(PriorityParts(gap, nil) == nil)
  }
}
