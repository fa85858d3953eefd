import ArgumentParser
import Diagnostics
import Foundation

/// Prints the faults that were found, with the lines of the files that people write.
///
/// Lines of exports are never shown: they hold people's answers.
struct Console {
  var sink = DiagnosticSink()
  private var sources: [String: SourceText] = [:]

  /// Remembers a file whose lines may be shown under its faults.
  mutating func show(_ text: String, of file: String) {
    sources[file] = SourceText(text, file: file)
  }

  /// Prints all faults to standard error.
  func printFaults() {
    let renderer = DiagnosticRenderer(colour: Terminal.showsColour(2)) { location in
      location.line.flatMap { sources[location.file]?.line($0) }
    }
    let text = renderer.render(sink)
    if !text.isEmpty { FileHandle.standardError.write(Data(text.utf8)) }
  }

  /// Prints all faults and ends the run where there are errors.
  func stopOnErrors() throws {
    printFaults()
    if sink.hasErrors { throw ExitCode.faults }
  }
}
