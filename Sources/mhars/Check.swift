import ArgumentParser
import Diagnostics
import Foundation
import Reports

/// Checks the files that people write, all faults in one run.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check audit plans, actions, framework packs and instruments.",
    discussion: """
      Without files, everything on the shelves is checked: the folder of MHARS_INSTRUMENTS and \
      the Instruments folder that came with the program. In the folder of an audit its plan, \
      audit.yaml, its actions.yaml and its folder instruments are checked too. A plan is checked \
      with the instruments that it names, and with the actions beside it.

      Example: mhars check Instruments/pupil-safety.yaml
      """)

  @Argument(help: ArgumentHelp("The files to check.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("The form of the output: text or json.", valueName: "format"))
  var format: ReportFormat = .text

  func validate() throws {
    if format == .csv { throw ValidationError("check writes text or json.") }
  }

  func run() throws {
    let isAudit = FileManager.default.fileExists(atPath: Self.plan)
    let shelf = InstrumentShelf(audit: isAudit ? "" : nil)
    let shelved = shelf.files(in: "frameworks") + shelf.instrumentFiles
    let paths = files.isEmpty ? shelved + (isAudit ? [Self.plan] : []) : files
    if paths.isEmpty {
      Terminal.complain("error: no files to check; name them, or set MHARS_INSTRUMENTS")
      throw ExitCode.faults
    }
    var check = FileCheck(shelf)
    for path in paths { check.check(path) }
    if format == .json {
      let output = try OutputFile(nil)
      _ = DiagnosticJSON.write(check.console.sink, files: check.count, to: output.sink)
      try output.close()
    } else {
      check.console.printFaults()
    }
    if check.console.sink.hasErrors { throw ExitCode.faults }
    if format == .text {
      print("\(check.count) \(check.count == 1 ? "file" : "files") checked, no faults.")
    }
  }

  /// The plan of the audit in the current folder.
  private static let plan = "audit.yaml"
}
