import Instruments
import Statistics
import Testing

@testable import Analysis

/// Which rows count: blanks, two observers, and rows that say nothing.
struct CountedRowsTests {
  private static let figures = [
    "month,group,events,people", "2026-01-05,a,2,20", "2026-02-05,a,,30", "2026-03-05,a,4,",
    "2026-04-05,b,1,25", "2026-05-05,b,0,25", "2026-06-05,b,3,30",
  ]

  private func office(_ measure: String, minimum: String = "units: 1") -> SmallRecord {
    SmallRecord(
      audience: "records",
      items: [
        "id: month, type: date", "id: group, type: text", "id: events, type: number",
        "id: people, type: number",
      ],
      rule: [
        "minimum: { \(minimum) }", "measures:",
        "  - { id: m, of: events, among: people, practices: [vision.values], \(measure) }",
      ])
  }

  private func entry(_ record: SmallRecord, _ rows: [String]) throws -> EvidenceEntry {
    try #require(try record.evidence(rows).first)
  }

  private func parts(_ entry: EvidenceEntry) -> [EvidenceFigure.Part] {
    guard case .index(_, let parts) = entry.figure else { return [] }
    return parts
  }

  @Test func `a row of an office counts where all its numbers are there`() throws {
    let rate = try entry(office("kind: rate"), Self.figures)
    guard case .rate(let found, _) = rate.figure else {
      Issue.record("the figure is no rate")
      return
    }
    #expect((found.events, found.exposure, rate.base.units) == (6, 100, 4))
    let share = try entry(office("kind: share, by: group"), Self.figures)
    #expect(isClose(share.points?.value, 6))
    #expect(parts(share).map(\.figure) == [10, 5])
    #expect(parts(share).map(\.count) == [20, 80])
    let chart = try entry(office("kind: run_chart, by: month"), Self.figures)
    guard case .runChart(_, let months) = chart.figure else {
      Issue.record("the figure is no chart")
      return
    }
    #expect(months == ["2026-01", "2026-04", "2026-05", "2026-06"])
  }

  @Test func `ratios rest on rows, not on groups`() throws {
    let found = try entry(
      office("kind: ratio, by: group, better: lower", minimum: "units: 3"), Self.figures)
    #expect((found.base.units, found.base.count) == (4, 100))
    #expect(found.isEnough)
    guard case .ratios(let ratios) = found.figure else {
      Issue.record("the figure is no ratio")
      return
    }
    #expect(ratios.map(\.own.exposure) == [20, 80])
  }

  @Test func `rows without figures are no units and name no setting`() throws {
    let record = SmallRecord(
      audience: "records",
      items: ["id: place, type: text", "id: events, type: number", "id: people, type: number"],
      rule: [
        "setting: place", "minimum: { settings: 3 }", "measures:",
        "  - { id: m, kind: rate, of: events, among: people, practices: vision.values }",
      ])
    let found = try entry(record, ["place,events,people", "a,1,20", "b,2,30", "c,,", "d,0,0"])
    #expect((found.base.units, found.base.settings) == (2, 2))
    #expect(!found.isEnough)
  }

  private let walks = SmallRecord(
    items: [
      "id: walk, type: text", "id: place, type: text", "id: observer, type: text",
      "id: good, type: number", "id: bad, type: number",
      "id: seen, type: single, choices: [{ code: yes }, { code: no }]",
    ],
    rule: [
      "unit: walk", "setting: place", "observer: observer", "measures:",
      "  - { id: good, kind: share, of: good, among: [good, bad], by: place, practices: vision.values }",
      "  - { id: ill, kind: share, of: bad, among: [good, bad], by: place, better: lower, practices: vision.values }",
      "  - { id: even, kind: evenness, of: [good, bad], practices: vision.values }",
      "  - { id: seen, kind: met, of: seen, values: yes, practices: vision.values }",
    ])

  private func walked() throws -> [EvidenceEntry] {
    try walks.evidence([
      "walk,place,observer,good,bad,seen", "1,hall,A,4,1,yes", "1,hall,B,3,1,no",
      "2,hall,A,2,2,no", "2,hall,C,,,", "3,yard,A,0,0,yes", "4,gate,A,3,0,yes", "5,lane,A,,,",
    ])
  }

  @Test func `a part counts a unit of two observers as their mean, as the whole does`() throws {
    let found = try walked()[0]
    #expect(parts(found).map(\.value) == ["gate", "hall", "lane", "yard"])
    #expect(parts(found).map(\.count) == [3, 8.5, 0, 0])
    #expect(isClose(parts(found)[1].figure, 100 * 5.5 / 8.5))
    #expect(found.base.count == 11.5)
    #expect(isClose(found.points?.value, 100 * 8.5 / 11.5))
  }

  @Test func `where less is better the parts are turned as the whole is`() throws {
    let found = try walked()
    #expect(isClose(found[0].points?.value, found[1].points?.value ?? 0))
    for (part, other) in zip(parts(found[0]), parts(found[1])) {
      #expect((part.figure == nil) == (other.figure == nil))
      #expect(abs((part.figure ?? 0) - (other.figure ?? 0)) < 1e-9)
    }
  }

  @Test func `settings are those of units with something to count`() throws {
    let found = try walked()
    #expect(found.map(\.base.settings) == [2, 2, 2, 3])
    #expect(found.map(\.base.units) == [3, 3, 3, 4])
  }

  @Test func `two observers of what befell are their mean in a rate too`() throws {
    let record = SmallRecord(
      items: [
        "id: break, type: text", "id: observer, type: text", "id: events, type: number",
        "id: people, type: number", "id: day, type: date", "id: group, type: text",
      ],
      rule: [
        "unit: break", "observer: observer", "measures:",
        "  - { id: rate, kind: rate, of: events, among: people, practices: vision.values }",
        "  - { id: ratio, kind: ratio, of: events, among: people, by: group, practices: vision.values }",
        "  - { id: chart, kind: run_chart, of: events, among: people, by: day, practices: vision.values }",
      ])
    let found = try record.evidence([
      "break,observer,events,people,day,group", "1,A,4,40,2026-01-05,x", "1,B,2,40,2026-01-05,x",
      "2,A,5,60,2026-02-05,y",
    ])
    #expect(found.map(\.base.count) == [100, 100, 100])
    #expect(found.map(\.base.units) == [2, 2, 2])
    guard case .rate(let rate, _) = found[0].figure, case .ratios(let ratios) = found[1].figure
    else {
      Issue.record("the figures are no rate and ratio")
      return
    }
    #expect((rate.events, rate.exposure) == (8, 100))
    #expect(ratios.map(\.own.events) == [3, 5])
  }
}
