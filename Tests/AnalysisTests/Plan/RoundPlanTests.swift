import Analysis
import Instruments
import Testing

/// What a round will give, before anything came in.
struct RoundPlanTests {
  private static let seen = "kind: share, of: good, among: all, practices: [vision.values]"
  private static let journey =
    "kind: journey, of: stage, by: day, values: [a, b], practices: [staff.trust]"

  @Test func `nothing planned leaves every component without a source`() {
    let plan = RoundPlan.of([])
    #expect(plan.warnings.map(\.code) == ["no_source", "no_source"])
    #expect(plan.components.allSatisfy { $0.rows.isEmpty && $0.strength.grade == 0 })
    #expect(plan.component("vision")?.methodsNotPlanned.map(\.id) == ["C1.M1", "C1.M2"])
    #expect(plan.component("vision")?.tiersNotPlanned == Tier.allCases)
    #expect(plan.burdens.isEmpty)
    #expect(plan.differences.isEmpty)
  }

  @Test func `one survey is one kind of source and one audience, and thin at best`() throws {
    let plan = RoundPlan.of([
      try .survey("ours", .staff, of: ["staff.trust"], methods: ["C2.M1"], population: 42)
    ])
    let staff = try #require(plan.component("staff"))
    #expect(staff.strength.grade == 1 && staff.strength.word == "thin")
    #expect(staff.rows.map(\.method?.id) == ["C2.M1"])
    #expect(staff.rows[0].families == [.survey] && staff.rows[0].tiers == [.all])
    #expect(plan.codes("vision") == ["no_source"])
    #expect(plan.codes("staff") == ["narrow", "tier_without_source", "tier_without_source"])
    guard case .narrow(_, let family, let audience, _) = plan.warnings[1] else {
      Issue.record("no warning of one source")
      return
    }
    #expect(family == .survey && audience == .staff)
  }

  @Test func `two kinds of source from two audiences are no longer narrow`() throws {
    let plan = RoundPlan.of([
      try .survey("ours", .pupils, of: ["vision.values", "vision.safety"], population: 200),
      try .record(.observers, measure: Self.seen),
    ])
    let vision = try #require(plan.component("vision"))
    #expect(vision.strength.grade == 3)
    #expect(!plan.codes("vision").contains("narrow"))
    #expect(vision.practices.map(\.instruments) == [["ours", "small"], ["ours"]])
  }

  @Test func `without the number of people the best that can be reached is less`() throws {
    let known = RoundPlan.of([
      try .survey("ours", .staff, of: ["staff.trust"], population: 42)
    ])
    let unknown = RoundPlan.of([try .survey("ours", .staff, of: ["staff.trust"])])
    #expect(known.component("staff")?.strength.grade == 1)
    #expect(unknown.component("staff")?.strength.grade == 0)
    #expect(unknown.warnings.map(\.code).contains("size_not_known"))
    #expect(!known.warnings.map(\.code).contains("size_not_known"))
  }

  @Test func `four leaders can show nothing, and their number is nowhere`() throws {
    let plan = RoundPlan.of([
      try .survey("ours", .leaders, of: ["staff.trust"], population: 4)
    ])
    #expect(plan.component("staff")?.strength.grade == 0)
    #expect(plan.warnings.map(\.code).contains("too_few"))
    #expect(plan.burdens.map(\.people) == [.heldBack])
    #expect(plan.burdens[0].hours == nil && plan.burdens[0].parts[0].hours == nil)
    #expect(plan.burdens[0].minutesEach > 0)
  }

  @Test func `a practice that nothing speaks of has no way in`() throws {
    let plan = RoundPlan.of([
      try .survey("ours", .pupils, of: ["vision.values"], population: 200)
    ])
    #expect(plan.codes("vision").contains("no_way_in"))
    let without = plan.component("vision")?.practicesWithoutSource.map(\.practice.id)
    #expect(without == ["vision.safety"])
  }

  @Test func `thin by design is what the pack has one method for and the plan adds none to`() throws
  {
    let one = try PlannedInstrument.survey(
      "ours", .pupils, of: ["vision.values", "vision.safety"], population: 200)
    let another = try PlannedInstrument.survey(
      "theirs", .parents, of: ["vision.safety"], population: 90)
    let alone = RoundPlan.of([one])
    let vision = try #require(alone.component("vision"))
    #expect(vision.practices.map(\.methods) == [2, 1])
    #expect(vision.thinPractices.map(\.practice.id) == ["vision.safety"])
    #expect(alone.codes("vision").contains("thin_by_design"))
    #expect(!RoundPlan.of([one, another]).codes("vision").contains("thin_by_design"))
  }

  @Test func `a method that two instruments carry out is told with both`() throws {
    let plan = RoundPlan.of([
      try .survey("ours", .staff, of: ["staff.trust"], methods: ["C2.M1"], population: 42),
      try .survey("theirs", .staff, of: ["staff.trust"], methods: ["C2.M1"], population: 42),
    ])
    let twice = plan.warnings.compactMap { warning -> [String]? in
      if case .methodTwice(let method, let instruments) = warning {
        return [method.id] + instruments
      }
      return nil
    }
    #expect(twice == [["C2.M1", "ours", "theirs"]])
  }

  @Test func `nobody is asked twice by a method that an office counts for, or other people answer`()
    throws
  {
    func office(_ id: String, _ audience: Instrument.Audience) throws -> PlannedInstrument {
      try .survey(id, audience, of: ["staff.trust"], methods: ["C2.M1"], population: 42)
    }
    let plan = RoundPlan.of([
      try office("ours", .staff), try office("log", .records), try office("places", .records),
      try office("families", .parents), try office("walk", .observers),
      try office("look", .observers),
    ])
    #expect(!plan.warnings.map(\.code).contains("method_twice"))
  }

  @Test func `the tiers are those that rows can name`() throws {
    let record = try PlannedInstrument.record(
      .observers, measure: Self.seen, rule: ["tier: whom"])
    let plan = RoundPlan.of([record])
    #expect(plan.component("vision")?.rows[0].tiers == [.all, .atRisk])
    #expect(plan.component("vision")?.tiersNotPlanned == [.mostVulnerable])
    let bare = plan.warnings.compactMap { warning -> Tier? in
      if case .tierWithoutSource(let tier, _) = warning { tier } else { nil }
    }
    #expect(bare == [.mostVulnerable])
  }

  @Test func `cases alone are shown and are no source`() throws {
    let plan = RoundPlan.of([try .record(.records, measure: Self.journey)])
    let staff = try #require(plan.component("staff"))
    #expect(staff.strength.sources.isEmpty && staff.rows.count == 1)
    #expect(plan.codes("staff").contains("only_shown"))
    #expect(staff.practicesWithoutSource.isEmpty)
  }

  @Test func `a component that does not apply is neither planned nor warned of`() throws {
    let plan = RoundPlan.of(
      [try .survey("ours", .staff, of: ["staff.trust"], population: 42)],
      notApplicable: ["staff": "run by another school"])
    let staff = try #require(plan.component("staff"))
    #expect(staff.notApplicable == "run by another school")
    #expect(staff.rows.isEmpty && staff.strength.sources.isEmpty && plan.codes("staff").isEmpty)
    #expect(plan.warnings.map(\.code).contains("no_practice"))
    #expect(plan.differences.isEmpty)
  }
}
