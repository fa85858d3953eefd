import Analysis
import ArgumentParser
import Reports

/// The table of single responses that `--persons` asks for.
struct PersonOptions: ParsableArguments {
  @Flag(
    help: "Write every response with its scores: added to JSON, as a table of its own in CSV.")
  var persons = false

  @Option(
    help: ArgumentHelp(
      "The CSV to write that says what the columns of --persons hold.", valueName: "file"))
  var dictionary: String?

  /// Refuses what has no place for single responses.
  ///
  /// - Parameters:
  ///   - isFile: Whether a file is analysed, and not an audit.
  ///   - format: The form of the output.
  ///   - grouped: Whether something was asked that is said of groups alone.
  /// - Throws: An error of usage.
  func validate(isFile: Bool, format: ReportFormat, grouped: Bool) throws {
    if dictionary != nil, !persons || format != .csv {
      throw ValidationError("--dictionary needs --persons and --format csv.")
    }
    guard persons else { return }
    if !isFile {
      throw ValidationError(
        "--persons is for a file; an audit holds small groups back and lists no responses.")
    }
    if format == .text {
      throw ValidationError(
        "--persons needs --format json or csv; the text report has no place for each response.")
    }
    if format == .csv, grouped {
      throw ValidationError(
        "--population, --compare, --reliability and --earlier are about groups, and the table of --persons "
          + "is not; leave them out, or use --format json.")
    }
  }

  /// Writes the table of responses, and the data dictionary where it was asked for.
  ///
  /// - Throws: An exit code when one of them cannot be written.
  func writeTable(_ persons: Release<PersonFigures>, to output: String?) throws {
    let table = try OutputFile(output)
    _ = PersonsCSV.write(persons, to: table.sink)
    try table.close()
    guard let dictionary else { return }
    let file = try OutputFile(dictionary, of: "--dictionary")
    _ = DictionaryCSV.write(persons, to: file.sink)
    try file.close()
  }
}
