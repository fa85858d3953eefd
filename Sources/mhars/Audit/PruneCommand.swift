import ArgumentParser
import Diagnostics
import Instruments
import Responses
import Store

/// Deletes raw rows whose time is over.
struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Delete answers and names whose time is over, as audit.yaml says.",
    discussion: """
      'keep:' in audit.yaml says how long answers and names stay after the end of their round. \
      The record of what was taken in stays. Who has left the school goes with the last round \
      whose roll has the pupil.

      Example: mhars prune --dry-run --audit larkfield
      """)

  @Flag(help: "Say what would go, and delete nothing.")
  var dryRun = false

  @OptionGroup var auditOptions: AuditOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .writing, &console)
      let plan = session.plan
      // Both are opened before anything goes: trouble with either then changes nothing.
      let store = try session.audit.answers()
      let people = try session.audit.people()
      let unplanned = try people.rounds().union(store.rounds())
        .subtracting(plan.rounds.map(\.id)).sorted()
      let answers = try store.prune(
        over(plan.keepsAnswers, session), on: session.today, isRehearsal: dryRun)
      let names = try people.prune(
        names: over(plan.keepsNames, session), answers: over(plan.keepsAnswers, session),
        of: plan.rounds.map(\.id), on: session.today, by: session.actor, isRehearsal: dryRun)
      let lines = (answers + names).flatMap { pruned in
        pruned.rows.sorted { $0.key < $1.key }.map {
          "  \(plan.round(pruned.round)?.title ?? pruned.round): \($0.value) row(s) of \($0.key)"
        }
      }
      let undated = plan.rounds.filter { $0.until == nil }.map(\.title)
      if lines.isEmpty {
        print("Nothing is over its time.")
      } else {
        print(dryRun ? "Nothing was deleted (--dry-run). This would go:" : "Deleted for good:")
        print(lines.joined(separator: "\n"))
      }
      if !unplanned.isEmpty {
        print(
          "Kept, and never over, since audit.yaml does not have the round: "
            + "\(unplanned.joined(separator: ", ")). Add it there again with its 'until:', or take "
            + "its imports back\nwith 'mhars imports undo'.")
      }
      if !undated.isEmpty {
        print(
          "Without an end ('until:' in audit.yaml) nothing is ever over: "
            + undated.joined(separator: ", ") + ".")
      }
    }
  }

  /// The rounds whose rows have been kept as long as the plan says.
  private func over(_ retention: AuditPlan.Retention, _ session: AuditSession) -> [String] {
    session.plan.rounds.filter { round in
      guard let last = round.until.flatMap(retention.end) else { return false }
      return last < session.today
    }.map(\.id)
  }
}
