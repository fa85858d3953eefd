import Diagnostics
import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// The smallest change that the measure of an action would show.
struct MeasureEvidenceTests {
  private func action(
    _ measure: String, part: String? = nil, practice: String = "vision.values", tier: Tier = .all
  ) throws -> Action {
    let day = try #require(CalendarDay(iso: "2026-11-30"))
    return Action(
      id: "a", practice: practice, tier: tier, firstStep: "x", owner: "y", begin: day, cost: .none,
      measure: Action.Measure(instrument: measure, part: part), review: day, round: "autumn-2026")
  }

  private func evidence(
    _ rows: [String], audience: String = "pupils", minimum: Int = 1
  ) throws -> MeasureEvidence {
    let small = SmallInstrument(
      audience: audience, items: ["v/vision.values", "-w/vision.values", "s/vision.safety", "o"])
    return MeasureEvidence(try small.responses(rows).table, minimum: minimum)
  }

  private static let rows = (0..<20).map { "\(1 + $0 % 5),\(1 + $0 % 4),\(1 + $0 % 2),3" }

  @Test func `an item's is twice its error of change, in points of its index`() throws {
    // Codes 1 to 5 four times each: SD √(40/19) codes, 25 points each.
    let error = 25 * (40.0 / 19).squareRoot() / 20.0.squareRoot()
    let wanted = try #require(DetectableChange.afterLike(standardError: error, df: 19))
    let found = try evidence(Self.rows).smallestChange(for: action("small", part: "v"))
    #expect(isClose(found.points, wanted))
    #expect(found == .points(found.points ?? 0, n: 20))
  }

  @Test func `a whole questionnaire's is that of its items of the practice`() throws {
    let both = try evidence(Self.rows).smallestChange(for: action("small"))
    let one = try evidence(Self.rows).smallestChange(for: action("small", part: "v"))
    let (all, alone) = (try #require(both.points), try #require(one.points))
    #expect(all < alone)
    let none = try evidence(Self.rows).smallestChange(
      for: action("small", practice: "staff.voice"))
    #expect(none == .unknown(.noIndex))
  }

  @Test func `more people see a smaller change`() throws {
    let few = try evidence(Array(Self.rows.prefix(10))).smallestChange(for: action("small"))
    let many = try evidence(Self.rows + Self.rows).smallestChange(for: action("small"))
    let (small, large) = (try #require(many.points), try #require(few.points))
    #expect(small < large / 1.8)
  }

  @Test func `where it cannot be told it says why`() throws {
    func found(_ rows: [String], minimum: Int = 1, tier: Tier = .all, part: String = "v") throws
      -> SmallestChange
    {
      try evidence(rows, minimum: minimum).smallestChange(
        for: action("small", part: part, tier: tier))
    }
    #expect(try found(["3,3,3,3", "3,1,2,3"]) == .unknown(.noSpread))
    #expect(try found(["3,3,3,3"]) == .unknown(.tooLittle))
    #expect(try found([",3,3,3", ",1,2,3"]) == .unknown(.notTakenIn))
    #expect(try found(Array(Self.rows.prefix(9)), minimum: 10) == .unknown(.heldBack))
    #expect(try found(Self.rows, tier: .atRisk) == .unknown(.notByTier))
    #expect(try found(Self.rows, part: "o") == .unknown(.noIndex))
    let staff = try evidence(Self.rows, audience: "staff").smallestChange(
      for: action("small", part: "v", tier: .atRisk))
    #expect(staff.points != nil)
  }

  @Test func `a practice with an item of too few is held back as a whole`() throws {
    let rows = Self.rows.enumerated().map { place, row in
      place < 4 ? row : row.split(separator: ",").first.map { "\($0),,1,3" } ?? row
    }
    let found = try evidence(rows, minimum: 10)
    #expect(try found.smallestChange(for: action("small")) == .unknown(.heldBack))
    #expect(try found.smallestChange(for: action("small", part: "v")).points != nil)
  }

  // MARK: Records

  private let walk = SmallRecord(
    items: [
      "id: lesson, type: text",
      "id: tier, type: single, choices: [{ code: all }, { code: at_risk }]",
      "id: good, type: number", "id: bad, type: number", "id: all, type: number",
      "id: says, type: single, choices: [{ code: strength }, { code: gap }]",
    ],
    rule: [
      "unit: lesson", "tier: tier", "minimum: { units: 3 }", "measures:",
      "  - { id: calm, kind: share, of: good, among: all, practices: [vision.values] }",
      "  - { id: rough, kind: share, of: bad, among: all, practices: [vision.values] }",
      "  - { id: said, kind: voices, of: says, practices: [vision.safety] }",
    ])

  private func record(_ rows: [String]) throws -> MeasureEvidence {
    let lines = ["lesson,tier,good,bad,all,says"] + rows
    var sink = DiagnosticSink()
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: Array(lines.joined(separator: "\n").utf8)),
      for: try walk.read(), options: ImportOptions(), reporting: &sink)
    return MeasureEvidence(try #require(outcome?.table), minimum: 5)
  }

  private static let lessons = [
    "a,all,6,2,10,gap", "b,all,7,1,10,gap", "c,at_risk,4,4,10,gap", "d,at_risk,5,3,10,strength",
    "e,at_risk,6,2,10,strength", "f,all,8,1,10,gap",
  ]

  @Test func `a record's measure is that of its share, by units`() throws {
    let found = try record(Self.lessons).smallestChange(for: action("small", part: "calm"))
    guard case .points(let points, let n) = found else {
      Issue.record("no points: \(found)")
      return
    }
    #expect(n == 6 && points > 10)
  }

  @Test func `a tier has its own rows, and another one has none`() throws {
    let evidence = try record(Self.lessons)
    let own = try evidence.smallestChange(for: action("small", part: "calm", tier: .atRisk))
    guard case .points(_, let n) = own else {
      Issue.record("no points: \(own)")
      return
    }
    #expect(n == 3)
    let other = try evidence.smallestChange(
      for: action("small", part: "calm", tier: .mostVulnerable))
    #expect(other == .unknown(.notByTier))
  }

  @Test(arguments: [(4, false), (12, true)])
  func `a tier that evidence holds back for what is outside it has no smallest change`(
    others: Int, isTold: Bool
  ) throws {
    let record = SmallRecord(
      audience: "pupils",
      items: [
        "id: pupil, type: text",
        "id: tier, type: single, choices: [{ code: all }, { code: at_risk }]",
        "id: helper, type: single, choices: [{ code: teacher }, { code: nobody }]",
      ],
      rule: [
        "unit: pupil", "tier: tier", "minimum: { units: 1 }", "measures:",
        "  - { id: adult, kind: named, of: helper, values: teacher, practices: [vision.values] }",
      ])
    let rows = (0..<20 + others).map {
      "\($0),\($0 < 20 ? "at_risk" : "all"),\($0.isMultiple(of: 2) ? "teacher" : "nobody")"
    }
    var sink = DiagnosticSink()
    let text = (["pupil,tier,helper"] + rows).joined(separator: "\n")
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: Array(text.utf8)), for: try record.read(),
      options: ImportOptions(), reporting: &sink)
    let evidence = MeasureEvidence(try #require(outcome?.table), minimum: 10)
    let found = try evidence.smallestChange(
      for: action("small", part: "adult", tier: .atRisk))
    #expect(isTold ? found.points != nil : found == .unknown(.heldBack))
    #expect(try evidence.smallestChange(for: action("small", part: "adult")).points != nil)
  }

  @Test func `several figures ask for one, talk gives none, and too little says nothing`() throws {
    let evidence = try record(Self.lessons)
    #expect(try evidence.smallestChange(for: action("small")) == .unknown(.severalFigures))
    let talk = try evidence.smallestChange(
      for: action("small", part: "said", practice: "vision.safety"))
    #expect(talk == .unknown(.noIndex))
    let few = try record(Array(Self.lessons.prefix(2)))
    #expect(
      try few.smallestChange(for: action("small", part: "calm")) == .unknown(.tooLittle))
    let none = try evidence.smallestChange(
      for: action("small", part: "calm", practice: "staff.voice"))
    #expect(none == .unknown(.noIndex))
  }
}
