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
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .writing, &console)
      let round = try session.round(round, &console)
      if let audience {
        try takeCounts(of: audience, session, round, &console)
      } else {
        try takeRoll(session, round, &console)
      }
    }
  }

  private func takeCounts(
    of audience: Instrument.Audience, _ session: AuditSession, _ round: AuditPlan.Round,
    _ console: inout Console
  ) throws {
    let table = PopulationTable.read(
      FileSource(path: file), options: fileOptions.importOptions, reporting: &console.sink)
    try console.stopOnErrors()
    guard let table else { throw ExitCode.faults }
    if !dryRun {
      try session.audit.answers().keep(
        [PopulationTable(total: table.total), table], of: audience, round: round.id,
        on: session.today)
    }
    print(
      "\(dryRun ? "Nothing was kept (--dry-run). " : "")\(table.total) \(audience.rawValue) could "
        + "answer in \(round.title).")
  }

  private func takeRoll(
    _ session: AuditSession, _ round: AuditPlan.Round, _ console: inout Console
  ) throws {
    let roll = RollImport.read(
      FileSource(path: file), options: fileOptions.importOptions, reporting: &console.sink)
    try console.stopOnErrors()
    guard let roll else { throw ExitCode.faults }
    let people = try session.audit.people()
    let rounds = session.rounds(upTo: round)
    let change = try people.change(to: roll, in: rounds)
    print(RollChangeText(change, round: round.title).text())
    if dryRun { return print("Nothing was kept (--dry-run).") }
    if !change.isFirst, !change.isNone, !yes {
      guard isatty(0) == 1 else {
        Terminal.complain(
          "error: the roll differs from the one that counts; run the command with --yes to take it")
        throw ExitCode.faults
      }
      print("Take this roll? [y/N] ", terminator: "")
      guard readLine()?.lowercased().hasPrefix("y") == true else {
        return print("Nothing was changed.")
      }
    }
    let entry = try people.take(
      roll, in: rounds, file: URL(fileURLWithPath: file).lastPathComponent, on: session.today,
      by: session.actor)
    try session.keepCounts(of: roll, round)
    if let entry { print("\(entry.label): taken in for \(round.title).") }
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
