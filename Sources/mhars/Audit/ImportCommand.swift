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

  @Flag(
    help: "Take the answers of any day, also from before the round opens and after it closes.")
  var anyDay = false

  @OptionGroup var responseOptions: ResponseOptions
  @OptionGroup var auditOptions: AuditOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions
  @OptionGroup(title: "Files") var fileOptions: FileOptions
  @OptionGroup(title: "Recipes") var recipeOptions: RecipeOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .writing, &console)
      try refuseOutputs(
        overwriting: [file, instrument] + session.audit.files, in: session.audit)
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
      let account = try take(intake, session, round, &console)
      try outputOptions.write(
        text: { _ in ImportText.account(account) + "\n" },
        json: { ImportJSON.write(account, school: session.plan.school, to: $0) },
        csv: { ImportCSV.write(account, to: $0) })
      if account.needsPerson { throw ExitCode.needsPerson }
    }
  }

  /// Refuses to write to a file that is read, and two outputs to one file.
  private func refuseOutputs(overwriting inputs: [String], in audit: Audit) throws {
    try outputOptions.refuse(overwriting: inputs)
    try OutputOptions.refuse(rejects, of: "--rejects", overwriting: inputs)
    try recipeOptions.refuse(overwriting: inputs, in: audit, isRehearsal: dryRun)
    let outputs = [outputOptions.output, rejects, recipeOptions.saveMap].compactMap { $0 }
    for (place, one) in outputs.enumerated()
    where outputs[..<place].contains(where: { OutputOptions.isSame($0, one) }) {
      throw ValidationError("Two outputs name the file '\(one)'; choose another for one of them.")
    }
  }

  private func take(
    _ intake: Intake, _ session: AuditSession, _ round: AuditPlan.Round, _ console: inout Console
  ) throws -> ImportAccount {
    var options = fileOptions.importOptions
    options.identifier = id
    options.minimumAnswered = responseOptions.minimumAnswered
    options.openDays = anyDay ? nil : OpenDays(from: round.from, until: round.until)
    try recipeOptions.apply(to: &options, for: intake.instrument, in: session.audit, &console)
    try console.stopOnErrors()
    let opened = recipeOptions.confirmOptions.open(file, intake.instrument, options, &console)
    try console.stopOnErrors()
    guard let opened else { throw ExitCode.faults }
    return intake.instrument.nomination == nil
      ? try takeResponses(opened, intake, session, round, options, &console)
      : try takeNames(opened, intake, session, round, options, &console)
  }

  /// A file that is open, with how it was read.
  private typealias Opened = (export: ExportFile, reading: ExportReading)

  private func takeResponses(
    _ opened: Opened, _ intake: Intake, _ session: AuditSession, _ round: AuditPlan.Round,
    _ options: ImportOptions, _ console: inout Console
  ) throws -> ImportAccount {
    var rejected: RejectedRows? = rejects == nil ? nil : RejectedRows()
    let bar = Progress("of the file read")
    let outcome = ResponseImport.read(
      opened.export, for: intake.instrument, options: options, rejecting: &rejected,
      progress: bar.show(share:), reporting: &console.sink)
    bar.end()
    try write(rejected)
    console.sink.refuseEmpty(outcome, from: file)
    if console.sink.hasErrors, !dryRun {
      try recipeOptions.saveQuestions(opened.reading, in: session.audit)
    }
    try console.stopOnErrors()
    guard let outcome else { throw ExitCode.faults }
    try recipeOptions.save(opened.reading, in: session.audit)
    let progress = Progress("rows taken in")
    let result = try session.audit.take(
      outcome, intake, by: session.actor, progress: progress.show)
    progress.end()
    return try account(result, outcome.ledger, intake, round)
  }

  private func takeNames(
    _ opened: Opened, _ intake: Intake, _ session: AuditSession, _ round: AuditPlan.Round,
    _ options: ImportOptions, _ console: inout Console
  ) throws -> ImportAccount {
    if id != nil { misuse("--id is for surveys; a list of names says itself who answered.") }
    if responseOptions.minimumAnswered > 0 {
      misuse("--minimum-answered is for surveys; a list of names is one question.")
    }
    guard let roll = try session.audit.people().roll(in: session.rounds(upTo: round)) else {
      console.sink.error(.noRollYet, at: Location(file: session.audit.folder))
      try console.stopOnErrors()
      throw ExitCode.faults
    }
    var rejected: RejectedRows? = rejects == nil ? nil : RejectedRows()
    let bar = Progress("of the file read")
    let sheets = NominationImport.sheets(
      opened.export, for: intake.instrument, on: roll, options: options, round: round.id,
      rejecting: &rejected, progress: bar.show(share:), reporting: &console.sink)
    bar.end()
    try write(rejected)
    try console.stopOnErrors()
    guard let sheets else { throw ExitCode.faults }
    try recipeOptions.save(opened.reading, in: session.audit)
    let progress = Progress("rows taken in")
    let result = try session.audit.take(sheets, intake, by: session.actor, progress: progress.show)
    progress.end()
    var account = try account(result, sheets.ledger, intake, round)
    // The names of the whole round: a rehearsal kept none of this file.
    let scope = session.plan.reference
    let found =
      dryRun
      ? NominationImport.nominations(
        in: sheets.sheets, sheets.ledger, for: intake.instrument, on: roll, scope: scope)
      : try session.readNames(intake.instrument, round, scope: scope, &console)?.outcome
    account.namesWaiting = found?.nominations.queue.waiting.count ?? 0
    return account
  }

  /// What is told of a file; ends the run where a person has to say first.
  private func account(
    _ result: IntakeResult, _ ledger: ImportLedger, _ intake: Intake, _ round: AuditPlan.Round
  ) throws -> ImportAccount {
    func account(_ result: ImportAccount.Result, _ entry: ImportEntry?) -> ImportAccount {
      var account = ImportAccount(
        result, entry, ledger, instrument: intake.instrument, round: round, file: intake.file,
        isRehearsal: dryRun)
      account.showsCells = recipeOptions.confirmOptions.explain
      return account
    }
    switch result {
    case .taken(let entry): return account(.taken, entry)
    case .sameAs(let entry, _): return account(.same, entry)
    case .asks(let repeats) where repeats.new + repeats.changed == 0:
      var nothing = account(.nothingNew, nil)
      nothing.days = repeats.days
      return nothing
    case .asks(let repeats):
      Terminal.complain("\(file): error: \(ImportText.question(repeats))")
    case .otherEdition(let day):
      Terminal.complain("\(file): error: \(ImportText.otherEdition(intake.instrument.id, day))")
    }
    throw ExitCode.faults
  }

  /// Writes the rows that were refused, so that they can be corrected and taken in again.
  private func write(_ rejected: RejectedRows?) throws {
    guard let rejected, let rejects else { return }
    let output = try OutputFile(rejects)
    RejectedCSV.write(rejected, to: output.sink)
    try output.close()
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
