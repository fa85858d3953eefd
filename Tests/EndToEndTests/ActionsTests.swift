import Foundation
import Testing

/// The register of actions of the sample school's audit.
struct ActionsTests {
  private func audit(_ register: String? = nil) throws -> SampleAudit {
    let audit = try SampleAudit()
    let sample = try String(
      contentsOf: Program.root.appending(path: "SampleData/actions.yaml"), encoding: .utf8)
    _ = try audit.write(register ?? sample, to: "larkfield/actions.yaml")
    return audit
  }

  private func list(_ audit: SampleAudit, _ arguments: [String] = []) throws -> Program.Run {
    try audit.run(["actions"] + arguments + audit.audit)
  }

  @Test func `the sample's register reads without a fault and says what is due`() throws {
    let run = try list(audit())
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("5 actions, 1 overdue for review, 1 late to begin, on 2026-11-20."))
    #expect(run.output.contains("overdue for review by 7 days"))
    #expect(!run.lines.contains { $0.count > 80 })
    // The playground is below the averages and has an action.
    #expect(!run.output.contains("no action yet"))
  }

  @Test func `the smallest change is computed from the answers of the round`() throws {
    let json = try list(audit(), ["--format", "json"]).json
    let playground = json["actions"].first("id", "adults-outside")
    #expect(playground["smallest_change_n"] == .number(208))
    let points = try #require(playground["smallest_change"].number)
    #expect((5...9).contains(points))
    #expect(json["actions"].first("id", "talk-at-risk")["smallest_change_reason"].text == "names")
    #expect(json["actions"].first("id", "talk-at-risk")["tier_state"].text == "not_looked_at")
    #expect(json["minimum"]["pupils"] == .number(10))
  }

  @Test func `each of many actions has the smallest change of its own measure`() throws {
    let kinds = [
      ("vision.safety", "pupil-safety.safe_playground"), ("vision.policies", "staff-wellbeing"),
      ("parents.activities", "parent-partnership"),
    ]
    let entries = (0..<60).map { place in
      """
        - id: a\(place)
          practice: \(kinds[place % 3].0)
          first_step: Go on
          owner: Head
          begin: 2026-11-30
          cost: none
          measure: \(kinds[place % 3].1)
          review: 2027-03-01

      """
    }
    let run = try list(audit("actions:\n" + entries.joined()), ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let found = try run.json["actions"].list
    #expect(found.count == 60)
    for (practice, _) in kinds {
      let own = found.filter { $0["practice"].text == practice }
      let changes = Set(own.compactMap { $0["smallest_change"].number })
      #expect(own.count == 20 && changes.count == 1, "\(practice)")
    }
    #expect(Set(found.compactMap { $0["smallest_change_n"].number }).count == 3)
    #expect(found.contains { $0["smallest_change_n"] == .number(208) })
  }

  @Test func `without a register it says how to begin, and what must be looked at`() throws {
    let audit = try SampleAudit.shared.get()
    let run = try list(audit)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("No action is listed yet"))
    #expect(run.output.contains("vision.safety: \"In the playground\""))
  }

  @Test func `a template is appended, asks for what is missing, and reads once it is filled`()
    throws
  {
    let audit = try SampleAudit()
    var text = ""
    for practice in ["C4.P4", "networks.asking"] {
      _ = try audit.write(text, to: "larkfield/actions.yaml")
      let run = try audit.run(["actions", "template", practice] + audit.audit)
      #expect(run.status == 0 && run.errors.isEmpty)
      text += run.output
    }
    _ = try audit.write(text, to: "larkfield/actions.yaml")
    let asked = try list(audit)
    #expect(asked.status == 1)
    #expect(asked.errors.components(separatedBy: "error: ").count == 5, "\(asked.errors)")
    _ = try audit.write(
      text.replacing("first_step:", with: "first_step: Go on").replacing(
        "owner:", with: "owner: Head"),
      to: "larkfield/actions.yaml")
    let filled = try list(audit, ["--format", "json"])
    #expect(filled.status == 0, "\(filled.errors)")
    let actions = try filled.json["actions"].list
    #expect(actions.map { $0["practice"].text } == ["networks.asking", "vision.safety"])
    #expect(actions.allSatisfy { $0["smallest_change"].number != nil })
    #expect(actions.allSatisfy { $0["review"].text == "2027-03-04" })
  }

  @Test func `all faults are named in one run with their lines, those against the answers too`()
    throws
  {
    let register = """
      actions:
        - id: a
          practice: vision.saftey
          first_step: Two more adults
          owner: Archie Mendes
          begin: 2026-11-30
          cost: none
          measure: pupil-safety.safe_playgrond
          review: 2026-11-01
          evidence: [pupil-saftey]
      """
    let run = try list(audit(register))
    #expect(run.status == 1 && run.output.isEmpty)
    for fault in [
      "larkfield/actions.yaml:3:15: error: the framework 'islington-mhars' has no practice "
        + "'vision.saftey'; did you mean 'vision.safety'?",
      "larkfield/actions.yaml:5:12: error: the owner has the name of a pupil on the roll; ",
      "larkfield/actions.yaml:8:14: error: the instrument 'pupil-safety' has nothing called "
        + "'safe_playgrond'; did you mean 'safe_playground'?",
      "larkfield/actions.yaml:9:13: error: the review is on 2026-11-01",
      "larkfield/actions.yaml:10:16: error: the round 'autumn-2026' has no evidence "
        + "'pupil-saftey'; did you mean 'pupil-safety'?",
    ] {
      #expect(run.errors.contains(fault), "\(run.errors)")
    }
  }

  @Test func `check reads the register with its plan, without opening the answers`() throws {
    let audit = try audit()
    let sound = try audit.run(["check", "larkfield/audit.yaml"])
    #expect(sound.status == 0 && sound.output == "6 files checked, no faults.\n", "\(sound.errors)")
    let text = try String(
      contentsOf: Program.root.appending(path: "SampleData/actions.yaml"), encoding: .utf8)
    _ = try audit.write(
      text.replacing("[staff-wellbeing]", with: "[nothing-known]")
        .replacing("vision.policies", with: "vision.polices"), to: "larkfield/actions.yaml")
    for file in ["larkfield/audit.yaml", "larkfield/actions.yaml"] {
      let run = try audit.run(["check", file])
      #expect(run.status == 1)
      #expect(run.errors.contains("did you mean 'vision.policies'?"))
      #expect(!run.errors.contains("nothing-known"))
    }
  }

  @Test func `a report does not replace the register, and a copy takes it along`() throws {
    let audit = try audit()
    let register = "larkfield/actions.yaml"
    let before = try Data(contentsOf: URL(fileURLWithPath: audit.path(register)))
    #expect(try list(audit, ["--output", register]).status == 64)
    #expect(try audit.run(["backup", "copy"] + audit.audit).status == 0)
    #expect(try audit.run(["restore", "copy", "back"]).status == 0)
    for file in [register, "copy/actions.yaml", "back/actions.yaml"] {
      #expect(try Data(contentsOf: URL(fileURLWithPath: audit.path(file))) == before)
    }
  }

  @Test func `a pupil who is to be forgotten is looked for in the register too`() throws {
    let audit = try audit(
      """
      actions:
        - id: a
          practice: vision.safety
          first_step: Talk with Archie Mendes
          owner: Deputy head
          begin: 2026-11-30
          cost: none
          measure: pupil-safety
          review: 2027-03-01
      """)
    let listed = try list(audit)
    #expect(listed.status == 0 && listed.errors.contains("warning: the first step seems to name"))
    let run = try audit.run(["forget", "Y999421721130", "--yes"] + audit.audit)
    #expect(run.status == 2)
    #expect(run.errors.contains("actions.yaml"), "\(run.errors)")
  }

  @Test func `the gap table says for whom each component is in place`() throws {
    let run = try SampleRuns.text(SampleRuns.gaps)
    #expect(run.output.contains("Nobody looked at pupils at risk in C1, C2, C4 and C7"))
    #expect(run.output.contains("Gap: tiers without evidence"))
    let json = try SampleRuns.json(SampleRuns.gaps).json
    let reach = json["components"].list.map { $0["gaps"]["reach"].number }
    #expect(reach == [2, 2, 3, 2, 3, 3, 2])
    #expect(json["tiers"].first("tier", "at_risk")["not_looked_at"] == .number(7))
    let vision = json["components"].first("id", "vision")["tiers"]
    #expect(vision.first("tier", "all")["state"].text == "partly")
    #expect(vision.first("tier", "at_risk")["state"].text == "not_looked_at")
  }
}
