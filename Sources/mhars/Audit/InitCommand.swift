import ArgumentParser
import Diagnostics
import Foundation
import Instruments
import Store

/// Starts an audit: its folder, its plan, its two databases.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start an audit folder.",
    usage: "mhars init <folder> [<options>]",
    discussion: """
      What is not said as an option is asked for on a terminal, or gets its default. Everything \
      can be changed later in audit.yaml.

      Example: mhars init larkfield --school "Larkfield Primary" --phase primary --staff 42 \
      --parents 190
      """)

  @Argument(help: ArgumentHelp("The folder, new or empty.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("The name of the school.", valueName: "name"))
  var school: String?

  @Option(
    help: ArgumentHelp(
      "The kind of school: primary, secondary, all-through, special or other.",
      valueName: "phase"))
  var phase: AuditPlan.Phase?

  @Option(help: ArgumentHelp("The framework pack: its id.", valueName: "id"))
  var framework: String?

  @Option(
    help: ArgumentHelp(
      "A component to look at; all if none is named. May be repeated.",
      valueName: "component"))
  var component: [String] = []

  @Option(help: ArgumentHelp("The first round, such as autumn-2026.", valueName: "round"))
  var round: String?

  @Option(
    help: ArgumentHelp(
      "An instrument of the round; the four of the audit if none is named. May be repeated.",
      valueName: "id"))
  var instrument: [String] = []

  @Option(help: ArgumentHelp("How many staff could answer.", valueName: "number"))
  var staff: Int?

  @Option(help: ArgumentHelp("How many families could answer.", valueName: "number"))
  var parents: Int?

  /// The instruments of a round where none is named.
  static let standardInstruments = [
    "staff-wellbeing", "pupil-safety", "trusted-peers", "parent-partnership",
  ]

  func validate() throws {
    for size in [staff, parents] {
      if let size, size < 1 { throw ValidationError("A number of people is at least 1.") }
    }
  }

  func run() throws {
    try tellingTrouble {
      if Audit.exists(in: folder) { throw StoreTrouble.auditExists(folder: folder) }
      var console = Console()
      let shelf = InstrumentShelf()
      let packs = shelf.frameworks()
      let questions = Questions()
      let school = school ?? questions.text("School", or: "Our school")
      let phase = try phase ?? questions.phase()
      let packID =
        framework ?? questions.text("Framework", or: "islington-mhars")
      guard let pack = shelf.framework(packID, &console) else {
        return try console.stopOnErrors()
      }
      let roundID = round ?? questions.text("First round", or: Self.round(on: .today))
      let sizes: [Instrument.Audience: Int] = [
        .staff: staff ?? questions.number("How many staff could answer"),
        .parents: parents ?? questions.number("How many families could answer"),
      ].compactMapValues { $0 }
      let asked = instrument.isEmpty ? Self.standardInstruments : instrument
      let plan = AuditPlan.template(
        school: school, phase: phase, framework: pack, components: component,
        round: AuditPlan.Round(id: roundID, instruments: asked), groups: sizes,
        offers: RoundOffers(shelf, pack, components: component, taken: asked).list)
      check(plan, packs, shelf, &console)
      try console.stopOnErrors()
      _ = try Audit.create(folder, plan: plan)
      print(
        """
        \(folder) holds the audit of \(school).
        Next: look through \(folder)/audit.yaml, then take in the pupils on roll:
          mhars roll import ROLL.csv --audit \(folder)
        """)
    }
  }

  /// Reads the plan as every later command will, so that none is made that has faults.
  private func check(
    _ plan: String, _ packs: [Framework], _ shelf: InstrumentShelf, _ console: inout Console
  ) {
    let known = PlanShelf(ids: shelf.instrumentFiles.map(InstrumentShelf.id)) { _ in true }
    let name = folder + "/" + AuditFiles.plan
    console.show(plan, of: name)
    _ = AuditPlanReader(framework: packs, instruments: known).read(
      Array(plan.utf8), file: name, into: &console.sink)
  }

  /// The round of the school year that a day falls in.
  static func round(on day: CalendarDay) -> String {
    switch day.month {
    case 9...12: "autumn-\(day.year)"
    case 1...4: "spring-\(day.year)"
    default: "summer-\(day.year)"
    }
  }
}

/// Questions on a terminal; without one every answer is the default.
private struct Questions {
  private let isAsked = isatty(0) == 1 && isatty(1) == 1

  func text(_ question: String, or standard: String) -> String {
    guard isAsked else { return standard }
    print("\(question) [\(standard)]: ", terminator: "")
    let answer = readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
    return answer.isEmpty ? standard : answer
  }

  func phase() throws -> AuditPlan.Phase {
    let known = AuditPlan.Phase.allCases.map(\.rawValue)
    let answer = text("Phase (\(known.joined(separator: ", ")))", or: "other")
    guard let phase = AuditPlan.Phase(rawValue: answer) else {
      throw ValidationError(
        "'\(answer)' is no phase; "
          + NearestName.remedy(for: answer, among: known, lead: "they are"))
    }
    return phase
  }

  /// A number of people; `nil` where nothing is answered.
  func number(_ question: String) -> Int? {
    guard isAsked else { return nil }
    let answer = text(question, or: "not known")
    return Int(answer).flatMap { $0 > 0 ? $0 : nil }
  }
}
