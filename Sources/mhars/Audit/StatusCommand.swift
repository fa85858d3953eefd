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
    abstract: "Show what came back of what was expected, without saying whose it is.",
    discussion: "Example: mhars status --audit larkfield")

  @Option(help: ArgumentHelp("The round; the current one if not named.", valueName: "round"))
  var round: String?

  @OptionGroup var auditOptions: AuditOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .reading, &console)
      let round = try session.round(round, &console)
      var returns: [ReturnFigures] = []
      for name in round.instruments {
        let path = AuditPlan.Round.isPath(name) ? session.audit.folder + "/" + name : name
        guard let instrument = session.shelf.instrument(path, &console) else { continue }
        returns.append(try session.returns(of: instrument, round, &console))
      }
      try console.stopOnErrors()
      let style = TextStyle(colour: Terminal.showsColour(1))
      print(
        ReturnsText(returns, heading: session.heading(round), style: style).text(), terminator: "")
    }
  }
}

extension AuditSession {
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
      nothingOf: instrument, expected: try population(of: instrument.audience, round, [])?.total)
  }
}
