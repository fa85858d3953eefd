import Analysis
import Foundation
import Reports
import Testing

/// How the figures of a survey are written where small groups are held back.
struct AuditSurveyTests {
  private let plain = TextStyle(colour: false)

  private func release(_ sites: [(name: String, staff: Int)]) throws -> Release<SurveyFigures> {
    try AuditSample.survey(sites).released(under: AuditSample.policy)
  }

  @Test func `text says who is held back, and why, and of which school it is`() throws {
    let text = try SurveyText(
      release([("N", 12), ("S", 3), ("W", 7)]), style: plain, heading: AuditSample.heading
    ).text()
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("Staff · Larkfield Primary · autumn 2026"))
    #expect(lines[0].hasSuffix("groups under 5 held back"))
    #expect(lines.contains { $0.hasPrefix("S ") && $0.contains("held back") })
    #expect(lines.contains { $0.hasPrefix("W ") && $0.contains("held back") })
    #expect(lines.contains { $0.hasPrefix("N ") && $0.contains("12") })
    #expect(text.contains("\"held back\": fewer than 5 people"))
    #expect(lines.allSatisfy { $0.count <= 80 } && !text.contains("Optional"))
  }

  @Test func `text of a whole of too few says so, and no figure`() throws {
    let text = try SurveyText(release([("N", 2), ("S", 1)]), style: plain).text()
    #expect(
      text == """
        Staff                                                   groups under 5 held back
        Too few answered for anything of it to be shown.

        """)
  }

  @Test func `a hidden group keeps its place in JSON`() throws {
    let json = try SurveyJSON.write(
      release([("N", 12), ("S", 3), ("W", 7)]), heading: AuditSample.heading, to: ByteSink()
    ).json
    #expect(json["release"] as? String == "audit" && json["minimum"] as? Int == 5)
    #expect(json["school"] as? String == "Larkfield Primary")
    #expect(json["round"] as? String == "autumn 2026")
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(groups.map { $0["value"] as? String } == [nil, "N", "S", "W"])
    let hidden = groups[2]
    #expect(hidden["n"] is NSNull && hidden["n_reason"] as? String == "suppressed")
    #expect(hidden["response_rate"] is NSNull)
    #expect((hidden["scores"] as? [Any])?.isEmpty == true)
    #expect((hidden["items"] as? [Any])?.isEmpty == true)
    #expect(groups[1]["n"] as? Int == 12 && groups[1]["n_reason"] == nil)
  }

  @Test func `a whole of too few gives only nulls with their reasons`() throws {
    let json = try SurveyJSON.write(release([("N", 2)]), to: ByteSink()).json
    for name in ["rows", "ungrouped", "quality"] {
      #expect(json[name] is NSNull && json[name + "_reason"] as? String == "suppressed")
    }
  }

  @Test func `a row of CSV says that a group is held back`() throws {
    let cells = try SurveyCSV.write(
      release([("N", 12), ("S", 3), ("W", 7)]), to: ByteSink()
    ).cells
    #expect(Set(cells.map(\.count)) == [28])
    let hidden = cells.filter { $0[1] == "S" }
    #expect(hidden.count == 1 && hidden[0][2] == "group" && hidden[0][5] == "held back")
    #expect(hidden[0].filter { !$0.isEmpty }.count == 4)
  }

  @Test func `file mode says neither a minimum nor a school`() throws {
    let release = try AuditSample.survey([("N", 12), ("S", 1)]).released(under: .holder)
    let json = try SurveyJSON.write(release, to: ByteSink()).json
    #expect(json["release"] as? String == "none")
    #expect(json["minimum"] == nil && json["school"] == nil && json["round"] == nil)
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(groups.allSatisfy { $0["held_back"] == nil && $0["n"] is Int })
  }
}
