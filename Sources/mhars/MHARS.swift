import ArgumentParser

/// The command `mhars`: parses options, wires the steps, prints, exits.
@main
struct MHARS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mhars",
    abstract: "Analyse surveys for a whole-school mental-health audit.",
    discussion: """
      Results go to standard output, faults to standard error.

      Exit codes: 0 done, 1 faults found in what was given, 2 done but something waits for a \
      person, 64 wrong usage, 70 our bug, 74 a file could not be read or written, or an audit is \
      in use.
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, Check.self, RollCommand.self, ImportCommand.self, ImportsCommand.self,
      RecipesCommand.self, RecordCommand.self, PlanCommand.self, StatusCommand.self,
      NamesCommand.self, Analyse.self, Gaps.self, EvidenceCommand.self, ActionsCommand.self,
      PruneCommand.self,
      ForgetCommand.self,
      BackupCommand.self,
      RestoreCommand.self, LogCommand.self, InstrumentCommand.self,
    ])
}
