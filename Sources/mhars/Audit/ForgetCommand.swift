import ArgumentParser
import Diagnostics
import Foundation
import Instruments
import Reports
import Responses
import Store

/// Erases a pupil from an audit.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Erase a pupil: from the rolls, the lists of names, the answers, the texts.",
    discussion: """
      Without --yes it only says what would go. Reports that hold the name are deleted. Backups \
      and copies elsewhere are not reached; delete those yourself.

      Example: mhars forget E999421723026 --audit larkfield
      """)

  @Argument(help: ArgumentHelp("The id of the pupil on the roll.", valueName: "pupil"))
  var pupil: String

  @Flag(help: "Erase; without it nothing is changed.")
  var yes = false

  @OptionGroup var auditOptions: AuditOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .writing, &console)
      let people = try session.audit.people()
      guard let name = try people.names(ofPupil: pupil) else {
        Terminal.complain("error: no roll of this audit has a pupil with this id")
        throw ExitCode.faults
      }
      // The roll goes last: while it has the pupil, a run that was cut short can be repeated.
      let answers = try session.audit.answers()
      let texts = try answers.erase(
        name, definition: AuditSession.definition, on: session.today, isRehearsal: !yes)
      let counts = try people.erase(
        name, definition: AuditSession.definition, by: session.actor, isRehearsal: !yes)
      if yes {
        for round in session.plan.rounds {
          let roll = try people.roll(in: session.rounds(upTo: round))
          if roll != nil { try session.keepCounts(of: roll, round) }
        }
      }
      print(text(counts, texts: texts))
      try clear(name, session)
    }
  }

  private func text(_ counts: ErasureCounts, texts: Int) -> String {
    """
    \(yes ? "Erased" : "Nothing was changed; with --yes this would be erased"):
      the pupil on \(counts.rolls) roll(s)
      \(counts.sheets) list(s) of names that the pupil gave
      \(counts.names) name(s) in others' lists that meant the pupil, or could have
      \(counts.responses) answer(s) of the pupil to surveys that are not anonymous
      the name in \(counts.texts + texts) text(s) of others
    """
  }

  /// Deletes the reports that hold the name, and proves that no file holds it any more.
  private func clear(_ name: ErasedName, _ session: AuditSession) throws {
    let folder = session.audit.folder
    let holding = try FolderSearch.files(in: folder, holding: name)
    let reports = holding.filter { $0.hasPrefix(AuditFiles.reports + "/") }
    if !yes {
      if !reports.isEmpty { print("  and these reports: \(reports.joined(separator: ", "))") }
      return
    }
    for report in reports { try session.audit.removeReport(report) }
    let left = try FolderSearch.files(in: folder, holding: name)
    guard left.isEmpty else {
      Terminal.complain(
        "error: the name still stands in \(left.joined(separator: ", ")); these files are not "
          + "ours: take it out or delete them, then run the command again")
      throw ExitCode.needsPerson
    }
    if !reports.isEmpty { print("  and these reports: \(reports.joined(separator: ", "))") }
    print("No file of \(folder) holds the name or the id any more. Backups elsewhere may.")
  }
}
