import ArgumentParser
import Reports
import Responses
import Store

/// Writes the names as a table that decisions can be written into.
struct NamesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write all names to a CSV file, to be decided there.",
    usage: "mhars names export <file> [<options>]",
    discussion: """
      Fill in 'decision' (pupil, not, staff, family, no-one, illegible or off-roll) and, for the \
      first two, 'pupil' with an id; then take the file in with 'mhars names import'.

      Example: mhars names export names.csv --audit larkfield
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
  var file: String

  @OptionGroup var namesOptions: NamesOptions

  func run() throws {
    try tellingTrouble {
      let names = try NamesSession(namesOptions)
      try OutputOptions.refuse(file, of: "The file", overwriting: names.session.audit.files)
      let list = names.list(showingAll: true)
      try names.record("\(list.queue.entries.count) exported")
      let output = try OutputFile(file)
      _ = NamesCSV.write(list, to: output.sink)
      try output.close()
      print(
        "\(list.queue.entries.count) questions written, \(list.queue.waiting.count) of them waiting."
      )
    }
  }
}

/// Takes decisions in from a table.
struct NamesImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take decisions in from a table: all of them or none.",
    usage: "mhars names import <file> [<options>]",
    discussion: """
      Rows without a decision are passed over, and so are those that say what was decided before.

      Examples:
        mhars names export names.csv --audit larkfield
        mhars names import names.csv --audit larkfield
      """)

  @Argument(help: ArgumentHelp("The file, as 'mhars names export' writes it.", valueName: "file"))
  var file: String

  @Flag(help: "Let decisions take the place of others that stand.")
  var replace = false

  @OptionGroup var sheetOptions: SheetOptions
  @OptionGroup var namesOptions: NamesOptions

  func run() throws {
    try tellingTrouble {
      let names = try NamesSession(namesOptions)
      var console = Console()
      var options = ImportOptions()
      options.sheets = sheetOptions.sheet
      let plan = DecisionFile.read(
        FileSource(path: file), against: names.queue, on: names.roll, replaces: replace,
        options: options, reporting: &console.sink)
      try console.stopOnErrors()
      guard let plan else { throw ExitCode.faults }
      if !plan.decisions.isEmpty {
        try names.decide(plan.decisions, "\(plan.decisions.count) decided from a file")
      }
      print(
        "\(plan.decisions.count) decision(s) taken in, \(plan.unchanged) as before, "
          + "\(plan.blank) row(s) without one.")
    }
  }
}
