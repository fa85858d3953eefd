import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// Which component to take up first.
struct ComponentPriorityTests {
  /// Three components with pupils and staff each, from low to high answers.
  private static let pupils = SmallInstrument(
    id: "pupils",
    items: ["v/vision.values", "w/staff.wellbeing", "k/networks.kindness"])
  private static let staff = SmallInstrument(
    id: "staff", audience: "staff",
    items: ["v/vision.values", "w/staff.wellbeing", "k/networks.kindness"])

  private static func rows(_ vision: [Int], _ staff: [Int], _ networks: [Int]) -> [String] {
    zip(zip(vision, staff), networks).map { "\($0.0),\($0.1),\($1)" }
  }

  private static let low = [1, 2, 2, 3, 2, 1, 2, 3, 2, 2, 1, 3]
  private static let middle = [3, 4, 4, 3, 5, 4, 3, 4, 2, 4, 5, 4]
  /// Below 70, and far enough from it for no draw to reach it.
  private static let steady = [3, 3, 4, 3, 3, 3, 4, 3, 2, 3, 3, 4]
  private static let high = [5, 4, 5, 5, 4, 5, 5, 5, 4, 5, 5, 4]

  private func sources(
    _ first: [String] = rows(low, middle, high), _ second: [String] = rows(low, high, high)
  ) throws -> [GapSource] {
    try [(Self.pupils, first), (Self.staff, second)].map {
      .survey(try $0.0.responses($0.1).table, population: $0.1.count)
    }
  }

  private func table(_ sources: [GapSource], target: Double = 70) -> GapTable {
    GapAnalysis(sources, framework: smallPack, target: target).table()
  }

  @Test func `without importance it is the chance below target times the share of groups below`()
    throws
  {
    let table = table(try sources())
    let priorities = table.priorities
    #expect(!priorities.weighsImportance)
    #expect(priorities.ranked.map(\.component.id) == ["vision", "staff", "networks"])
    for entry in priorities.ranked {
      let gap = try #require(table.component(entry.component.id))
      let above = try #require(gap.index?.probability(atLeast: 70))
      let below = gap.groups.count { ($0.figure?.value ?? 0) < 70 }
      #expect((entry.groupsBelow, entry.groups) == (below, 2))
      #expect(isClose(entry.value, (1 - above) * Double(below) / 2))
      #expect(isClose(entry.belowTarget, 1 - above))
      #expect(entry.importance == nil)
    }
    #expect(priorities.ranked.map(\.rank) == [1, 2, 3])
    #expect(priorities.ranked.map(\.groupsBelow) == [2, 1, 0])
  }

  @Test func `importance weighs from a half to one, by the most chosen`() throws {
    let chosen =
      Array(repeating: "staff", count: 6) + Array(repeating: "networks", count: 3)
      + Array(repeating: "parents", count: 3)
    let plain = table(try sources()).priorities
    let asked = table(try sources() + [SmallChoice().source(chosen)]).priorities
    #expect(asked.weighsImportance)
    func value(_ of: ComponentPriorities, _ id: String) -> Double? {
      of.ranked.first { $0.component.id == id }?.value
    }
    for (id, weight) in [("vision", 0.5), ("staff", 1), ("networks", 0.75)] {
      #expect(isClose(value(asked, id), (value(plain, id) ?? -1) * weight), "\(id)")
    }
  }

  @Test func `importance that not every ranked component was offered is left out`() throws {
    let few = SmallChoice(offered: ["vision", "staff", "parents", "digital"])
    let asked = table(
      try sources() + [few.source(Array(repeating: "staff", count: 12))]
    ).priorities
    #expect(!asked.weighsImportance)
    #expect(asked.ranked.map(\.value) == table(try sources()).priorities.ranked.map(\.value))
  }

  @Test func `a component without enough evidence has no number and is looked at next`() throws {
    let one = SmallInstrument(id: "pupils", items: ["v/vision.values"])
    let rows = Self.low.map(String.init)
    let table = table([.survey(try one.responses(rows).table, population: nil)])
    let priorities = table.priorities
    #expect(priorities.ranked.isEmpty)
    #expect(priorities.lookNext.map(\.component.id) == ["vision", "staff", "networks"])
    let excused = GapAnalysis([], framework: smallPack, notApplicable: ["staff": "none"]).table()
    #expect(excused.priorities.lookNext.map(\.component.id) == ["vision", "networks"])
  }

  @Test func `nothing that is far from the others leaves its place, and what is near does`() throws
  {
    let rows = Self.rows(Self.low, Self.steady, Self.high)
    let far = table(try sources(rows)).priorities.ranked
    #expect(far.map(\.component.id) == ["vision", "staff", "networks"])
    #expect(far.map(\.ranks) == [1...1, 2...2, 3...3])
    let wide = Self.rows(
      [1, 5, 3, 5, 2, 4, 1, 5, 3, 4, 2, 5], [2, 5, 3, 5, 1, 4, 1, 5, 3, 4, 2, 5], Self.high)
    let near = table(try sources(wide, wide)).priorities.ranked
    let close = near.filter { $0.component.id != "networks" }
    #expect(close.allSatisfy { $0.ranks == 1...2 }, "\(close.map(\.ranks))")
  }

  @Test func `a group near the target moves places, also those of others`() throws {
    // Pupils put the second component at 69, and in two of five draws at 70 and above: no group is
    // below then, and its priority is 0 like that of the third.
    let near = table(try sources()).priorities.ranked
    #expect(near.map(\.component.id) == ["vision", "staff", "networks"])
    #expect(near.map(\.groupsBelow) == [2, 1, 0])
    #expect(near.map(\.ranks) == [1...1, 2...2, 2...3])
  }

  @Test func `a range holds its own place, and leaves out 50 of 2000 draws on either side`() {
    let even = [Double](repeating: 0.5, count: 2000)
    func rising(_ above: Int) -> [Double] { (0..<2000).map { $0 < above ? 0.9 : 0.1 } }
    #expect(ComponentPriorities.ranges(of: [1, 2], [even, rising(50)]) == [1...1, 2...2])
    #expect(ComponentPriorities.ranges(of: [1, 2], [even, rising(51)]) == [1...2, 1...2])
    #expect(ComponentPriorities.ranges(of: [2, 1], [even, rising(0)]) == [1...2, 1...2])
    #expect(ComponentPriorities.ranges(of: [1], [even]) == [1...1])
  }

  @Test func `a run gives the same places again, and another component's evidence moves no number`()
    throws
  {
    let one = table(try sources()).priorities.ranked
    #expect(table(try sources().reversed()).priorities.ranked == one)
    let two = table(
      try sources(
        Self.rows(Self.low, Self.low, Self.high), Self.rows(Self.low, Self.low, Self.high))
    ).priorities.ranked
    func own(_ list: [ComponentPriority]) -> ComponentPriority? {
      list.first { $0.component.id == "vision" }
    }
    #expect(own(one)?.value == own(two)?.value && own(one)?.belowTarget == own(two)?.belowTarget)
  }

  @Test func `equal priorities share the better place`() throws {
    let rows = Self.rows(Self.high, Self.high, Self.high)
    let ranked = table(try sources(rows, rows), target: 50).priorities.ranked
    #expect(ranked.map(\.value) == [0, 0, 0] && ranked.map(\.rank) == [1, 1, 1])
    #expect(ranked.allSatisfy { $0.ranks == 1...1 })
  }

  @Test func `where each group answers alike nothing is drawn, and every place is sure`() throws {
    let rows = Array(repeating: "2,4,5", count: 12), others = Array(repeating: "3,3,4", count: 12)
    let ranked = table(try sources(rows, others)).priorities.ranked
    #expect(ranked.map(\.component.id) == ["vision", "staff", "networks"])
    #expect(ranked.map(\.belowTarget) == [1, 1, 0] && ranked.map(\.value) == [1, 0.5, 0])
    #expect(ranked.map(\.ranks) == [1...1, 2...2, 3...3])
  }

  @Test func `what a hidden group says moves no priority and is no group`() throws {
    let minimums = GroupMinimums([.pupils: 10], others: 8)
    let seen = SmallRecord(
      items: ["id: lesson, type: text", "id: good, type: number", "id: all, type: number"],
      rule: [
        "unit: lesson", "minimum: { units: 3 }", "measures:",
        "  - { id: seen, kind: share, of: good, among: all, practices: [vision.values] }",
      ])
    let lessons = try seen.evidence(
      ["lesson,good,all"] + (0..<12).map { "l\($0),\(6 + $0 % 4),10" })
    let shown = try [1, 5].map { answer in
      let hidden = Array(repeating: "\(answer),\(answer),\(answer)", count: 4)
      let rows = Self.rows(Self.middle, Self.middle, Self.high)
      let table = GapAnalysis(
        try sources(rows, hidden) + [.record(lessons)], framework: smallPack, minimums: minimums
      ).table()
      return table.released(under: .audit(minimums)).figures.priorities.ranked
    }
    #expect(shown[0] == shown[1])
    // Pupils everywhere, and lessons for the one component that was seen.
    let groups = Dictionary(uniqueKeysWithValues: shown[0].map { ($0.component.id, $0.groups) })
    #expect(groups == ["vision": 2, "staff": 1, "networks": 1])
  }
}
