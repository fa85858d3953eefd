import Instruments
import Responses
import Testing

@testable import Analysis

/// What an audit shows of the gap table, and that nobody who is hidden is in an index.
struct GapReleaseTests {
  private let pupils = SmallInstrument(
    id: "pupils", items: ["v1/vision.values", "s1/vision.safety", "k1/networks.kindness"])
  private let staff = SmallInstrument(
    id: "staff", audience: "staff", items: ["v1/vision.values", "w1/staff.wellbeing"])
  private static let role =
    "{ id: role, type: single, role: group, choices: [ { code: senior_leader, label: Leader }, "
    + "{ code: teacher, label: Teacher } ] }"

  private static let minimums = GroupMinimums([.pupils: 12], others: 8)

  private func table(
    _ surveys: [(SmallInstrument, [String])], minimums: GroupMinimums? = minimums,
    heading: String? = nil, targets: [String: Double] = [:]
  ) throws -> GapTable {
    let sources = try surveys.map {
      GapSource.survey(try $0.0.responses($0.1, heading: heading).table, population: 20)
    }
    return GapAnalysis(
      sources, framework: smallPack, targets: targets, minimums: minimums
    ).table()
  }

  private func released(_ surveys: [(SmallInstrument, [String])], heading: String? = nil) throws
    -> GapTable
  {
    try table(surveys, heading: heading).released(under: .audit(Self.minimums)).figures
  }

  private static func rows(_ count: Int) -> [String] {
    (0..<count).map { "\(1 + $0 % 5),\(1 + $0 % 4),\(2 + $0 % 3)" }
  }

  @Test func `an audience of too few has no number and no figure`() throws {
    let staffRows = (0..<6).map { "\(1 + $0 % 5),3" }
    let table = try released([(pupils, Self.rows(20)), (staff, staffRows)])
    let vision = try #require(table.component("vision"))
    #expect(vision.groups.map(\.audience) == [.pupils, .staff])
    #expect(vision.groups.map(\.n) == [20, nil] && vision.groups[1].figure == nil)
    #expect(vision.strength.sources.map(\.n) == [20, nil] && vision.strength.grade == 1)
    let values = vision.practices[0]
    #expect(values.groups.map(\.n) == [20, nil] && values.evidence.map(\.n) == [20, nil])
    #expect(table.component("staff")?.state == .suppressed)
    #expect(table.component("staff")?.index == nil)
  }

  @Test func `what the hidden audience says moves no index`() throws {
    let (low, high) = ((0..<6).map { _ in "1,1" }, (0..<6).map { _ in "5,5" })
    let tables = try [low, high].map { try released([(pupils, Self.rows(20)), (staff, $0)]) }
    for id in ["vision", "staff", "networks"] {
      let gaps = try tables.map { try #require($0.component(id)) }
      #expect(gaps[0].index == gaps[1].index && gaps[0].said == gaps[1].said)
      #expect(gaps[0].practices.map(\.figure) == gaps[1].practices.map(\.figure))
      #expect(gaps[0].perception.isEmpty && gaps[1].perception.isEmpty)
    }
  }

  @Test func `figures that rest on an item that few answered are left out, not computed otherwise`()
    throws
  {
    func rows(_ answer: String) -> [String] {
      Self.rows(20).enumerated().map { place, row in
        let cells = row.split(separator: ",").map(String.init)
        return "\(cells[0]),\(place < 4 ? answer : ""),\(cells[2])"
      }
    }
    let gaps = try ["1", "5"].map {
      try #require(try released([(pupils, rows($0))]).component("vision"))
    }
    #expect(gaps.allSatisfy { $0.index == nil && $0.state == .suppressed })
    #expect(gaps[0].practices[0].figure != nil)
    #expect(gaps[0].practices[0].figure == gaps[1].practices[0].figure)
    #expect(gaps[0].practices[1].groups.map(\.n) == [nil])
    #expect(gaps[0].practices[1].figure == nil)
  }

  @Test(arguments: [(11, nil), (12, Optional(12))])
  func `the larger of both minimums counts`(count: Int, n: Int?) throws {
    let vision = try #require(try released([(pupils, Self.rows(count))]).component("vision"))
    #expect(vision.groups.map(\.n) == [n] && (vision.index != nil) == (n != nil))
    let low = GroupMinimums(3)
    let lowTable = try table([(pupils, Self.rows(9))], minimums: low)
      .released(under: .audit(low)).figures
    let thin = try #require(lowTable.component("vision"))
    #expect(thin.groups.map(\.n) == [9] && thin.index == nil)
  }

  @Test(arguments: [(6, 0, 0), (8, 0, 1), (8, 3, 0), (8, 9, 1)])
  func `leaders and the others both need the minimum, and so do those of neither`(
    leaders: Int, silent: Int, gaps: Int
  ) throws {
    var own = staff
    own.further = [Self.role]
    let rows =
      (0..<leaders).map { "\(4 + $0 % 2),3,senior_leader" }
      + (0..<10).map { "\(1 + $0 % 3),3,teacher" } + (0..<silent).map { _ in "3,3," }
    let table = try released([(own, rows)], heading: "v1,w1,role")
    #expect(table.component("vision")?.perception.count == gaps)
  }

  @Test func `findings from too few are left out`() throws {
    let worst = (0..<11).map { "3,\($0 == 0 ? 1 : 4),2" }
    #expect(try !table([(pupils, worst)]).figureFindings.isEmpty)
    #expect(try released([(pupils, worst)]).figureFindings.isEmpty)
    let low = (0..<14).map { "\(1 + $0 % 2),4,4" }
    let staffRows = (0..<4).map { _ in "1,3" }
    let found = try released([(pupils, low), (staff, staffRows)]).figureFindings
    #expect(found.map(\.n) == [14])
  }

  @Test func `without minimums the table is that of file mode`() throws {
    let surveys = [(pupils, Self.rows(11)), (staff, (0..<4).map { _ in "1,3" })]
    let table = try table(surveys, minimums: nil).released(under: .holder).figures
    let vision = try #require(table.component("vision"))
    #expect(vision.groups.map(\.n) == [11, 4] && vision.index != nil)
  }

  @Test func `a component has its own target`() throws {
    let table = try table([(pupils, Self.rows(20))], targets: ["networks": 85])
    let gaps = try ["vision", "networks"].map { try #require(table.component($0)) }
    #expect(gaps.map(\.target) == [70, 85])
    for gap in gaps {
      #expect(isClose(gap.performanceGap, gap.target - (gap.index?.value ?? 0)))
    }
  }
}
