import Foundation
import Testing

/// Two rounds of a survey, as files and as an audit.
struct SurveyRoundsTests {
  private static func instrument(version: Int, calm: String = "I am calm") -> String {
    """
    id: mood
    version: \(version)
    audience: pupils
    privacy: anonymous
    scales:
      s:
        favourable: [4, 5]
        points:
          - { code: 1, label: Never }
          - { code: 2, label: Rarely }
          - { code: 3, label: Sometimes }
          - { code: 4, label: Often }
          - { code: 5, label: Always }
    sections:
      - id: main
        scale: s
        items:
          - { id: glad, text: I am glad }
          - { id: keen, text: I am keen }
          - { id: calm, text: \(calm) }
      - id: about
        items:
          - { id: site, type: single, role: group, text: Your site, choices: [
              { code: n, label: North }, { code: s, label: South } ] }
    scores:
      - { id: joy, title: Joy, items: [glad, keen], method: mean, range: [0, 100] }
      - { id: rest, title: Rest, items: [calm], method: mean, range: [0, 100] }

    """
  }

  /// Twelve answers of each site, those of the second round a point and more higher in the north.
  private static func answers(_ north: [Int], _ south: [Int]) -> String {
    let rows = north.map { ($0, "North") } + south.map { ($0, "South") }
    return "glad,keen,calm,Your site\n"
      + rows.map { "\($0.0),\(min(5, $0.0 + 1)),\($0.0),\($0.1)\n" }.joined()
  }

  private static let spring = answers(
    [1, 2, 2, 1, 3, 2, 1, 2, 2, 1, 2, 3], [3, 2, 3, 4, 3, 2, 3, 3, 4, 2, 3, 3])
  private static let summer = answers(
    [3, 4, 4, 3, 5, 4, 3, 4, 4, 3, 4, 5], [3, 3, 3, 4, 3, 2, 3, 3, 3, 2, 3, 3])

  private func files(then: String = instrument(version: 1)) throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.write(then, to: "old.yaml")
    _ = try scratch.write(Self.instrument(version: 2), to: "mood.yaml")
    _ = try scratch.write(Self.spring, to: "spring.csv")
    _ = try scratch.write(Self.summer, to: "summer.csv")
    return scratch
  }

  private static let both = [
    "analyse", "summer.csv", "--instrument", "mood.yaml", "--earlier", "spring.csv", "--by", "site",
  ]

  @Test func `files of two rounds say what changed, in whole and in groups`() throws {
    let scratch = try files()
    let run = try Program.run(Self.both, in: scratch.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("24 answered then, 24 now"))
    #expect(run.output.contains("North: 'Joy' improved, +"))
    #expect(!run.output.contains("South: 'Joy'"))
    let json = try Program.run(Self.both + ["--format", "json"], in: scratch.url).json
    let groups = json["change"]["groups"].list
    #expect(groups.map { $0["value"] } == [.null, .text("n"), .text("s")])
    let joy = groups[1]["scores"].list[0]
    #expect(joy["verdict"] == .text("improved") && joy["linked"] == .null)
    let table = try Program.run(Self.both + ["--format", "csv"], in: scratch.url).output
    #expect(table.contains("improved") && table.contains("no clear change"))
  }

  @Test func `what was asked otherwise then is named and not compared`() throws {
    let scratch = try files(then: Self.instrument(version: 1, calm: "I am seldom upset"))
    let run = try Program.run(Self.both + ["--earlier-instrument", "old.yaml"], in: scratch.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Not compared: 'Rest' has items that changed (calm)."))
    #expect(run.output.contains("North: 'Joy' improved"))
    let alone = try Program.run(
      Self.both.filter { !["--earlier", "spring.csv"].contains($0) }
        + ["--earlier-instrument", "old.yaml"], in: scratch.url)
    #expect(alone.status == 64 && alone.errors.contains("needs --earlier"))
  }

  @Test func `a round is not compared with itself`() throws {
    var arguments = Self.both
    arguments[5] = "summer.csv"
    let scratch = try files()
    let run = try Program.run(arguments, in: scratch.url)
    #expect(run.status == 1 && run.errors.contains("the earlier round is the same"))
  }

  @Test func `an audit compares with the round before, and holds small groups back in both`() throws
  {
    let scratch = try files()
    func run(_ arguments: [String]) throws -> Program.Run {
      try Program.run(arguments, environment: SampleAudit.today, in: scratch.url)
    }
    _ = try run(["init", "school", "--school", "Larkfield", "--round", "spring"])
    let plan = """
      school: Larkfield
      framework: islington-mhars
      rounds:
        - { id: spring, title: Spring, instruments: [mood] }
        - { id: summer, title: Summer, instruments: [mood] }

      """
    _ = try scratch.write(plan, to: "school/audit.yaml")
    _ = try scratch.write(Self.instrument(version: 1), to: "school/instruments/mood.yaml")
    for round in ["spring", "summer"] {
      let taken = try run([
        "import", "\(round).csv", "--instrument", "mood", "--round", round, "--audit", "school",
      ])
      try #require(taken.status == 0, "\(taken.errors)")
    }
    let analyse = ["analyse", "--instrument", "mood", "--audit", "school", "--by", "site"]
    let now = try run(analyse + ["--round", "summer"])
    #expect(now.status == 0, "\(now.errors)")
    #expect(now.output.contains("Since Spring") && now.output.contains("North: 'Joy' improved"))
    let first = try run(analyse + ["--round", "spring"])
    #expect(!first.output.contains("Since"))
    let wrong = try run(analyse + ["--round", "spring", "--earlier-round", "summer"])
    #expect(wrong.status == 1 && wrong.errors.contains("does not come before"))
  }
}
