public import ArgumentParser
import Foundation
import Instruments
import Reports
import Responses
import Store

/// How results are written.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the output: text, json or csv.", valueName: "format"))
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("The file to write instead of standard output.", valueName: "file"))
  var output: String?

  /// Refuses an output that would replace one of the files that are read.
  func refuse(overwriting inputs: [String]) throws {
    try Self.refuse(output, of: "--output", overwriting: inputs)
  }

  /// Refuses a file to be written that is one of those that are read.
  static func refuse(_ file: String?, of option: String, overwriting inputs: [String]) throws {
    guard let file else { return }
    for input in inputs where isSame(file, input) {
      throw ValidationError("\(option) names '\(input)', which is being read; choose another file.")
    }
  }

  /// Whether two paths lead to one file.
  static func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (URL(fileURLWithPath: a), URL(fileURLWithPath: b))
    return a.resolvingSymlinksInPath().path == b.resolvingSymlinksInPath().path
  }

  /// Writes a report in the form that was asked for, whole or not at all.
  func write(
    text: (TextStyle) -> String, json: (ByteSink) -> ByteSink, csv: (ByteSink) -> ByteSink
  ) throws {
    let file = try OutputFile(output)
    switch format {
    case .json: _ = json(file.sink)
    case .csv: _ = csv(file.sink)
    case .text:
      var sink = file.sink
      sink.write(text(style))
      sink.flush()
    }
    try file.close()
  }

  /// The style of text: coloured on a terminal only.
  var style: TextStyle { TextStyle(colour: output == nil && Terminal.showsColour(1)) }
}

/// Which sheets of workbooks are read.
struct SheetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The sheet of a workbook, or the file in a zip archive: its name or number; may be repeated, "
        + "and each file takes the one it has.", valueName: "name"))
  var sheet: [String] = []
}

/// Which responses of a survey count.
struct ResponseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out responses that answer less than this percentage of a survey's questions.",
      valueName: "percent"))
  var minimumAnswered = 0

  func validate() throws {
    guard (0...100).contains(minimumAnswered) else {
      throw ValidationError("--minimum-answered is a percentage, 0 to 100.")
    }
  }

  /// Refuses to leave responses out of an audit, which has been asked when they were taken in.
  func refuse(ofAudit isAudit: Bool) throws {
    if isAudit, minimumAnswered > 0 {
      throw ValidationError(
        "--minimum-answered is for files; for an audit give it to 'mhars import'.")
    }
  }
}

/// What a person says about the files that are read.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The tool that wrote the export, if it is not recognised: "
        + Dialect.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "dialect"))
  var dialect: Dialect?

  @Option(
    help: ArgumentHelp(
      "The encoding of the files: automatic (UTF-8, or UTF-16 with its mark) or windows-1252.",
      valueName: "encoding"))
  var encoding: TextEncoding = .automatic

  @OptionGroup var sheetOptions: SheetOptions

  @Option(
    help: ArgumentHelp(
      "The order of day and month where the file does not show it: day-first or month-first.",
      valueName: "order"))
  var dates: DateOrder?

  @Flag(help: "Count responses that the tool marks as unfinished.")
  var keepPartials = false

  @Flag(help: "Leave rows with faults out instead of stopping; the exit code is then 2.")
  var acceptRejects = false

  @Option(
    help: ArgumentHelp("The largest file that is read, in MiB.", valueName: "MiB"))
  var maxSize = 1_024

  func validate() throws {
    guard (1...1_048_576).contains(maxSize) else {
      throw ValidationError("--max-size is a number of MiB, at least 1.")
    }
  }

  /// The options as an import takes them.
  var importOptions: ImportOptions {
    var options = ImportOptions()
    options.dialect = dialect
    options.encoding = encoding
    options.sheets = sheetOptions.sheet
    options.dateOrder = dates
    options.acceptsRejects = acceptRejects
    options.keepsUnfinished = keepPartials
    options.sizeLimit = maxSize << 20
    options.today = .today
    return options
  }
}

extension Dialect: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension Intake.Overlap: ExpressibleByArgument {}
extension AuditPlan.Phase: ExpressibleByArgument {}
extension Instrument.Audience: ExpressibleByArgument {}
extension Action.Status: ExpressibleByArgument {}
extension Action.Cost: ExpressibleByArgument {}
extension Tier: ExpressibleByArgument {}
