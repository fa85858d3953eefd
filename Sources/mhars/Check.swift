import ArgumentParser
import Diagnostics
import Foundation
import Instruments
import Reports

/// Checks the files that people write, all faults in one run.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check framework packs and instruments.",
    discussion: """
      Without files, everything on the shelves is checked: the folder of MHARS_INSTRUMENTS and \
      the Instruments folder that came with the program.

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
    let shelf = InstrumentShelf()
    var console = Console()
    let paths = files.isEmpty ? shelf.files(in: "frameworks") + shelf.files(in: "") : files
    if paths.isEmpty {
      Terminal.complain("error: no files to check; name them, or set MHARS_INSTRUMENTS")
      throw ExitCode.faults
    }
    let frameworks = shelf.frameworks()
    for path in paths { check(path, shelf, frameworks, &console) }
    if format == .json {
      let output = try OutputFile(nil)
      _ = DiagnosticJSON.write(console.sink, files: paths.count, to: output.sink)
      try output.close()
    } else {
      console.printFaults()
    }
    if console.sink.hasErrors { throw ExitCode.faults }
    if format == .text {
      print("\(paths.count) \(paths.count == 1 ? "file" : "files") checked, no faults.")
    }
  }

  private func check(
    _ path: String, _ shelf: InstrumentShelf, _ frameworks: [Framework], _ console: inout Console
  ) {
    guard let bytes = shelf.read(path, &console) else { return }
    let isShelved = shelf.isShelved(path)
    if Self.isFramework(bytes) {
      _ = FrameworkReader().read(bytes, file: path, isShelved: isShelved, into: &console.sink)
    } else {
      let reader = InstrumentReader(frameworks: frameworks)
      _ = reader.read(bytes, file: path, isShelved: isShelved, into: &console.sink)
    }
  }

  /// Whether a file is a framework pack: it has `components` where an instrument has `sections`.
  private static func isFramework(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .contains { $0.hasPrefix("components:") }
  }
}
