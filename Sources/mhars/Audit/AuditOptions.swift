import ArgumentParser

/// Which audit a command works on.
struct AuditOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the audit.", valueName: "folder"))
  var audit = "."

  /// The folder without a slash at its end.
  var folder: String { audit.count > 1 && audit.hasSuffix("/") ? String(audit.dropLast()) : audit }
}
