import ArgumentParser
import Diagnostics
import Instruments
import Reports

/// Runs the test vectors of published keys.
struct InstrumentVectors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors",
    abstract: "Run the test vectors of published keys.",
    discussion: """
      Without names, all keys on the shelves are tried. A key that does not give every figure of \
      its vectors is refused, with the place of the damage; exit code 1.

      Examples:
        mhars instrument vectors
        mhars instrument vectors swemwbs sdq-self --format json
      """)

  @Argument(help: ArgumentHelp("The keys: ids, or paths.", valueName: "id"))
  var keys: [String] = []

  @OptionGroup(title: "Output") var outputOptions: AccountOptions

  func run() throws {
    try OutputOptions.refuse(outputOptions.output, of: "--output", overwriting: keys)
    var console = Console()
    let shelf = InstrumentShelf()
    let names = keys.isEmpty ? shelf.files(in: InstrumentShelf.keyFolder) : keys
    if names.isEmpty {
      Terminal.complain("error: no keys on the shelves; name one, or set MHARS_INSTRUMENTS")
      throw ExitCode.faults
    }
    let tried = names.map { name -> VectorReport.Key in
      guard let instrument = shelf.instrument(name, &console) else {
        return VectorReport.Key(refused: name)
      }
      if instrument.terms == nil { console.sink.error(.noKey, at: Location(file: name)) }
      return VectorReport.Key(instrument)
    }
    let (report, faults) = (VectorReport(tried), console.sink)
    try outputOptions.write(
      text: { report.text(style: $0) }, json: { report.write(faults, to: $0) })
    if outputOptions.format == .text { console.printFaults() }
    if faults.hasErrors { throw ExitCode.faults }
  }
}

extension Diagnostic.Message {
  fileprivate static let noKey = Self(
    id: "not-a-key", "this instrument has no vectors, since it is no published key; name a key")
}
