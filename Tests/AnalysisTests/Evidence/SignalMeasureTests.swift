import Analysis
import Instruments
import Statistics
import Testing

struct SignalMeasureTests {
  @Test func `a rate speaks for nothing by itself`() throws {
    let bullying = SmallRecord(
      audience: "records", items: ["id: incidents, type: number", "id: pupils, type: number"],
      rule: [
        "measures:",
        "  - { id: bullying, kind: rate, of: incidents, among: pupils, better: lower, practices: networks.kindness }",
      ])
    let found = try #require(
      try bullying.evidence(["incidents,pupils", "7,240", "5,240"]).first)
    guard case .rate(let rate, let per) = found.figure else {
      Issue.record("the figure is no rate")
      return
    }
    #expect((rate.events, rate.exposure, per) == (12, 480, 100))
    #expect(found.direction == .mixed)
    #expect(found.index == nil)
  }

  @Test func `a group far above all others is a gap, and one by chance is none`() throws {
    let head = "group,suspended,pupils"
    let far = try #require(
      try SmallRecord.exclusions.evidence([head, "sen,15,40", "others,12,200"]).first)
    #expect(far.direction == .gap)
    guard case .ratios(let ratios) = far.figure else {
      Issue.record("the figure is no ratio")
      return
    }
    #expect(ratios.map(\.value) == ["others", "sen"])
    #expect(isClose(ratios[1].ratio, 15.0 / 40 / (12.0 / 200)))
    let near = try #require(
      try SmallRecord.exclusions.evidence([head, "sen,3,40", "others,12,200"]).first)
    #expect(near.direction == .mixed)
  }

  @Test func `months above the median one after the other are a gap`() throws {
    let absence = SmallRecord(
      audience: "records",
      items: ["id: month, type: date", "id: lost, type: number", "id: days, type: number"],
      rule: [
        "measures:",
        "  - { id: absence, kind: run_chart, of: lost, among: days, by: month, better: lower, practices: staff.wellbeing }",
      ])
    let rows = (1...16).map { month in
      let year = month <= 12 ? 2025 : 2026
      let name = month <= 12 ? month : month - 12
      return
        "\(year)-\(name < 10 ? "0" : "")\(name)-01,\(month <= 8 ? 20 + month % 2 : 30 + month % 2),800"
    }
    let found = try #require(try absence.evidence(["month,lost,days"] + rows).first)
    #expect(found.direction == .gap)
    #expect(found.base.units == 16)
    let level = try #require(
      try absence.evidence(["month,lost,days"] + rows.prefix(8)).first)
    #expect(level.direction == .mixed)
  }

  private let talks = SmallRecord(
    audience: "staff",
    items: [
      "id: voice, type: text", "id: role, type: text, role: group",
      "id: practice, type: single, choices: [{ code: staff.voice }, { code: staff.wellbeing }]",
      "id: tier, type: text",
      "id: says, type: single, choices: [{ code: strength }, { code: gap }, { code: suggestion }]",
    ],
    rule: [
      "unit: voice", "tier: tier", "minimum: { units: 3, settings: 2 }", "measures:",
      "  - { id: said, kind: voices, of: says, by: practice }",
    ])
  private let head = "voice,role,practice,tier,says"

  @Test func `a voice counts once however often it speaks`() throws {
    let found = try talks.evidence([
      head, "1,teacher,staff.voice,,gap", "1,teacher,staff.voice,,gap",
      "2,office,staff.voice,,gap", "3,office,staff.voice,,strength",
      "4,office,staff.wellbeing,,strength",
    ])
    #expect(found.map(\.id) == ["small.said.staff.voice", "small.said.staff.wellbeing"])
    #expect(found.map(\.practices) == [["staff.voice"], ["staff.wellbeing"]])
    guard case .voices(let voices) = found[0].figure else {
      Issue.record("the figure is no voices")
      return
    }
    #expect((voices.gap, voices.strength, voices.all, voices.gapRoles) == (2, 1, 3, 2))
    #expect(found[0].direction == .gap)
    #expect(found[1].direction == nil)
    #expect(!found[1].isEnough)
  }

  @Test func `a gap that one role alone sees is none yet`() throws {
    let found = try talks.evidence([
      head, "1,teacher,staff.voice,,gap", "2,teacher,staff.voice,,gap",
      "3,office,staff.voice,,suggestion",
    ])
    #expect(found.first?.direction == .mixed)
  }

  @Test func `what is said of a tier is told beside and enters nothing twice`() throws {
    let found = try talks.evidence([
      head, "1,teacher,staff.voice,at_risk,gap", "2,office,staff.voice,all,gap",
      "3,office,staff.voice,at_risk,gap",
    ])
    #expect(found.map(\.tier) == [.all, .atRisk])
    #expect(found.map(\.base.units) == [3, 2])
    #expect(found.map(\.feeds) == [.direction, .nothing])
  }

  @Test func `a journey tells the days between stages and which are missing`() throws {
    let journeys = SmallRecord(
      audience: "records",
      items: [
        "id: case, type: text",
        "id: stage, type: single, choices: [{ code: concern }, { code: plan }, { code: review }]",
        "id: day, type: date",
      ],
      rule: [
        "unit: case", "minimum: { units: 3 }", "measures:",
        "  - { id: way, kind: journey, of: stage, by: day, values: [concern, plan, review], practices: networks.asking }",
      ])
    let found = try #require(
      try journeys.evidence([
        "case,stage,day", "a,concern,2026-09-01", "a,plan,2026-09-15", "a,review,2026-10-15",
        "b,concern,2026-09-03", "b,plan,2026-10-03", "c,concern,2026-09-05",
        "c,review,2026-09-25",
      ]).first)
    guard case .journey(let journey) = found.figure else {
      Issue.record("the figure is no journey")
      return
    }
    #expect(journey.cases == 3)
    #expect(journey.stages.map(\.cases) == [3, 2, 2])
    #expect(journey.stages.map(\.medianDays) == [nil, 22, 25])
    #expect(journey.stages.map(\.longestDays) == [nil, 30, 30])
    #expect(found.index == nil)
    #expect(found.direction == nil)
  }

  @Test func `a step taken before the one that it follows waited for nothing`() throws {
    let journeys = SmallRecord(
      audience: "records",
      items: [
        "id: case, type: text",
        "id: stage, type: single, choices: [{ code: concern }, { code: plan }]",
        "id: day, type: date",
      ],
      rule: [
        "unit: case", "measures:",
        "  - { id: way, kind: journey, of: stage, by: day, values: [concern, plan], practices: networks.asking }",
      ])
    let found = try #require(
      try journeys.evidence([
        "case,stage,day", "a,concern,2026-03-05", "a,plan,2026-03-01", "b,concern,2026-03-01",
        "b,plan,2026-03-11", "c,concern,2026-03-01", "c,plan,2026-03-01",
      ]).first)
    guard case .journey(let journey) = found.figure else {
      Issue.record("the figure is no journey")
      return
    }
    #expect(journey.stages.map(\.cases) == [3, 3])
    #expect(journey.stages.map(\.medianDays) == [nil, 5])
    #expect(journey.stages.map(\.longestDays) == [nil, 10])
  }
}
