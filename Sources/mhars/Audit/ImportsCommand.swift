import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// The files that were taken into an audit.
struct ImportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports", abstract: "List the files that were taken in, or undo one.",
    discussion: "Example: mhars imports undo A3 --audit larkfield",
    subcommands: [ImportsListCommand.self, ImportsUndoCommand.self],
    defaultSubcommand: ImportsListCommand.self)
}

/// Lists the files that were taken in.
struct ImportsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the files that were taken in.")

  @OptionGroup var auditOptions: AuditOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .reading, &console)
      let entries = try session.audit.people().imports() + session.audit.answers().imports()
      print(
        ImportsText(entries, style: TextStyle(colour: Terminal.showsColour(1))).text(),
        terminator: "")
    }
  }
}

/// Takes one import back.
struct ImportsUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take one import back; it stays on record as undone.")

  @Argument(help: ArgumentHelp("The import, such as A3.", valueName: "import"))
  var label: String

  @Flag(help: "Also undo the imports that can only be undone together with it.")
  var yes = false

  @OptionGroup var auditOptions: AuditOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .writing, &console)
      let isOfAnswers = label.uppercased().hasPrefix("A")
      let imports =
        isOfAnswers ? try session.audit.answers().imports() : try session.audit.people().imports()
      let found = imports.first { $0.label == label.uppercased() && $0.undone == nil }
      if let found, found.together.count > 1, !yes {
        Terminal.complain("error: " + ImportText.together(found))
        throw ExitCode.faults
      }
      let undone =
        isOfAnswers
        ? try session.audit.answers().undo(label, on: session.today)
        : try session.audit.people().undo(
          label, of: session.plan.rounds.map(\.id), on: session.today, by: session.actor)
      guard let undone, let first = undone.first else {
        Terminal.complain(
          "error: no import that counts is called '\(label.clipped)'; 'mhars imports' lists them")
        throw ExitCode.faults
      }
      if first.instrument == "roll", let round = session.plan.round(first.round) {
        let roll = try session.audit.people().roll(in: session.rounds(upTo: round))
        try session.keepCounts(of: roll, round)
      }
      print(ImportText.undone(undone, of: imports))
    }
  }
}
