import Analysis
import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// Shows what came back in a round.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what came back of what was planned, and what the components still lack.",
    usage: "mhars status [<options>]",
    discussion: "Example: mhars status --audit larkfield")

  @Option(help: ArgumentHelp("The round; the current one if not named.", valueName: "round"))
  var round: String?

  @OptionGroup var auditOptions: AuditOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    try showing(auditOptions, in: outputOptions) { session, console in
      let round = try session.round(round, &console)
      let returns = try session.returns(of: round, &console)
      try console.stopOnErrors()
      guard let returns else { return }
      let place = session.heading(round)
      try outputOptions.write(
        text: { ReturnsText(returns, heading: place, style: $0).text() },
        json: { ReturnsJSON.write(returns, heading: place, to: $0) },
        csv: { ReturnsCSV.write(returns, to: $0) })
    }
  }
}

extension AuditSession {
  /// What came in of all that a round planned; `nil` where the framework has faults, which the console
  /// then holds.
  func returns(of round: AuditPlan.Round, _ console: inout Console) throws -> RoundReturns? {
    var surveys: [ReturnFigures] = []
    var records: [RecordReturn] = []
    for instrument in instruments(of: round, &console) {
      if instrument.record == nil {
        surveys.append(try returns(of: instrument, round, &console))
      } else {
        records.append(try recordReturn(of: instrument, round))
      }
    }
    return shelf.framework(plan.framework, &console).map {
      RoundReturns(
        surveys: surveys, records: records, framework: plan.chosen(from: $0),
        notApplicable: plan.notApplicable)
    }
  }

  private func recordReturn(of instrument: Instrument, _ round: AuditPlan.Round) throws
    -> RecordReturn
  {
    guard let found = try responses(instrument, round: round.id) else {
      return RecordReturn(nothingOf: instrument)
    }
    return RecordReturn(
      of: found.table, minimum: minimum(found.minimum, for: instrument.audience))
  }

  /// How many answers to an instrument came back in a round.
  func returns(
    of instrument: Instrument, _ round: AuditPlan.Round, _ console: inout Console
  ) throws -> ReturnFigures {
    if instrument.nomination != nil {
      let found = try nominations(instrument, round, scope: plan.reference, &console)
      if let found {
        return ReturnFigures(of: found.figures.released(under: .audit(minimum: found.minimum)))
      }
    } else if let found = try responses(instrument, round: round.id) {
      return try ReturnFigures(
        of: found.table, ledger: found.ledger,
        for: .audit(minimum: minimum(found.minimum, for: instrument.audience)),
        total: population(of: instrument.audience, round, [])?.total
      ) { item in
        let table = try population(of: instrument.audience, round, [item])
        return table?.column(headed: item) == nil ? nil : table
      }
    }
    return ReturnFigures(
      nothingOf: instrument, minimum: plan.minimum(for: instrument.audience),
      expected: try population(of: instrument.audience, round, [])?.total)
  }
}
