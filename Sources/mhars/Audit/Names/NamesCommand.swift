import ArgumentParser
import Reports
import Responses

/// The written names that nobody matched for certain, and what a person decided about them.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Decide whom written names mean that nobody matched for certain.",
    discussion: """
      For the safeguarding lead: each look at the list goes on record.

      Example: mhars names --audit larkfield
      """,
    subcommands: [
      NamesListCommand.self, NamesConfirmCommand.self, NamesRejectCommand.self,
      NamesUndoCommand.self, NamesExportCommand.self, NamesImportCommand.self,
    ],
    defaultSubcommand: NamesListCommand.self)
}

/// Which names of an audit a command works on.
struct NamesOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The round; the current one if not named.", valueName: "round"))
  var round: String?

  @Option(
    help: ArgumentHelp(
      "The instrument that asked for names; needed where the round has several.", valueName: "id"))
  var instrument: String?

  @OptionGroup var auditOptions: AuditOptions
}

/// What a person says about a decision.
struct DecisionNote: ParsableArguments {
  @Option(help: ArgumentHelp("A word about why.", valueName: "text"))
  var note = ""

  func validate() throws {
    guard note.count <= NameDecision.longestNote else {
      throw ValidationError("--note has at most \(NameDecision.longestNote) characters.")
    }
  }
}

/// Lists the names that wait.
struct NamesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the written names that wait for a person.",
    usage: "mhars names list [<options>]",
    discussion: """
      The exit code is 2 while something waits. Who wrote a name is never said.

      Example: mhars names list --all --audit larkfield
      """)

  @Flag(help: "List the others too: settled by their words, or decided, with who and when.")
  var all = false

  @OptionGroup var namesOptions: NamesOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    try tellingTrouble {
      let names = try NamesSession(namesOptions)
      try outputOptions.refuse(overwriting: names.session.audit.files)
      let waiting = names.queue.waiting.count
      // On record first: nobody sees the list without it.
      try names.record("\(waiting) waiting listed")
      let list = names.list(showingAll: all)
      let place = names.session.heading(names.round)
      try outputOptions.write(
        text: { NamesText(list, style: $0, heading: place).text() },
        json: { NamesJSON.write(list, heading: place, to: $0) },
        csv: { NamesCSV.write(list, to: $0) })
      if waiting > 0 { throw ExitCode.needsPerson }
    }
  }
}
