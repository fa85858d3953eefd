import ArgumentParser
import Reports

/// Reads instruments, compares editions, looks at wording and runs test vectors.
struct InstrumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instrument",
    abstract: "Read an instrument, compare two editions, look at its wording, test a key.",
    discussion: """
      An instrument is named by its id or by a path; published keys have ids such as keys/swemwbs.

      Example: mhars instrument show pupil-safety
      """,
    subcommands: [
      InstrumentShow.self, InstrumentDiff.self, InstrumentLintCommand.self,
      InstrumentVectors.self,
    ])
}

/// How an account of instruments is written.
struct AccountOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the output: text or json.", valueName: "format"))
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("The file to write instead of standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    if format == .csv { throw ValidationError("This command writes text or json.") }
  }

  /// Writes an account in the form that was asked for, whole or not at all.
  func write(text: (TextStyle) -> String, json: (ByteSink) -> ByteSink) throws {
    let file = try OutputFile(output)
    if format == .json {
      _ = json(file.sink)
    } else {
      var sink = file.sink
      sink.write(text(TextStyle(colour: output == nil && Terminal.showsColour(1))))
      sink.flush()
    }
    try file.close()
  }
}
