import Foundation

/// An audit of one of the made-up schools in `Schools`, or of the sample school with all its records, in a
/// folder of its own.
final class SchoolAudit: Sendable {
  /// What is taken in, and of how many people.
  struct Plan: Sendable {
    let name: String
    let school: String
    var phase = "primary"
    let surveys: [String]
    var records: [String] = []
    /// How many could answer, as the plan of an audit writes it.
    let groups: String
    /// The folder of the files, from the top of the checkout.
    var folder: String { "Tests/EndToEndTests/Schools/\(name)" }
  }

  static let fewPupils = Plan(
    name: "few-pupils", school: "Fernbank School", phase: "special",
    surveys: ["pupil-safety", "staff-wellbeing", "parent-partnership"],
    records: ["lesson-difficulty"], groups: "pupils: 38, staff: 26, parents: 36")
  static let fourLeaders = Plan(
    name: "four-leaders", school: "Hollin Primary",
    surveys: ["staff-wellbeing", "pupil-safety", "parent-partnership"],
    groups: "pupils: 180, staff: 33, parents: 140")
  static let twoMethods = Plan(
    name: "two-methods", school: "Carr Lane Primary", surveys: ["pupil-safety"],
    records: ["learning-walk"], groups: "pupils: 210")
  /// Larkfield Primary with the surveys of its audit, all that is in `SampleData/records`, and two surveys
  /// of how people are.
  static let everything = Plan(
    name: "everything", school: "Larkfield Primary",
    surveys: SampleRuns.sources
      + ["digital-parents", "digital-pupils", "pss-4", "pupil-involvement", "swemwbs"],
    records: sampleRecords, groups: "staff: 42, parents: 190")

  /// The records of the sample school that are no questionnaires.
  private static let sampleRecords = [
    "adult-life-talk", "agency-talk", "behaviour-watch", "book-look", "bullying-log",
    "bullying-places",
    "digital-helpers", "digital-lessons", "digital-log", "digital-review", "event-families",
    "event-reach",
    "family-talk", "group-figures", "helpers", "learning-walk", "lesson-difficulty",
    "lesson-questions", "lesson-social-skills", "lesson-thinking", "mistakes-talk", "notes-wall",
    "parent-event", "peer-support-talk", "pshe-progress", "pupil-journey", "pupil-needs",
    "qualities", "skill-stories", "staff-absence", "staff-interviews", "staff-talk",
    "staff-training", "support-group-talk", "training-topics", "values-talk",
  ]

  /// The audits that tests share which only read them.
  static let shared = [
    fewPupils.name: Result { try SchoolAudit(fewPupils) },
    fourLeaders.name: Result { try SchoolAudit(fourLeaders) },
    twoMethods.name: Result { try SchoolAudit(twoMethods) },
  ]
  static let sharedEverything = Result { try SchoolAudit(everything) }

  static func shared(_ plan: Plan) throws -> SchoolAudit {
    try (shared[plan.name] ?? sharedEverything).get()
  }

  private let scratch: Scratch
  let plan: Plan

  /// Takes everything in; `changed` stands in the place of a file, and `backwards` turns the plan round.
  init(_ plan: Plan, changed: [String: String] = [:], backwards: Bool = false) throws {
    self.plan = plan
    scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      at: scratch.url.appending(path: "Instruments"),
      withDestinationURL: Program.root.appending(path: "Instruments"))
    try done([
      "init", "school", "--school", plan.school, "--phase", plan.phase, "--round", "autumn-2026",
    ])
    let sources = plan.surveys + plan.records
    let instruments = (backwards ? sources.reversed() : sources).joined(separator: ", ")
    _ = try scratch.write(
      """
      school: \(plan.school)
      phase: \(plan.phase)
      framework: islington-mhars
      rounds:
        - { id: autumn-2026, title: Autumn 2026, instruments: [\(instruments)] }
      groups: { \(plan.groups) }

      """, to: "school/audit.yaml")
    if plan.name == Self.everything.name {
      try done(["roll", "import", Program.root.path + "/SampleData/roll.csv"] + Self.audit)
    }
    for source in sources {
      let file = try changed[source].map { try scratch.write($0, to: "\(source).csv") }
      let command = plan.records.contains(source) ? ["record", "take"] : ["import"]
      try done(
        command + [file ?? Self.file(source, of: plan), "--instrument", source] + Self.audit)
    }
  }

  /// Where the answers to an instrument lie.
  static func file(_ source: String, of plan: Plan) -> String {
    let own = "\(Program.root.path)/\(plan.folder)/\(source).csv"
    let sample = "\(Program.root.path)/SampleData/\(source).csv"
    let record = "\(Program.root.path)/SampleData/records/\(source).csv"
    return [own, sample, record].first { FileManager.default.fileExists(atPath: $0) } ?? own
  }

  private static let audit = ["--audit", "school"]

  private func done(_ arguments: [String]) throws {
    let run = try Program.run(arguments, environment: SampleAudit.today, in: scratch.url)
    // 2 says that a person has to look at some rows, as the names of the sample school ask for.
    guard run.status == 0 || run.status == 2 else {
      throw SampleAudit.Failed(description: "\(arguments): \(run.errors)")
    }
  }

  /// Runs a command on the audit.
  func run(_ arguments: [String]) throws -> Program.Run {
    try Program.run(arguments + Self.audit, environment: SampleAudit.today, in: scratch.url)
  }
}
