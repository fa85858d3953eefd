import Foundation
import Testing

/// The plan of an audit is checked with the instruments that it names.
struct AuditPlanTests {
  private static let plan = """
    school: Larkfield Primary
    framework: islington-mhars
    components: [staff, vision]
    rounds:
      - { id: autumn-2026, instruments: [staff-wellbeing, pupil-safety] }

    """

  /// A folder with a plan and an instrument of its own, `mini-safety`.
  private func audit(_ plan: String = Self.plan, own: String? = nil) throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.write(plan, to: "audit.yaml")
    let folder = scratch.url.appending(path: "instruments")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let sample = try String(
      contentsOf: Program.root.appending(path: "SampleData/dialects/mini-safety.yaml"),
      encoding: .utf8)
    _ = try scratch.write(own ?? sample, to: "instruments/mini-safety.yaml")
    return scratch
  }

  private func check(_ scratch: Scratch, _ arguments: [String] = []) throws -> Program.Run {
    try Program.run(["check"] + arguments, in: scratch.url)
  }

  @Test func `in the folder of an audit its plan and its instruments are checked too`() throws {
    let run = try check(try audit())
    #expect(run.errors == "" && run.status == 0)
    #expect(run.output == "76 files checked, no faults.\n")
  }

  @Test func `a plan is checked with the instruments that it names, each once`() throws {
    let plan = Self.plan.replacing(
      "pupil-safety]", with: "mini-safety, ./instruments/mini-safety.yaml]")
    let run = try check(try audit(plan), ["audit.yaml", "./audit.yaml"])
    #expect(run.errors == "" && run.status == 0)
    #expect(run.output == "3 files checked, no faults.\n")
  }

  @Test func `a plan under another name is known by its rounds`() throws {
    let scratch = try audit()
    _ = try scratch.write(Self.plan.replacing("vision", with: "visoin"), to: "old-plan.yaml")
    let run = try check(scratch, ["old-plan.yaml"])
    #expect(run.status == 1)
    #expect(run.errors.contains("old-plan.yaml:3:21: error: "))
    #expect(run.errors.contains("did you mean 'vision'?"))
  }

  @Test func `the name of the plan tells it where its rounds are missing`() throws {
    let run = try check(try audit("school: x\nframework: islington-mhars\n"))
    #expect(run.status == 1)
    #expect(run.errors.contains("audit.yaml:1:1: error: an audit plan needs 'rounds'"))
  }

  @Test func `instruments that cannot be found are named with the nearest id`() throws {
    let plan = Self.plan.replacing(
      "staff-wellbeing, pupil-safety", with: "staff-welbeing, mini-safty, own/none.yaml")
    let run = try check(try audit(plan))
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    for fault in [
      "audit.yaml:5:38: error: no instrument is called 'staff-welbeing'; did you mean "
        + "'staff-wellbeing'?",
      "audit.yaml:5:54: error: no instrument is called 'mini-safty'; did you mean 'mini-safety'?",
      "audit.yaml:5:66: error: no file is at 'own/none.yaml'; ",
    ] {
      #expect(run.errors.contains(fault), "\(run.errors)")
    }
  }

  @Test func `a path from the root of the machine or to a folder is no instrument`() throws {
    let scratch = try audit()
    let root = scratch.path("instruments/mini-safety.yaml")
    _ = try scratch.write(
      Self.plan.replacing("pupil-safety]", with: "\(root), instruments/]"), to: "audit.yaml")
    let run = try check(scratch)
    #expect(run.status == 1)
    #expect(run.errors.components(separatedBy: "error: no file is at ").count == 3, "\(run.errors)")
  }

  @Test func `an instrument of the audit comes before one of the same id`() throws {
    let scratch = try audit(Self.plan.replacing("pupil-safety", with: "mini-safety"))
    _ = try scratch.write("id: staff-wellbeing\n", to: "instruments/staff-wellbeing.yaml")
    let run = try check(scratch, ["audit.yaml"])
    #expect(run.status == 1)
    #expect(run.errors.contains("instruments/staff-wellbeing.yaml:1:1: error: an instrument needs"))
  }

  @Test func `faults of a plan and of an instrument come in one run`() throws {
    let plan = Self.plan.replacing("vision", with: "visoin")
    let run = try check(try audit(plan, own: "id: mini_safety\n"), ["--format", "json"])
    #expect(run.status == 1)
    let files = try run.json["diagnostics"].list.map { $0["file"] }
    #expect(files.first == .text("audit.yaml"))
    #expect(files.last == .text("instruments/mini-safety.yaml"))
  }

  @Test func `a pack of the audit's own is known to its plan and its instruments`() throws {
    let scratch = try audit(
      Self.plan.replacing("islington-mhars", with: "own-pack")
        .replacing("staff, vision", with: "places")
        .replacing("staff-wellbeing, pupil-safety", with: "mini-safety"),
      own: """
        id: mini-safety
        version: 1
        framework: own-pack
        audience: pupils
        privacy: anonymous
        scales: { often: { points: [{ code: 1, label: Never }, { code: 2, label: Always }] } }
        sections: [{ id: s, scale: often, items: [{ id: a, practice: places.hall }] }]
        """)
    let packs = scratch.url.appending(path: "instruments/frameworks")
    try FileManager.default.createDirectory(at: packs, withIntermediateDirectories: false)
    let pack = """
      id: own-pack
      title: Ours
      source: ours
      components:
        - id: places
          code: C1
          title: Places
          practices: [{ id: hall, code: C1.P1, label: Hall }]
          methods: []
      """
    _ = try scratch.write(pack, to: "instruments/frameworks/own-pack.yaml")
    let runs = [
      try check(scratch), try check(scratch, ["audit.yaml"]),
      try check(scratch, ["instruments/mini-safety.yaml"]),
      try Program.run(["check", scratch.path("audit.yaml")]),
    ]
    #expect(runs.map(\.errors) == ["", "", "", ""])
    let counts = runs.map { $0.output.prefix { $0.isNumber } }
    #expect(counts == ["77", "2", "1", "2"])
  }

  @Test func `a plan in another folder is read from there`() throws {
    let plan = Self.plan.replacing("pupil-safety", with: "instruments/mini-safety.yaml")
    let scratch = try audit(plan)
    let run = try Program.run(["check", scratch.path("audit.yaml")])
    #expect(run.errors == "" && run.status == 0)
    #expect(run.output == "3 files checked, no faults.\n")
  }
}
