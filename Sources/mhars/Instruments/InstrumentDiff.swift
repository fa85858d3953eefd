import ArgumentParser
import Instruments
import Reports

/// Tells what changed between two editions of an instrument, and which trends survive.
struct InstrumentDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed between two editions, and which trends survive.",
    discussion: """
      A trend survives where the words, the codes and the scoring are the same in both.

      Example: mhars instrument diff Instruments/pupil-safety.yaml pupil-safety
      """)

  @Argument(help: ArgumentHelp("The earlier edition: its id, or a path.", valueName: "old"))
  var earlier: String

  @Argument(help: ArgumentHelp("The later edition: its id, or a path.", valueName: "new"))
  var later: String

  @OptionGroup(title: "Output") var outputOptions: AccountOptions

  func run() throws {
    try OutputOptions.refuse(outputOptions.output, of: "--output", overwriting: [earlier, later])
    var console = Console()
    let shelf = InstrumentShelf()
    let old = shelf.instrument(earlier, &console)
    let new = shelf.instrument(later, &console)
    try console.stopOnErrors()
    guard let old, let new else { return }
    try outputOptions.write(
      text: { DifferenceText(from: old, to: new, style: $0).text() },
      json: { DifferenceJSON.write(from: old, to: new, to: $0) })
  }
}
