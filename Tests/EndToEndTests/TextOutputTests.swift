import Foundation
import Testing

/// Reports for people: they fit a terminal and carry no codes where nobody can see them.
struct TextOutputTests {
  @Test(arguments: SampleRuns.all + [SampleRuns.gaps(of: ["pupil-safety"]), ["check"]])
  func `no line is wider than 80 columns`(arguments: [String]) throws {
    let run = try arguments == ["check"] ? Program.shared(arguments) : SampleRuns.text(arguments)
    let wide = run.lines.filter { $0.count > 80 }
    #expect(wide.isEmpty, "\(wide.joined(separator: "\n"))")
  }

  @Test(arguments: SampleRuns.all)
  func `no line ends in blanks`(arguments: [String]) throws {
    let run = try SampleRuns.text(arguments)
    #expect(run.output.hasSuffix("\n"))
    #expect(!run.lines.contains { $0.last?.isWhitespace == true })
  }

  @Test(arguments: SampleRuns.all)
  func `no escape codes reach a file or a pipe`(arguments: [String]) throws {
    let run = try Program.run(arguments, environment: ["TERM": "xterm-256color"])
    #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: Terminal.script)),
    arguments: [
      (["TERM": "xterm", "NO_COLOR": ""], true), (["TERM": "xterm", "NO_COLOR": "1"], false),
      (["TERM": "dumb", "NO_COLOR": ""], false),
    ])
  func `a terminal gets colours unless they are refused`(
    environment: [String: String], isColoured: Bool
  ) throws {
    let shown = try Terminal.shows(SampleRuns.staff, environment)
    #expect(shown.contains("Working at our school"))
    #expect(shown.contains("\u{1B}[") == isColoured)
  }
}

/// A pseudo-terminal, which `script` of util-linux opens, since colours go to nothing else.
private enum Terminal {
  static let script = "/usr/bin/script"

  /// What a run shows on a terminal of its own.
  static func shows(_ arguments: [String], _ environment: [String: String]) throws -> String {
    guard let binary = Program.binary else { throw Program.Missing() }
    let command = ([binary.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try Program.run(
      ["-qec", command, "/dev/null"], environment: environment,
      binary: URL(fileURLWithPath: script)
    ).output
  }
}
