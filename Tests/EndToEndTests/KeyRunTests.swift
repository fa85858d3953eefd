import Foundation
import Testing

/// A published key, from an export to figures.
struct KeyRunTests {
  private static func rows(_ answers: [[Int?]]) -> String {
    let lines = answers.map { row -> String in
      row.map { code -> String in code.map { "\($0)" } ?? "" }.joined(separator: ",")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Sixteen pupils: raw sums 21 and 28 and one with a blank.
  private static let answers: [[Int?]] = {
    let threes: [Int?] = Array(repeating: 3, count: 7)
    let fours: [Int?] = Array(repeating: 4, count: 7)
    let incomplete: [Int?] = [3, 3, 3, nil, 3, 3, 3]
    return Array(repeating: threes, count: 9) + Array(repeating: fours, count: 6) + [incomplete]
  }()

  @Test func `each person is converted first, and averages come after`() throws {
    let scratch = try Scratch()
    let heading = (1...7).map { "item_\($0)" }.joined(separator: ",")
    let file = try scratch.write(heading + "\n" + Self.rows(Self.answers), to: "a.csv")
    let run = try Program.run(
      ["analyse", file, "--instrument", "keys/swemwbs", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let scores = try run.json["groups"].list[0]["scores"]
    let metric = scores.first("id", "metric")
    #expect(metric["n"] == .number(15) && metric["unscored"] == .number(1))
    let mean = try #require(metric["mean"].number)
    let expected: Double = (9 * 19.25 + 6 * 25.03) / 15
    #expect(abs(mean - expected) < 1e-12)
    let bands: [String: JSON] = ["low": .number(9), "medium": .number(6), "high": .number(0)]
    #expect(metric["bands"] == .members(bands))
    #expect(metric["bands_scheme"] == .text("hse_adult_1sd"))
    #expect(scores.first("id", "raw")["bands_reason"] == .text("the instrument declares none"))
    #expect(try run.json["key"]["refused"] == .list([]))
    let text = try Program.run(["analyse", file, "--instrument", "swemwbs"])
    #expect(text.output.contains("low 9 (60 %), medium 6 (40 %), high 0 (0 %)"))
    #expect(text.output.contains("Scheme: hse_adult_1sd. A band is no diagnosis."))
    #expect(!text.lines.contains { $0.count > 80 })
  }

  @Test func `what refuses or was not checked is said beside the figures`() throws {
    let scratch = try Scratch()
    let heading = (1...10).map { "item_\($0)" }.joined(separator: ",")
    let rows = Self.rows(Array(repeating: Array(repeating: 3, count: 10), count: 4))
    let file = try scratch.write(heading + "\n" + rows, to: "a.csv")
    let arguments = ["analyse", file, "--instrument", "kidscreen-10"]
    let json = try Program.run(arguments + ["--format", "json"]).json
    #expect(json["key"]["refused"].list.first?["score"] == .text("t_value"))
    #expect(json["key"]["unverified"].list.first?["rules"] == .list([.text("missing")]))
    #expect(json["groups"].list[0]["scores"].list.map { $0["id"] } == [.text("raw")])
    let text = try Program.run(arguments).output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(text.contains("'t_value' is not scored: its conversion table"))
    #expect(text.contains("Unverified: the rule for answers left out in 'raw'"))
  }

  @Test func `labels are counted`() throws {
    let scratch = try Scratch()
    let rows = Self.rows([[3, 1], [1, 4], [5, 5], [1, 1], [2, 2], [nil, 1]])
    let file = try scratch.write("item_1,item_2\n" + rows, to: "a.csv")
    let run = try Program.run(
      ["analyse", file, "--instrument", "olweus-global", "--population", "9", "--format", "json"])
    let score = try run.json["groups"].list[0]["scores"].list[0]
    #expect(score["n"] == .number(5) && score["unscored"] == .number(1))
    #expect(score["mean"] == .null && score["mean_reason"] == .text("the score is a label"))
    for figure in ["interval", "poststratified", "bounds"] {
      #expect(score[figure] == .null)
      #expect(score["\(figure)_reason"] == .text("the score is a label"))
    }
    #expect(score["tipping_point_at"] == .null)
    let bands: [String: JSON] = [
      "victim": .number(1), "bully": .number(1), "bully_victim": .number(1),
      "not_involved": .number(2),
    ]
    #expect(score["bands"] == .members(bands))
  }

  private static let mapping = """
    id: our-wellbeing
    version: 2026.1
    audience: pupils
    privacy: anonymous
    key: swemwbs
    import:
      item_1: ["Q1"]
      item_2: ["Q2"]
      item_3: ["Q3"]
      item_4: ["Q4"]
      item_5: ["Q5"]
      item_6: ["Q6"]
      item_7: ["Q7"]

    """

  @Test func `a school maps its own headings and leaves the key alone`() throws {
    let scratch = try Scratch()
    // The form asks the first two questions in the other order.
    let answers: [[Int?]] = [[1, 5, 3, 3, 3, 3, 3]]
    let file = try scratch.write("Q2,Q1,Q3,Q4,Q5,Q6,Q7\n" + Self.rows(answers), to: "a.csv")
    let path = try scratch.write(Self.mapping, to: "our-wellbeing.yaml")
    let run = try Program.run(["analyse", file, "--instrument", path, "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.json["instrument"]["id"] == .text("our-wellbeing"))
    #expect(try run.json["key"]["id"] == .text("swemwbs"))
    let group = try run.json["groups"].list[0]
    #expect(group["items"].first("id", "item_1")["mean"] == .number(5))
    #expect(group["scores"].first("id", "metric")["mean"] == .number(19.25))
    let check = try Program.run(["check", path])
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func `an audit keeps the key with the answers, and outcomes enter no component`() throws {
    let audit = try SampleAudit()
    try FileManager.default.createDirectory(
      atPath: audit.path("larkfield/instruments"), withIntermediateDirectories: true)
    _ = try audit.write(Self.mapping, to: "larkfield/instruments/our-wellbeing.yaml")
    let heading = "Q1,Q2,Q3,Q4,Q5,Q6,Q7\n"
    _ = try audit.write(heading + Self.rows(Self.answers), to: "a.csv")
    let before = try audit.run(["gaps", "--format", "json"] + audit.audit)
    let plan = audit.path("larkfield/audit.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    let listed = text.replacing(
      "- staff-wellbeing", with: "- our-wellbeing\n      - staff-wellbeing"
    )
    .replacing("[staff-wellbeing", with: "[our-wellbeing, staff-wellbeing")
    #expect(listed != text)
    _ = try audit.write(listed, to: "larkfield/audit.yaml")
    let imported = try audit.run(
      ["import", "a.csv", "--instrument", "our-wellbeing"] + audit.audit)
    #expect(imported.status == 0, "\(imported.errors)")
    let run = try audit.run(
      ["analyse", "--instrument", "our-wellbeing", "--format", "json"] + audit.audit)
    #expect(run.status == 0, "\(run.errors)")
    let metric = try run.json["groups"].list[0]["scores"].first("id", "metric")
    #expect(metric["n"] == .number(15))
    let after = try audit.run(["gaps", "--format", "json"] + audit.audit)
    #expect(try after.json["components"] == before.json["components"])
  }
}
