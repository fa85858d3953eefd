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
      let answers = try session.audit.answers()
      guard let name = try people.names(ofPupil: pupil) else {
        // An erasure before this one may have been cut short in its last step.
        if yes { try people.clearTraces() }
        Terminal.complain("error: no roll of this audit has a pupil with this id")
        throw ExitCode.faults
      }
      // The roll comes last: while it has the pupil, a command that was cut short can be repeated.
      let texts = try answers.erase(
        name, definition: AuditSession.definition, on: session.today, isRehearsal: !yes)
      let reports = try files(name, session).filter { $0.hasPrefix(AuditFiles.reports + "/") }
      if yes {
        try keepCounts(people, session)
        for report in reports { try session.audit.removeReport(report) }
      }
      let counts = try people.erase(
        name, definition: AuditSession.definition, by: session.actor, isRehearsal: !yes)
      print(text(counts, texts: texts))
      if !reports.isEmpty { print("  and these reports: \(reports.joined(separator: ", "))") }
      if yes {
        try prove(name, session)
        print(
          "No file of \(session.audit.folder) holds the name or the id any more. Backups and exports "
            + "elsewhere may;\ntaking one in again would bring them back.")
      }
    }
  }

  /// Keeps the numbers of pupils without the one who goes, for the rounds with a roll of their own.
  private func keepCounts(_ people: IdentityStore, _ session: AuditSession) throws {
    for round in session.plan.rounds {
      guard let roll = try people.roll(in: [round.id]) else { continue }
      try session.keepCounts(of: Roll(roll.records.filter { $0.id != pupil }), round)
    }
  }

  private func files(_ name: ErasedName, _ session: AuditSession) throws -> [String] {
    try FolderSearch.files(in: session.audit.folder, holding: name)
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

  /// Proves that no file of the audit holds the name any more.
  ///
  /// A short id and a name of one word may stand for something else, so that a person has to look.
  private func prove(_ name: ErasedName, _ session: AuditSession) throws {
    let left = try files(name, session)
    let words = try FolderSearch.files(in: session.audit.folder, holdingWordsOf: name)
    if !left.isEmpty {
      Terminal.complain(
        "error: the name still stands in \(left.joined(separator: ", ")); these files are not "
          + "ours: take it out or delete them")
    }
    if !words.isEmpty {
      Terminal.complain(
        "error: the id or the name stands as a word in \(words.joined(separator: ", ")), where it "
          + "may mean the pupil; look through them")
    }
    if !left.isEmpty || !words.isEmpty { throw ExitCode.needsPerson }
  }
}
