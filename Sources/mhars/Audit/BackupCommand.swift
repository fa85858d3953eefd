import ArgumentParser
import Diagnostics
import Instruments
import Store

/// Copies an audit to a folder.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy an audit to a new folder.",
    discussion: """
      The copy is not encrypted: keep it where the names in it may be.

      Example: mhars backup larkfield-copy --audit larkfield
      """)

  @Argument(
    help: ArgumentHelp("The folder of the copy, which must not exist.", valueName: "folder"))
  var target: String

  @OptionGroup var auditOptions: AuditOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .writing, &console)
      try session.audit.refuseInside(target)
      try Backup.refuse(target)
      // Before the copy is made: there is never one that is not on record.
      try session.audit.people().record("backup", session.today.iso, by: session.actor)
      let named = Set(session.plan.rounds.flatMap(\.instruments).filter(AuditPlan.Round.isPath))
      let backup = try Backup.make(
        of: session.audit, at: target, with: named.sorted(), on: session.today)
      print("\(target) holds a copy of the audit: \(backup.rowCount) rows, counted and checked.")
      let left = named.subtracting(backup.files.keys).sorted()
      if !left.isEmpty {
        print(
          "Not copied, since they are not in the folder of the audit: "
            + "\(left.joined(separator: ", ")). Copy them yourself.")
      }
    }
  }
}

/// Makes an audit of a copy.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make an audit of a copy.",
    discussion: "Example: mhars restore larkfield-copy larkfield-again")

  @Argument(help: ArgumentHelp("The folder of the copy.", valueName: "copy"))
  var source: String

  @Argument(
    help: ArgumentHelp("The folder of the audit, which must not exist.", valueName: "folder"))
  var target: String

  func run() throws {
    try tellingTrouble {
      let backup = try Backup.restore(from: source, to: target)
      print(
        "\(target) holds the audit as it was on \(backup.day): \(backup.rowCount) rows, all there.")
    }
  }
}
