import Foundation
import Testing

/// What several commands on one audit tell together.
struct AuditReleaseTests {
  /// An audit of two rounds of one anonymous survey of pupils, which has classes in years.
  private struct School {
    private let scratch: Scratch

    private static let instrument = """
      id: mood
      version: 1
      title: How we are
      audience: pupils
      privacy: anonymous
      scales:
        points:
          favourable: [4, 5]
          points: [ { code: 1 }, { code: 2 }, { code: 3 }, { code: 4 }, { code: 5 } ]
      sections:
        - id: main
          items:
            - id: year_group
              type: single
              role: group
              text: Year
              choices: [ { code: 3 }, { code: 4 } ]
            - id: klass
              type: single
              role: group
              text: Class
              choices: [ { code: 3A }, { code: 3B }, { code: 3C }, { code: 4A }, { code: 4B } ]
            - { id: glad, scale: points, text: I am glad }
            - { id: calm, scale: points, text: I am calm }
      scores: [ { id: mood, items: [glad, calm], method: mean, min_answered: 1 } ]

      """
    private static let plan = """
      school: Larkfield Primary
      framework: islington-mhars
      rounds:
        - { id: autumn, instruments: [./instruments/mood.yaml] }
        - { id: summer, instruments: [mood] }
      groups: { pupils: 100 }

      """

    init(_ rounds: [(round: String, classes: [(name: String, pupils: Int)])]) throws {
      scratch = try Scratch()
      _ = try run(["init", "school", "--school", "Larkfield Primary", "--round", "autumn"])
      let folder = scratch.url.appending(path: "school/instruments")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      _ = try scratch.write(Self.instrument, to: "school/instruments/mood.yaml")
      _ = try scratch.write(Self.plan, to: "school/audit.yaml")
      for (round, classes) in rounds {
        let rows = classes.flatMap { name, pupils in
          (0..<pupils).map { "\(name.prefix(1)),\(name),\(1 + $0 % 5),\(1 + $0 % 3)\n" }
        }
        let file = try scratch.write(
          "year_group,klass,glad,calm\n" + rows.joined(), to: "\(round).csv")
        let run = try run([
          "import", file, "--instrument", "mood", "--round", round, "--audit", "school",
        ])
        try #require(run.status == 0, "\(run.errors)")
      }
    }

    func run(_ arguments: [String]) throws -> Program.Run {
      try Program.run(arguments, environment: SampleAudit.today, in: scratch.url)
    }

    func text(_ file: String) throws -> String { try scratch.text(file) }

    func inAudit(_ arguments: [String]) throws -> Program.Run {
      try run(arguments + ["--audit", "school"])
    }

    func analyse(_ round: String, by columns: [String]) throws -> JSON {
      let run = try inAudit(
        ["analyse", "--instrument", "mood", "--round", round, "--format", "json"]
          + columns.flatMap { ["--by", $0] })
      try #require(run.status == 0, "\(run.errors)")
      return try run.json
    }
  }

  private static let classes = [("3A", 4), ("3B", 18), ("3C", 18), ("4A", 12), ("4B", 18)]

  private func hidden(_ json: JSON) -> [String] {
    json["groups"].list.filter { $0["n"] == .null }.map { $0["value"].text ?? "whole" }
  }

  @Test func `every split of one round hides the same classes, and status too`() throws {
    let school = try School([("autumn", Self.classes)])
    for columns in [["klass"], ["klass", "year_group"], ["year_group", "klass"], ["Class"]] {
      #expect(hidden(try school.analyse("autumn", by: columns)) == ["3A", "3B"])
    }
    #expect(hidden(try school.analyse("autumn", by: ["year_group"])).isEmpty)
    #expect(hidden(try school.analyse("autumn", by: [])).isEmpty)
  }

  @Test func `rounds together are shown only where each of them is`() throws {
    let school = try School([("autumn", [("4A", 3)]), ("summer", [("3C", 20), ("4A", 30)])])
    let pooled = try school.analyse("summer", by: ["round"])
    #expect(hidden(pooled) == ["whole", "autumn"])
    let summer = try school.analyse("summer", by: [])["groups"].list[0]
    let shown = pooled["groups"].list[2]
    #expect(shown["n"] == .number(50) && shown["n"] == summer["n"])
    #expect(shown["scores"].list[0]["mean"] == summer["scores"].list[0]["mean"])
    #expect(pooled["rows"] == .null && pooled["rows_reason"] == .text("suppressed"))
    #expect(pooled["comparisons"].list.isEmpty)
    #expect(
      hidden(try school.analyse("summer", by: ["klass", "round"])).sorted()
        == ["4A", "autumn", "whole"])
    let text = try school.inAudit(
      ["analyse", "--instrument", "mood", "--round", "summer", "--by", "round"]).output
    #expect(text.contains("All together are held back"))
    #expect(!text.contains("53") && text.contains("50"))
  }

  @Test func `rounds of enough people are compared and shown together`() throws {
    let school = try School([("autumn", [("3C", 12)]), ("summer", [("3C", 20), ("4A", 30)])])
    let pooled = try school.analyse("summer", by: ["round"])
    #expect(pooled["groups"].list.map { $0["n"] } == [.number(62), .number(12), .number(50)])
    #expect(pooled["comparisons"].list.count == 1)
  }

  @Test func `what status holds back the list of imports does not tell`() throws {
    let school = try School([("autumn", [("4A", 3)]), ("summer", [("4A", 30)])])
    let status = try school.inAudit(["status", "--round", "autumn"]).output
    #expect(status.contains("held back") && !status.contains(" 3 "))
    let list = try school.inAudit(["imports"])
    #expect(list.lines.contains { $0.hasPrefix("A1") && $0.matches(of: /few +few/).count == 1 })
    #expect(list.lines.contains { $0.hasPrefix("A2") && $0.matches(of: /30 +30/).count == 1 })
    #expect(list.output.contains("few: so few answered"))
    #expect(list.lines.allSatisfy { $0.count <= 80 })
    #expect(try school.inAudit(["imports", "undo", "A1"]).status == 0)
    #expect(try school.inAudit(["imports"]).output.contains("few"))
  }

  @Test func `status and imports are written as JSON in which what is hidden is null`() throws {
    let school = try School([("autumn", [("4A", 3)]), ("summer", Self.classes)])
    let list = try school.inAudit(["imports", "--format", "json"]).json
    #expect(list["schema"] == .text("mhars.imports/1") && list["release"] == .text("audit"))
    let imports = list["imports"].list
    #expect(imports.map { $0["import"] } == [.text("A1"), .text("A2")])
    #expect(imports[0]["rows"] == .null && imports[0]["rows_reason"] == .text("suppressed"))
    #expect(imports[0]["taken_in"] == .null)
    #expect(imports[0]["taken_in_reason"] == .text("suppressed"))
    #expect(imports[1]["rows"] == .number(70) && imports[1]["taken_in"] == .number(70))
    #expect(imports[1]["undone"] == .null && imports[1]["together"].list.isEmpty)
    for (round, count) in [("autumn", JSON.null), ("summer", .number(70))] {
      let status = try school.inAudit(["status", "--round", round, "--format", "json"]).json
      #expect(status["schema"] == .text("mhars.status/1") && status["round"] == .text(round))
      let figures = status["returns"].list[0]
      #expect(figures["instrument"]["id"] == .text("mood") && figures["minimum"] == .number(10))
      #expect(figures["returned"] == count && figures["expected"] == .number(100))
      #expect(figures["share"] == (count == .null ? .null : .number(0.7)))
      #expect((figures["returned_reason"] == .text("suppressed")) == (count == .null))
    }
  }

  @Test func `status and imports are written as tables, also to a file`() throws {
    let school = try School([("autumn", [("4A", 3)]), ("summer", Self.classes)])
    let list = CSVText(try school.inAudit(["imports", "--format", "csv"]).output)
    #expect(list.rows.map { $0[list.column("rows")] } == ["rows", "few", "70"])
    let run = try school.inAudit([
      "status", "--round", "autumn", "--format", "csv", "--output", "status.csv",
    ])
    #expect(run.status == 0 && run.output.isEmpty)
    let status = CSVText(try school.text("status.csv"))
    let surveys = status.rows.filter { $0[status.column("kind")] == "survey" }
    #expect(surveys.map { $0[status.column("returned")] } == ["held back"])
    for command in ["status", "imports"] {
      let refused = try school.inAudit([command, "--output", "school/answers.db"])
      #expect(refused.status == 64 && refused.errors.contains("choose another file"))
    }
  }
}
