import ArgumentParser
import Diagnostics
import Instruments
import Reports

/// Takes in evidence that is no survey.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Take in evidence that is no survey: what was seen, counted or said.",
    discussion: """
      Each way to find out has a table to fill in, one row for each thing that was seen, counted or \
      said. Take the filled table in with 'mhars record take', or give it to 'mhars gaps'.

      Examples:
        mhars record methods
        mhars record template C3.M4 --format csv --output difficulty.csv
      """,
    subcommands: [
      RecordTakeCommand.self, RecordTemplateCommand.self, RecordMethodsCommand.self,
    ])
}

/// Takes a filled table into an audit.
struct RecordTakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Take a filled table into an audit, as 'mhars import' does.")

  @OptionGroup var command: ImportCommand

  func run() throws { try command.run() }
}

/// Prints the table to fill in.
struct RecordTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Print the table to fill in for a way to find out.",
    discussion: """
      As text it says what to write in each column; as CSV it is the table itself.

      Example: mhars record template C3.M4 --format csv --output difficulty.csv
      """)

  @Argument(
    help: ArgumentHelp(
      "The method of the framework, such as C3.M4, or the instrument: its id, or a path.",
      valueName: "method"))
  var method: String

  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    guard outputOptions.format != .json else {
      misuse("A template is text or CSV; 'mhars instrument show' has the items as JSON.")
    }
    var console = Console()
    let shelf = InstrumentShelf()
    let instrument = RecordShelf(shelf).instrument(named: method, &console)
    try console.stopOnErrors()
    guard let instrument else { return }
    try outputOptions.write(
      text: { RecordTemplateText(instrument, style: $0).text() }, json: { $0 },
      csv: { RecordTemplateCSV.write(instrument, to: $0) })
  }
}

/// Lists the ways to find out with the instrument that carries each out.
struct RecordMethodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "methods",
    abstract: "List the ways to find out, and the instrument for each.",
    discussion: "Example: mhars record methods --framework islington-mhars")

  @Option(help: ArgumentHelp("The framework pack: its id, or a path.", valueName: "id"))
  var framework = "islington-mhars"

  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    var console = Console()
    let shelf = InstrumentShelf()
    let pack = shelf.framework(framework, &console)
    let instruments = RecordShelf(shelf).all(&console)
    try console.stopOnErrors()
    guard let pack else { return }
    let list = MethodList(pack, instruments)
    try outputOptions.write(
      text: { list.text(style: $0) }, json: { list.writeJSON(to: $0) },
      csv: { list.writeCSV(to: $0) })
  }
}
