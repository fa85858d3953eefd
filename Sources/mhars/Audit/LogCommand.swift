import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// Shows what was done with an audit.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show what was done with the audit, and who saw the named list when.",
    discussion: """
      Of answers that nobody can be tied to, only the day is on record.

      Example: mhars log --audit larkfield
      """)

  @OptionGroup var auditOptions: AuditOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .reading, &console)
      let events = try session.audit.people().events() + session.audit.answers().events()
      let style = TextStyle(colour: Terminal.showsColour(1))
      print(EventText(events, style: style).text(), terminator: "")
    }
  }
}
