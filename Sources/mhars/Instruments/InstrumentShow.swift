import ArgumentParser
import Instruments
import Reports

/// Tells what an instrument asks and how it scores.
struct InstrumentShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Tell what an instrument asks and how it scores.",
    discussion: """
      Examples:
        mhars instrument show pupil-safety
        mhars instrument show keys/sdq-self --format json
      """)

  @Argument(help: ArgumentHelp("The instrument: its id, or a path.", valueName: "id"))
  var instrument: String

  @OptionGroup(title: "Output") var outputOptions: AccountOptions

  func run() throws {
    try OutputOptions.refuse(outputOptions.output, of: "--output", overwriting: [instrument])
    var console = Console()
    let found = InstrumentShelf().instrument(instrument, &console)
    try console.stopOnErrors()
    guard let found else { return }
    try outputOptions.write(
      text: { InstrumentText(found, style: $0).text() },
      json: { InstrumentJSON.write(found, to: $0) })
  }
}
