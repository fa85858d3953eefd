import ArgumentParser

/// Which audit a command works on.
struct AuditOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the audit.", valueName: "folder"))
  var audit = "."

  /// The folder without a slash at its end.
  var folder: String { Self.folder(named: audit) }

  /// The folder that a person named, or the current one, without a slash at its end.
  static func folder(named name: String?) -> String {
    guard let name else { return "." }
    return name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
  }
}
