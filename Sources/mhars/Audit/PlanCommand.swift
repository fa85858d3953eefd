import Analysis
import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// Shows what a round will give and ask of people, before anything is collected.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what the round will find out, what is missing, and what it asks of people.",
    usage: "mhars plan [<options>]",
    discussion: """
      For the components that audit.yaml chooses, or all: which method speaks of what, from whom and \
      of which pupils; where the evidence would be thin; how many minutes it takes; and what \
      difference the groups could show.

      Example: mhars plan --audit larkfield
      """)

  @Option(help: ArgumentHelp("The round; the current one if not named.", valueName: "round"))
  var round: String?

  @OptionGroup var auditOptions: AuditOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    try showing(auditOptions, in: outputOptions) { session, console in
      let round = try session.round(round, &console)
      let plan = try session.plan(of: round, &console)
      try console.stopOnErrors()
      guard let plan else { return }
      let place = session.heading(round)
      try outputOptions.write(
        text: { PlanText(plan, heading: place, style: $0).text() },
        json: { PlanJSON.write(plan, heading: place, to: $0) },
        csv: { PlanCSV.write(plan, to: $0) })
    }
  }
}

extension AuditSession {
  /// What a round will give; `nil` where the framework has faults, which the console then holds.
  fileprivate func plan(of round: AuditPlan.Round, _ console: inout Console) throws -> RoundPlan? {
    let planned = try instruments(of: round, &console).map { try withPeople($0, round) }
    return shelf.framework(plan.framework, &console).map {
      RoundPlan(
        planned, framework: plan.chosen(from: $0), notApplicable: plan.notApplicable,
        minimums: minimums)
    }
  }

  /// An instrument with the numbers of people who could answer, as far as counts and rolls tell them.
  private func withPeople(_ instrument: Instrument, _ round: AuditPlan.Round) throws
    -> PlannedInstrument
  {
    guard instrument.record == nil else { return PlannedInstrument(instrument, population: nil) }
    let audience = instrument.audience
    let groups = try instrument.items.filter { $0.role == .group }.flatMap { item in
      let table = try population(of: audience, round, [item.id])
      return item.format.points.compactMap { point in
        table?.count(by: item.id, value: point.code, title: point.title).map {
          PlannedInstrument.GroupSize(
            by: item.id, value: point.code, title: point.title, size: $0)
        }
      }
    }
    return PlannedInstrument(
      instrument, population: try population(of: audience, round, [])?.total, groups: groups)
  }
}
