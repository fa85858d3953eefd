import Foundation
import Testing

/// How people are, from an export to the panel of the gap table.
struct OutcomeTests {
  private static let everything = SchoolAudit.everything
  private static let practices = ["pupil-safety", "staff-wellbeing"]
  private static let outcomes = ["pss-4", "swemwbs"]
  private static let sizes = ["--population", "pupils=240", "--population", "staff=42"]

  private static func gaps(
    _ sources: [String], _ format: String = "json", sizes: [String] = sizes
  ) -> [String] {
    ["gaps"] + sources.map { SchoolAudit.file($0, of: everything) }
      + sources.flatMap { ["--instrument", $0] } + sizes + ["--format", format]
  }

  /// The text of some members, byte for byte.
  private func text(from start: String, to end: String, of output: String) throws -> Substring {
    let first = try #require(output.range(of: "\n  \"\(start)\": "))
    let last = try #require(output.range(of: "\n  \"\(end)\": "))
    return output[first.lowerBound..<last.lowerBound]
  }

  @Test func `a survey of how people are moves no byte of what is said of the components`() throws {
    let without = try Program.run(Self.gaps(Self.practices)).output
    let with = try Program.run(Self.gaps(Self.practices + Self.outcomes)).output
    let (before, after) = (
      try text(from: "components", to: "evidence", of: without),
      try text(from: "components", to: "outcomes", of: with)
    )
    #expect(before == after && before.count > 5000)
    #expect(!without.contains("\"outcomes\""))
    let tables = try [Self.practices, Self.practices + Self.outcomes].map {
      try Program.run(Self.gaps($0, "csv")).output
    }
    #expect(tables[0] == tables[1])
  }

  @Test(arguments: [("swemwbs", "pupils", 240, "metric"), ("pss-4", "staff", 42, "total")])
  func `the figures are those of analyse`(
    id: String, audience: String, size: Int, score: String
  ) throws {
    let table = try Program.run(Self.gaps(Self.practices + Self.outcomes)).json
    let survey = table["outcomes"].first("instrument", id)
    let run = try Program.run([
      "analyse", SchoolAudit.file(id, of: Self.everything), "--instrument", id, "--population",
      "\(size)", "--format", "json",
    ])
    let own = try run.json["groups"].list[0]
    #expect(survey["audience"] == .text(audience) && survey["n"] == own["n"])
    #expect(survey["population"] == .number(Double(size)) && survey["held_back"] == .list([]))
    #expect(survey["scores"].list.map { $0["id"] } == [.text(score)])
    let (shown, same) = (survey["scores"].list[0], own["scores"].first("id", score))
    for member in ["n", "unscored", "mean", "interval", "bands"] {
      #expect(shown[member] == same[member], "\(member)")
    }
    #expect(shown["mean"] != .null && shown["interval"] != .null)
  }

  @Test func `a school that asked nothing else has a table with nothing but the panel`() throws {
    let arguments = Self.gaps(["swemwbs"], "text", sizes: ["--population", "pupils=240"])
    let run = try Program.run(arguments + ["--framework", "islington-mhars"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.components(separatedBy: "not looked at\n").count == 8)
    #expect(run.output.contains("How people are (outcomes: they enter no component)"))
    #expect(run.output.contains("Looked at: 0 of 7 components."))
    #expect(!run.output.contains("Indices run from") && !run.output.contains("Where to start"))
    #expect(run.lines.allSatisfy { $0.count <= 80 })
  }

  // MARK: Few people

  private static let plan = SchoolAudit.Plan(
    name: "two-methods", school: "Carr Lane Primary", surveys: ["pss-4", "pupil-safety"],
    groups: "pupils: 210, staff: 30")

  private func told(_ staff: String) throws -> [String] {
    let audit = try SchoolAudit(Self.plan, changed: ["pss-4": staff])
    return try ["gaps", "evidence"].flatMap { command in
      try ["text", "json", "csv"].map { format in
        let run = try audit.run([command, "--format", format])
        #expect(run.status == 0, "\(run.errors)")
        return run.output
      }
    }
  }

  @Test func `how four of the staff are changes no byte, and five are shown`() throws {
    let heading = "item_1,item_2,item_3,item_4\n"
    let well = try told(heading + String(repeating: "0,4,4,0\n", count: 4))
    let ill = try told(heading + "4,0,0,4\n3,1,0,3\n4,1,1,4\n2,2,2,2\n")
    #expect(well == ill)
    let held = try JSON(well[1])["outcomes"].first("instrument", "pss-4")
    #expect(held["n"] == .null && held["n_reason"] == .text("suppressed"))
    #expect(held["scores"] == .list([]))
    #expect(well[0].contains("held back, too few staff answered [E1]"))
    let five = try told(heading + String(repeating: "0,4,4,0\n", count: 5))
    let shown = try JSON(five[1])["outcomes"].first("instrument", "pss-4")
    #expect(shown["n"] == .number(5))
    #expect(shown["scores"].first("id", "total")["mean"] == .number(0))
  }

  // MARK: Evidence and rounds

  @Test func `the panel's evidence is listed with what it says and where it came from`() throws {
    let audit = try SchoolAudit.shared(Self.everything)
    let run = try audit.run(["evidence", "swemwbs", "--format", "json"])
    let source = try #require(try run.json["evidence"].list.first)
    #expect(source["outcomes"] == .list([.text("metric")]) && source["n"] == .number(207))
    #expect(source["practices"] == .list([]) && source["files"].list.count == 1)
    let mark = try #require(source["short_id"].text)
    let text = try audit.run(["gaps"]).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(text.contains("207 of 240 pupils answered [\(mark)]"))
    let words = try audit.run(["evidence", mark]).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("For how people are, by 'metric': outcomes, which enter no component."))
  }

  @Test func `a second round says what became of how people are`() throws {
    let scratch = try Scratch()
    func run(_ arguments: [String]) throws -> Program.Run {
      let run = try Program.run(
        arguments + ["--audit", "school"], environment: SampleAudit.today, in: scratch.url)
      #expect(run.status == 0, "\(arguments): \(run.errors)")
      return run
    }
    let made = try Program.run(
      ["init", "school", "--school", "Larkfield", "--phase", "primary", "--round", "spring-2026"],
      in: scratch.url)
    #expect(made.status == 0, "\(made.errors)")
    _ = try scratch.write(
      """
      school: Larkfield
      phase: primary
      framework: islington-mhars
      rounds:
        - { id: spring-2026, from: 2026-01-05, instruments: [swemwbs] }
        - { id: autumn-2026, from: 2026-09-01, instruments: [swemwbs] }
      groups: { pupils: 240 }

      """, to: "school/audit.yaml")
    let now = SchoolAudit.file("swemwbs", of: Self.everything)
    let lines = try String(contentsOfFile: now, encoding: .utf8).split(separator: "\n")
    // Half a year ago everybody was a point lower on every question.
    let lower = lines.dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false)
        .map { Int($0).map { "\(max(1, $0 - 1))" } ?? "" }.joined(separator: ",")
    }
    let then = try scratch.write(
      ([String(lines[0])] + lower).joined(separator: "\n") + "\n", to: "then.csv")
    _ = try run(["import", then, "--instrument", "swemwbs", "--round", "spring-2026"])
    _ = try run(["import", now, "--instrument", "swemwbs", "--round", "autumn-2026"])
    let own = try run(["analyse", "--instrument", "swemwbs", "--format", "json"]).json["change"]
    let same = own["groups"].list[0]["scores"].first("score", "metric")
    for arguments in [["gaps"], ["gaps", "--earlier-round", "spring-2026"]] {
      let change = try run(arguments + ["--format", "json"]).json["outcomes"].list[0]["change"]
      #expect(change["from"] == .text("spring 2026") && change["not_compared"] == .list([]))
      #expect(change["scores"] == .list([same]))
    }
    #expect(same["verdict"] == .text("improved"))
    let words = try run(["gaps"]).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(words.contains("Metric since spring 2026: improved, "))
    let first = try run(["gaps", "--round", "spring-2026", "--format", "json"]).json
    #expect(first["outcomes"].list[0]["change"] == .null)
  }
}
