import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// Shows what the figures of a round rest on.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Show what the figures rest on, down to the files that were taken in.",
    usage: "mhars evidence [<id>] [<options>]",
    discussion: "Example: mhars evidence pupil-safety --audit larkfield")

  @Argument(
    help: ArgumentHelp(
      "The id of a piece of evidence, or of an instrument; all if not named.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("The round; the current one if not named.", valueName: "round"))
  var round: String?

  @OptionGroup var auditOptions: AuditOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    try showing(auditOptions, in: outputOptions) { session, console in
      let round = try session.round(round, &console)
      guard let table = try AuditGaps.table(of: round, session, &console) else {
        return try console.stopOnErrors()
      }
      let (imports, held) = try session.imports()
      let list = EvidenceList(
        table.release, imports: imports.filter { $0.round == round.id }, held: held, wanted: id,
        heading: session.heading(round))
      if let id, list.isEmpty {
        console.sink.error(
          .noSuchEvidence(id, known: list.known), at: Location(file: session.audit.folder))
        try console.stopOnErrors()
      }
      try outputOptions.write(
        text: { list.text(style: $0) }, json: { list.writeJSON(to: $0) },
        csv: { list.writeCSV(to: $0) })
    }
  }
}

extension Diagnostic.Message {
  static func noSuchEvidence(_ id: String, known: [String]) -> Self {
    Self(
      id: "no-such-evidence",
      "the round has no evidence '\(id.clipped)'; "
        + NearestName.remedy(for: id, among: known, lead: "there is"))
  }
}
