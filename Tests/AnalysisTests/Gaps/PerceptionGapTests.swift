import Statistics
import Testing

@testable import Analysis

/// Where groups see a component differently.
struct PerceptionGapTests {
  private static let role =
    "{ id: role, type: single, role: group, choices: [ { code: senior_leader, label: Leader }, "
    + "{ code: teacher, label: Teacher } ] }"
  private static let staff = SmallInstrument(
    id: "staff", audience: "staff", items: ["v1/vision.values", "s1/vision.safety"],
    further: [role])

  private static func rows(_ first: String, _ second: String) -> [String] {
    let high = ["5,4", "4,5", "5,5", "5,4", "4,5", "5,5"]
    let low = ["1,3", "2,3", "1,3", "2,2", "1,3", "2,3"]
    return high.map { $0 + ",\(first)" } + low.map { $0 + ",\(second)" }
  }

  private func gap(_ rows: [String]) throws -> PerceptionGap? {
    try GapAnalysis.table(
      [(Self.staff, rows, population: nil)], heading: "v1,s1,role"
    ).component("vision")?.perception.first
  }

  @Test func `leaders are held against the others who answered the same items`() throws {
    let gap = try #require(try gap(Self.rows("senior_leader", "teacher")))
    #expect(gap.a == "leaders" && gap.b == "other staff")
    #expect(gap.nA == 6 && gap.nB == 6)
    // Codes 28/6 and 28/6 against 9/6 and 17/6, in quarters of 100.
    #expect(isClose(gap.figureA.value, 25 * (28.0 / 6 - 1)))
    #expect(isClose(gap.difference, 25 * (28.0 / 6 - 13.0 / 6)))
    #expect(gap.isFlagged)
    #expect(gap.items.map(\.id) == ["v1", "s1"])
  }

  @Test(arguments: [(4, false), (5, true)])
  func `a gap of fewer people than an index needs is told and not flagged`(
    leaders: Int, isFlagged: Bool
  ) throws {
    let rows = Self.rows("senior_leader", "teacher")
    let gap = try #require(try gap(Array(rows.prefix(leaders) + rows.suffix(6))))
    #expect(gap.nA == leaders && abs(gap.difference) > PerceptionGap.smallestFlagged)
    #expect(gap.isFlagged == isFlagged)
  }

  @Test func `exchanging the groups turns the sign and nothing else`() throws {
    let first = try #require(try gap(Self.rows("senior_leader", "teacher")))
    let second = try #require(try gap(Self.rows("teacher", "senior_leader")))
    #expect(isClose(first.difference, -second.difference))
    #expect(isClose(first.p, second.p))
    #expect(isClose(first.interval?.low, second.interval.map { -$0.high }))
    #expect(second.isFlagged)
  }

  @Test func `somebody who does not say their role is of neither group`() throws {
    let rows = Self.rows("senior_leader", "teacher")
    let padded = try #require(try gap(rows + ["1,1,", "1,1,"]))
    #expect(padded.nA + padded.nB == 12)
    #expect(try padded.difference == gap(rows)?.difference)
  }

  @Test(arguments: [["5,4,teacher", "4,4,teacher"], ["5,4,", "4,4,"]])
  func `without leaders there is no gap of leaders`(rows: [String]) throws {
    #expect(try gap(rows) == nil)
  }

  @Test func `one leader gives a difference without an interval, and no flag`() throws {
    let one = ["5,5,senior_leader"] + Self.rows("teacher", "teacher").suffix(6)
    let gap = try #require(try gap(one))
    #expect(gap.interval == nil && gap.p == nil && !gap.isFlagged)
  }

  /// The rule for a flag, on figures with many people behind them.
  @Test(arguments: [
    (10.0, 1.0, 0.04, true), (9.9, 1.0, 0.04, false), (-10.0, 1.0, 0.04, true),
    (30.0, 20.0, 0.04, false), (30.0, 1.0, 0.05, false), (30.0, 1.0, nil, false),
  ])
  func `a flag needs ten points, an interval without zero and an adjusted p below 0.05`(
    difference: Double, error: Double, adjusted: Double?, isFlagged: Bool
  ) {
    var gap = PerceptionGap(
      a: "a", b: "b", figureA: IndexFigure(value: 50 + difference, standardError: error, df: 1e6),
      figureB: IndexFigure(value: 50, standardError: 0, df: 1e6), nA: 50, nB: 50, items: [])
    gap.adjustedP = adjusted
    #expect(gap.isFlagged == isFlagged)
  }

  @Test func `leaders who are of one mind by chance do not borrow the others' degrees of freedom`()
    throws
  {
    // By the errors leaders spread by 2.4 points, the others by 26: Satterthwaite alone would give 29.
    let gap = PerceptionGap(
      a: "leaders", b: "other staff", figureA: IndexFigure(value: 62, standardError: 1, df: 5),
      figureB: IndexFigure(value: 50, standardError: 5, df: 27), nA: 6, nB: 28, items: [])
    // (1/6 + 1/28)² / ((1/6)²/5 + (1/28)²/27), and Student's t with so many: SciPy.
    let reach = 2.344429379980078 * 26.0.squareRoot()
    #expect(isClose(gap.interval?.low, 12 - reach, 1e-9))
    #expect(isClose(gap.interval?.high, 12 + reach, 1e-9))
    #expect(isClose(gap.p, 0.049331797358247276, 1e-9))
  }

  @Test func `leaders who differ among themselves count with their own degrees of freedom`() throws
  {
    let gap = PerceptionGap(
      a: "leaders", b: "other staff", figureA: IndexFigure(value: 62, standardError: 8, df: 5),
      figureB: IndexFigure(value: 50, standardError: 1, df: 27), nA: 6, nB: 28, items: [])
    // Satterthwaite's (64 + 1)² / (64²/5 + 1/27).
    let reach = 2.5471867126970076 * 65.0.squareRoot()
    #expect(isClose(gap.interval?.high, 12 + reach, 1e-9))
  }

  @Test func `the figures of the page are these`() throws {
    let page = SmallInstrument(
      id: "staff", audience: "staff",
      items: ["t1/staff.wellbeing", "t2/staff.wellbeing", "-v1/staff.voice"], further: [Self.role])
    let rows = [
      "5,4,2,senior_leader", "4,4,1,senior_leader", "3,2,4,teacher", "4,,3,teacher",
      "2,2,5,teacher", "5,5,1,teacher",
    ]
    let table = try GapAnalysis.table([(page, rows, population: 8)], heading: "t1,t2,v1,role")
    let staff = try #require(table.component("staff"))
    #expect(isClose(staff.index?.value, 61.875))
    #expect(isClose(staff.index?.standardError, 14.659652040346666, 1e-9))
    let gap = try #require(staff.perception.first)
    #expect(isClose(gap.difference, 34.375))
    #expect(isClose(gap.interval?.low, -52.611381998084966, 1e-8))
    #expect(isClose(gap.p, 0.23783341938192487, 1e-8))
  }

  @Test func `an item that a single leader answered leaves the gap without an interval`() throws {
    let rows = Self.rows("senior_leader", "teacher")
    let blank = rows.enumerated().map { place, row in
      (1..<6).contains(place)
        ? row.replacing("4,5,", with: "4,,").replacing("5,4,", with: "5,,")
          .replacing("5,5,", with: "5,,") : row
    }
    let gap = try #require(try gap(blank))
    #expect(gap.nA == 6 && gap.interval == nil && gap.p == nil && !gap.isFlagged)
  }

  @Test func `audiences that answered about one component are held against each other`() throws {
    let pupils = SmallInstrument(id: "pupils", items: ["v1/vision.values"])
    let parents = SmallInstrument(id: "homes", audience: "parents", items: ["v1/vision.values"])
    let staff = SmallInstrument(id: "staff", audience: "staff", items: ["v1/vision.values"])
    let table = try GapAnalysis.table([
      (pupils, (0..<12).map { "\(1 + $0 % 5)" }, population: nil),
      (parents, ["1", "2", "3", "2", "1"], population: nil),
      (staff, ["5", "4", "5", "4", "5"], population: nil),
    ])
    let pairs = try #require(table.component("vision")).perception.map { [$0.a, $0.b] }
    #expect(pairs == [["staff", "pupils"], ["staff", "parents"], ["pupils", "parents"]])
  }

  @Test func `p values are adjusted over all gaps of the report`() throws {
    let table = try GapAnalysis.table(
      [
        (
          SmallInstrument(
            id: "staff", audience: "staff", items: ["v1/vision.values", "w1/staff.wellbeing"],
            further: [Self.role]),
          [
            "5,4,senior_leader", "4,3,senior_leader", "5,5,senior_leader", "2,3,teacher",
            "3,4,teacher", "1,4,teacher",
          ], population: nil
        )
      ], heading: "v1,w1,role")
    let gaps = table.components.flatMap(\.perception)
    #expect(gaps.count == 2)
    let p = gaps.compactMap(\.p)
    let adjusted = gaps.compactMap(\.adjustedP)
    #expect(isClose(adjusted.max(), p.max()))
    #expect(isClose(adjusted.min(), min(2 * (p.min() ?? 0), p.max() ?? 0)))
  }
}
