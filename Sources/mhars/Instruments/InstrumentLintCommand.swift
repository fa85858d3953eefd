import ArgumentParser
import Diagnostics
import Instruments
import Reports

/// Looks at the wording of instruments.
struct InstrumentLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Look at the wording: hard, double, denying, leading, or without a way out.",
    discussion: """
      Findings are reasons to look, not faults. Only English is looked at, but for missing \
      translations. Exit code 2 if there are findings, 1 if a file has faults.

      Example: mhars instrument lint trusted-peers
      """)

  @Argument(help: ArgumentHelp("The instruments: ids, or paths.", valueName: "id"))
  var instruments: [String]

  @OptionGroup(title: "Output") var outputOptions: AccountOptions

  func run() throws {
    try OutputOptions.refuse(outputOptions.output, of: "--output", overwriting: instruments)
    var console = Console()
    let shelf = InstrumentShelf()
    for name in instruments {
      guard let path = shelf.path(ofInstrumentNamed: name, &console),
        let bytes = shelf.read(path, &console)
      else { continue }
      InstrumentLint.check(bytes, file: path, keys: shelf.keys, into: &console.sink)
    }
    let found = console.sink
    try outputOptions.write(
      text: { _ in
        found.hasErrors
          ? "" : "\(instruments.count) looked at, \(found.warningCount) to look into.\n"
      },
      json: { DiagnosticJSON.write(found, files: instruments.count, to: $0) })
    if outputOptions.format == .text { console.printFaults() }
    if found.hasErrors { throw ExitCode.faults }
    if found.warningCount > 0 { throw ExitCode.needsPerson }
  }
}
