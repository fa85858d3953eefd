import ArgumentParser
import Diagnostics
import Foundation
import Instruments
import Reports
import Responses
import Store

/// The pupils who could answer, and how many others.
struct RollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roll", abstract: "Take in who could answer.",
    subcommands: [RollImportCommand.self])
}

/// Takes in a roll, or counts of an audience.
struct RollImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in the pupils on roll, or how many staff and families there are.",
    usage: "mhars roll import <file> [<options>]",
    discussion: """
      A newer roll is compared with the one that counts: who joined, who left, what changed. \
      Without --yes it is then asked whether to take it.

      Examples:
        mhars roll import SampleData/roll.csv --audit larkfield
        mhars roll import SampleData/staff-counts.csv --audience staff --audit larkfield
      """)

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The round; the current one if not named.", valueName: "round"))
  var round: String?

  @Option(
    help: ArgumentHelp(
      "Whose numbers the file holds: staff, parents or leaders, or pupils where there is no roll.",
      valueName: "audience"))
  var audience: Instrument.Audience?

  @Flag(help: "Take a newer roll without asking.")
  var yes = false

  @Flag(help: "Say what would change, and keep nothing.")
  var dryRun = false

  @OptionGroup var auditOptions: AuditOptions
  @OptionGroup(title: "Files") var fileOptions: FileOptions

  func run() throws {
    try tellingTrouble {
      if let audience {
        try takeCounts(of: audience)
      } else {
        try takeRoll()
      }
    }
  }

  private func takeCounts(of audience: Instrument.Audience) throws {
    var console = Console()
    let session = try AuditSession(auditOptions.folder, for: .writing, &console)
    let round = try session.round(round, &console)
    if audience == .pupils, try session.audit.people().roll(in: [round.id]) != nil {
      console.sink.error(.rollCounts(round.title), at: Location(file: file))
    }
    let table = PopulationTable.read(
      FileSource(path: file), options: fileOptions.importOptions, reporting: &console.sink)
    try console.stopOnErrors()
    guard let table else { throw ExitCode.faults }
    if !dryRun {
      let whole = PopulationTable(total: table.total)
      try session.audit.answers().keep(
        table.headings.isEmpty ? [whole] : [whole, table], of: audience, round: round.id,
        on: session.today)
    }
    print(
      "\(dryRun ? "Nothing was kept (--dry-run). " : "")\(table.total) \(audience.rawValue) could "
        + "answer in \(round.title).")
  }

  private func takeRoll() throws {
    var console = Console()
    let reading = RollImport.reading(
      FileSource(path: file), options: fileOptions.importOptions, reporting: &console.sink)
    let roll = reading?.roll
    // Others may work on the audit while a person thinks the change over.
    let shown = try change(to: roll, &console)
    guard let roll, let shown else { throw ExitCode.faults }
    print(
      RollChangeText(shown.change, round: shown.round, remarks: reading?.remarks ?? []).text())
    if dryRun { return print("Nothing was kept (--dry-run).") }
    guard try yes || shown.change.isFirst || shown.change.isNone || isAgreed() else {
      return print("Nothing was changed.")
    }
    // Its faults were told above.
    var again = Console()
    let session = try AuditSession(auditOptions.folder, for: .writing, &again)
    let round = try session.round(round, &again)
    let people = try session.audit.people()
    let rounds = session.rounds(upTo: round)
    guard try people.change(to: roll, in: rounds) == shown.change else {
      Terminal.complain("error: the roll of the audit was changed meanwhile; run the command again")
      throw ExitCode.faults
    }
    let entry = try people.take(
      roll, in: rounds, file: URL(fileURLWithPath: file).lastPathComponent, on: session.today,
      by: session.actor)
    try session.keepCounts(of: roll, round)
    if let entry { print("\(entry.label): taken in for \(round.title).") }
  }

  /// What the roll would change; the faults of all files end the run.
  private func change(
    to roll: Roll?, _ console: inout Console
  ) throws -> (change: RollChange, round: String)? {
    let session = try AuditSession(auditOptions.folder, for: .reading, &console)
    let round = try session.round(round, &console)
    guard let roll else { return nil }
    let change = try session.audit.people().change(to: roll, in: session.rounds(upTo: round))
    return (change, round.title)
  }

  private func isAgreed() throws -> Bool {
    guard isatty(0) == 1 else {
      Terminal.complain(
        "error: the roll differs from the one that counts; run the command with --yes to take it")
      throw ExitCode.faults
    }
    print("Take this roll? [y/N] ", terminator: "")
    return readLine()?.lowercased().hasPrefix("y") == true
  }
}

extension Diagnostic.Message {
  static func rollCounts(_ round: String) -> Self {
    Self(
      id: "roll-counts",
      "a roll was taken in for \(round), and its pupils are counted; numbers of pupils are for "
        + "rounds without one")
  }
}

extension AuditSession {
  /// Keeps the numbers of pupils beside the answers that are given without a name.
  ///
  /// It is a step of its own, and harmless to repeat: the next roll command makes it good where it
  /// was cut short.
  func keepCounts(of roll: Roll?, _ round: AuditPlan.Round) throws {
    try audit.answers().keep(roll?.counts ?? [], of: .pupils, round: round.id, on: today)
  }
}
