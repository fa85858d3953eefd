import Foundation
import Testing

/// What `mhars plan` says before a round, and `mhars status` during it.
struct PlanTests {
  /// The sample audit with records in its plan, after all surveys came in.
  private func audit(
    _ records: [String] = [], components: String? = nil
  ) throws -> SampleAudit {
    let audit = try SampleAudit()
    let plan = audit.path("larkfield/audit.yaml")
    var text = try String(contentsOfFile: plan, encoding: .utf8)
    text = text.replacing(
      "      - parent-partnership\n",
      with: "      - parent-partnership\n" + records.map { "      - \($0)\n" }.joined())
    if let components {
      text = text.replacing(/components:\n(  - .*\n)+/, with: "components: [\(components)]\n")
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: plan))
    return audit
  }

  private func codes(_ plan: JSON) -> [String] {
    plan["warnings"].list.compactMap { $0["code"].text }
  }

  @Test func `each planned method stands whole under its own component at 80 columns`() throws {
    let audit = try SchoolAudit.shared(SchoolAudit.everything)
    let run = try audit.run(["plan"])
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    #expect(!run.output.contains("…"))
    var component = ""
    var methods: Set<Substring> = []
    for line in run.lines {
      if let heading = line.prefixMatch(of: /C[1-7](?= .* practices)/) {
        component = String(heading.output)
      } else if let method = line.prefixMatch(of: #/  (C[1-7])\.M[1-5]  /#) {
        #expect(method.output.1 == component, "\(line)")
        methods.insert(method.output.0)
      }
    }
    // Some are carried out by two instruments.
    #expect(methods.count == 35)
  }

  @Test func `the grid has every method of every component, planned or not`() throws {
    let audit = try SampleAudit.shared.get()
    let grid = CSVText(try audit.run(["plan", "--format", "csv"] + audit.audit).output)
    let methods = Set(grid.rows.dropFirst().map { $0[grid.column("method")] }).subtracting([""])
    #expect(methods.count == 35)
    let planned = grid.rows.filter { $0[grid.column("state")] == "planned" }
    #expect(
      Set(planned.map { $0[grid.column("method")] })
        == ["C1.M2", "C2.M3", "C4.M3", "C4.M5", "C7.M2", ""])
    #expect(planned.allSatisfy { $0[grid.column("all")] == "yes" })
  }

  @Test func `the strength at best is what the gap table reaches with the same evidence`() throws {
    let audit = try SampleAudit.shared.get()
    let plan = try audit.run(["plan", "--format", "json"] + audit.audit).json
    let gaps = try audit.run(["gaps", "--format", "json"] + audit.audit).json
    #expect(plan["schema"] == .text("mhars.plan/1") && plan["release"] == .text("audit"))
    for (planned, found) in zip(plan["components"].list, gaps["components"].list) {
      #expect(planned["id"] == found["id"])
      // Enough of every audience answered, and nothing contradicts.
      #expect(planned["at_best"]["grade"] == found["strength"]["grade"], "\(planned["id"])")
      let practices = planned["practices"].list.map { $0["instruments"].list.count }
      let evidence = found["practices"].list.map { $0["evidence"].list.count }
      #expect(practices == evidence, "\(planned["id"])")
    }
  }

  @Test func `components that are chosen are the only ones`() throws {
    let audit = try audit(components: "teaching, parents")
    let plan = try audit.run(["plan", "--format", "json"] + audit.audit).json
    #expect(plan["components"].list.map { $0["id"] } == [.text("teaching"), .text("parents")])
    #expect(codes(plan).filter { $0 == "no_source" }.count == 1)
    // Pupils are asked of neither.
    #expect(codes(plan).filter { $0 == "no_practice" }.count == 2)
    let wrong = try self.audit(components: "teaching, parent")
    let check = try wrong.run(["check", "larkfield/audit.yaml"])
    #expect(check.status == 1 && check.errors.contains("did you mean 'parents'?"))
  }

  @Test func `records add sources, tiers and hours, and a second one is told`() throws {
    let before = try audit().run(["plan", "--format", "json", "--audit", "larkfield"]).json
    let more = try audit(["lesson-difficulty", "mistakes-talk", "staff-talk", "staff-interviews"])
    let plan = try more.run(["plan", "--format", "json"] + more.audit).json
    func grade(_ plan: JSON, _ place: Int) -> JSON {
      plan["components"].list[place]["at_best"]["grade"]
    }
    #expect(grade(before, 0) == .number(1) && grade(plan, 0) == .number(2))
    #expect(grade(before, 2) == .number(0) && grade(plan, 2) == .number(3))
    #expect(plan["components"].list[0]["tiers_not_planned"].list.isEmpty)
    let observers = plan["burden"].list.first { $0["audience"] == .text("observers") }
    #expect(observers?["hours"] == .number(2))
    let text = try more.run(["plan"] + more.audit)
    #expect(text.status == 0 && text.lines.allSatisfy { $0.count <= 80 })
    #expect(text.output.contains("from 3 lessons"))
  }

  @Test func `two instruments of one method are told`() throws {
    let audit = try audit(["forms/again.yaml"])
    let staff = try String(
      contentsOfFile: audit.path("Instruments/staff-wellbeing.yaml"), encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: audit.path("larkfield/forms"), withIntermediateDirectories: true)
    _ = try audit.write(
      staff.replacing("id: staff-wellbeing", with: "id: again"), to: "larkfield/forms/again.yaml")
    let plan = try audit.run(["plan"] + audit.audit)
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(plan.output.contains("C1.M2 is carried out by staff-wellbeing and again"))
  }

  @Test func `no size under the minimum is printed, nor can one be told by subtraction`() throws {
    let audit = try SampleAudit()
    let file = try audit.write(
      "role,count\nsenior_leader,4\nteacher,20\nsupport,17\noffice,6\nsite,5\n", to: "staff.csv")
    let taken = try audit.run(["roll", "import", file, "--audience", "staff"] + audit.audit)
    #expect(taken.status == 0, "\(taken.errors)")
    let plan = try audit.run(["plan", "--format", "json"] + audit.audit).json
    let pairs = plan["differences"]["pairs"].list.filter { $0["by"] == .text("role") }
    #expect(
      pairs.map { $0["state"].text } == ["too_few", "shown", "shown", "shown", "held_back"])
    let leaders = pairs[0]
    #expect(leaders["a"] == .text("leaders"))
    #expect(leaders["people_a"] == .null && leaders["people_b"] == .null)
    #expect(leaders["if_all"] == .null && leaders["if_enough"] == .null)
    let known = pairs.compactMap { $0["people_a"].number }.reduce(0, +)
    #expect(52 - known == 9 && pairs.filter { $0["people_a"] == .null }.count == 2)
    let text = try audit.run(["plan"] + audit.audit).output
    #expect(text.contains("leaders – other staff") && text.contains("held back"))
  }

  @Test func `an audit of few people is planned for and shown nothing of`() throws {
    let audit = try SampleAudit(isEmpty: true)
    _ = try audit.run([
      "init", audit.name, "--school", "Small", "--round", "autumn-2026", "--instrument",
      "staff-wellbeing", "--staff", "4",
    ])
    let run = try audit.run(["plan"] + audit.audit)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("There are fewer than 5 staff"))
    let plan = try audit.run(["plan", "--format", "json"] + audit.audit).json
    let staff = plan["burden"].list[0]
    #expect(staff["people"] == .null && staff["people_reason"] == .text("suppressed"))
    #expect(staff["hours"] == .null)
    #expect(plan["components"].list.allSatisfy { $0["at_best"]["grade"] == .number(0) })
  }

  @Test func `another pack is planned for by what it says itself`() throws {
    let audit = try SampleAudit(isEmpty: true)
    let made = try audit.run([
      "init", audit.name, "--school", "Other", "--framework", "barnet-resilient-schools", "--round",
      "autumn-2026", "--component", "digital", "--instrument", "digital-pupils", "--instrument",
      "digital-helpers",
    ])
    #expect(made.status == 0, "\(made.errors)")
    let plan = try audit.run(["plan", "--format", "json"] + audit.audit).json
    let digital = plan["components"].list
    #expect(digital.map { $0["code"] } == [.text("C8")])
    #expect(digital[0]["grid"].list.map { $0["method"] } == [.text("C8.M1"), .text("C8.M2")])
    let thin = digital[0]["practices"].list.filter { $0["thin_by_design"] == .bool(true) }
    #expect(thin.map { $0["code"].text } == ["C8.P3", "C8.P5", "C8.P6"])
    #expect(codes(plan).contains("size_not_known"))
    let text = try audit.run(["plan"] + audit.audit).output
    #expect(text.contains("--framework barnet-resilient-schools"))
  }

  @Test func `a plan goes to a file, never over the audit`() throws {
    let audit = try SampleAudit()
    let refused = try audit.run(["plan", "--output", "larkfield/answers.db"] + audit.audit)
    #expect(refused.status == 64 && refused.errors.contains("choose another file"))
    let written = try audit.run(["plan", "--output", "plan.txt"] + audit.audit)
    #expect(written.status == 0 && written.output.isEmpty)
    let unknown = try audit.run(["plan", "--round", "autum-2026"] + audit.audit)
    #expect(unknown.status == 1 && unknown.errors.contains("did you mean 'autumn-2026'?"))
  }

  @Test func `status says what came in of records and what components lack`() throws {
    let audit = try audit(["lesson-difficulty", "staff-absence"])
    let taken = try audit.run(
      [
        "record", "take", "SampleData/records/lesson-difficulty.csv", "--instrument",
        "lesson-difficulty",
      ] + audit.audit)
    #expect(taken.status == 0, "\(taken.errors)")
    let run = try audit.run(["status"] + audit.audit)
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    #expect(run.lines.contains { $0.contains("9 lessons") && $0.hasSuffix("enough") })
    #expect(run.output.contains("C1 Staff support and training: nothing yet of 'Staff absence"))
    #expect(run.output.contains("C6 Help for vulnerable pupils: nothing is planned"))
    let status = try audit.run(["status", "--format", "json"] + audit.audit).json
    #expect(status["schema"] == .text("mhars.status/1"))
    #expect(status["returns"].list.count == 4)
    #expect(status["records"].list.map { $0["state"].text } == ["enough", "missing"])
    let components = status["components"].list
    #expect(components.count == 7)
    #expect(components[0]["state"] == .text("lacking"))
    #expect(components[0]["lacking"].list.map { $0["instrument"] } == [.text("staff-absence")])
    #expect(components[1]["state"] == .text("complete"))
    #expect(components[5]["state"] == .text("nothing_planned"))
    let table = CSVText(try audit.run(["status", "--format", "csv"] + audit.audit).output)
    let kinds = table.rows.dropFirst().map { $0[table.column("kind")] }
    #expect(kinds.filter { $0 == "record" }.count == 2)
    #expect(kinds.filter { $0 == "component" }.count == 7)
  }
}
