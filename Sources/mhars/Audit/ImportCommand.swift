import ArgumentParser
import Diagnostics
import Foundation
import Instruments
import Reports
import Responses
import Store

/// Takes a survey export into an audit.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take a survey export into an audit.",
    discussion: """
      All rows of a file are taken in, or none. The same file again adds nothing. Answers of \
      anonymous surveys are kept without their order and time, apart from everything that names \
      anybody.

      Example: mhars import SampleData/pupil-safety.csv --instrument pupil-safety --audit larkfield
      """)

  @Argument(help: ArgumentHelp("The export.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The instrument: its id, or a path.", valueName: "id"))
  var instrument: String

  @Option(help: ArgumentHelp("The round; the current one if not named.", valueName: "round"))
  var round: String?

  @Option(help: ArgumentHelp("The column that identifies a response.", valueName: "column"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "What to do with rows that seem to be there already: skip them, or add them as further "
        + "answers (of people who are known: as their new ones).", valueName: "skip|add"))
  var overlap: Intake.Overlap?

  @Flag(help: "Say what would be taken in, and keep nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Write the rows that are refused to this file, each with the reason.", valueName: "file"))
  var rejects: String?

  @OptionGroup var auditOptions: AuditOptions
  @OptionGroup(title: "Files") var fileOptions: FileOptions
  @OptionGroup(title: "Recipes") var recipeOptions: RecipeOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .writing, &console)
      try OutputOptions.refuse(
        rejects, of: "--rejects", overwriting: [file, instrument] + session.audit.files)
      try recipeOptions.refuse(
        overwriting: [file, instrument] + session.audit.files, in: session.audit,
        isRehearsal: dryRun)
      let round = try session.round(round, &console)
      guard let found = session.shelf.definition(instrument, &console) else {
        return try console.stopOnErrors()
      }
      if !round.instruments.contains(where: { InstrumentShelf.means($0, found.instrument.id) }) {
        console.sink.error(
          .notInRound(found.instrument.id, round.id), at: Location(file: session.audit.planPath))
        try console.stopOnErrors()
      }
      let intake = Intake(
        round: round.id, instrument: found.instrument, definition: found.bytes,
        minimum: session.plan.minimum(for: found.instrument.audience),
        file: URL(fileURLWithPath: file).lastPathComponent, day: session.today, overlap: overlap,
        isRehearsal: dryRun)
      let result = try take(intake, session, round, &console)
      try tell(result, intake, round)
    }
  }

  private func take(
    _ intake: Intake, _ session: AuditSession, _ round: AuditPlan.Round, _ console: inout Console
  ) throws -> IntakeResult {
    var options = fileOptions.importOptions
    options.identifier = id
    try recipeOptions.apply(to: &options, for: intake.instrument, in: session.audit, &console)
    try console.stopOnErrors()
    let opened = recipeOptions.open(file, intake.instrument, options, &console)
    try console.stopOnErrors()
    guard let (export, reading) = opened else { throw ExitCode.faults }
    var rejected: RejectedRows? = rejects == nil ? nil : RejectedRows()
    let progress = Progress("rows taken in")
    defer { progress.end() }
    if intake.instrument.nomination != nil {
      let sheets = try sheets(export, intake, session, round, options, &rejected, &console)
      try recipeOptions.save(reading, in: session.audit)
      return try session.audit.take(sheets, intake, by: session.actor, progress: progress.show)
    }
    let outcome = ResponseImport.read(
      export, for: intake.instrument, options: options, rejecting: &rejected,
      reporting: &console.sink)
    try write(rejected)
    if let outcome, outcome.table.rowCount == 0 {
      console.sink.error(.noResponses(outcome.ledger.read), at: Location(file: file))
    }
    if console.sink.hasErrors, !dryRun {
      try recipeOptions.saveQuestions(reading, in: session.audit)
    }
    try console.stopOnErrors()
    guard let outcome else { throw ExitCode.faults }
    try recipeOptions.save(reading, in: session.audit)
    return try session.audit.take(outcome, intake, by: session.actor, progress: progress.show)
  }

  /// Reads the sheets of a nominations file against the roll of the round.
  private func sheets(
    _ export: ExportFile, _ intake: Intake, _ session: AuditSession, _ round: AuditPlan.Round,
    _ options: ImportOptions, _ rejected: inout RejectedRows?, _ console: inout Console
  ) throws -> NominationImport.Sheets {
    if id != nil { misuse("--id is for surveys; a list of names says itself who answered.") }
    guard let roll = try session.audit.people().roll(in: session.rounds(upTo: round)) else {
      console.sink.error(.noRollYet, at: Location(file: session.audit.folder))
      try console.stopOnErrors()
      throw ExitCode.faults
    }
    let sheets = NominationImport.sheets(
      export, for: intake.instrument, on: roll, options: options, round: round.id,
      rejecting: &rejected, reporting: &console.sink)
    try write(rejected)
    try console.stopOnErrors()
    guard let sheets else { throw ExitCode.faults }
    return sheets
  }

  /// Writes the rows that were refused, so that they can be corrected and taken in again.
  private func write(_ rejected: RejectedRows?) throws {
    guard let rejected, let rejects else { return }
    let output = try OutputFile(rejects)
    RejectedCSV.write(rejected, to: output.sink)
    try output.close()
  }

  private func tell(_ result: IntakeResult, _ intake: Intake, _ round: AuditPlan.Round) throws {
    let place = "\(intake.instrument.id), \(round.title)"
    switch result {
    case .taken(let entry):
      print(ImportText.taken(entry, place: place, isRehearsal: dryRun))
      if entry.needsPerson { throw ExitCode.needsPerson }
    case .sameAs(let entry, let ledger):
      print(ImportText.same(entry, ledger, place: place))
      if ledger.needsPerson { throw ExitCode.needsPerson }
    case .asks(let repeats) where repeats.new + repeats.changed == 0:
      print(ImportText.nothingNew(repeats, place: place))
    case .asks(let repeats):
      Terminal.complain("\(file): error: \(ImportText.question(repeats))")
      throw ExitCode.faults
    case .otherEdition(let day):
      Terminal.complain("\(file): error: \(ImportText.otherEdition(intake.instrument.id, day))")
      throw ExitCode.faults
    }
  }
}

extension Diagnostic.Message {
  static func notInRound(_ instrument: String, _ round: String) -> Self {
    Self(
      id: "not-in-round",
      "the round '\(round)' does not ask for '\(instrument)'; add it to the instruments of the "
        + "round, or name another round with --round")
  }

  static let noRollYet = Self(
    id: "no-roll-yet",
    "no roll was taken in for this round or one before it; run 'mhars roll import' first, since "
      + "names can only be matched against a roll")
}
