import Foundation
import Testing

/// Help that can be believed: its examples run.
struct HelpTests {
  static let commands = [
    [], ["init"], ["check"], ["roll", "import"], ["import"], ["imports"], ["imports", "list"],
    ["recipes"],
    ["plan"], ["status"], ["names"], ["names", "list"], ["names", "confirm"], ["names", "reject"],
    ["names", "undo"], ["names", "export"], ["names", "import"],
    ["analyse"], ["gaps"], ["actions"], ["actions", "list"], ["actions", "template"], ["log"],
    ["prune"], ["forget"], ["backup"], ["restore"],
    ["instrument"], ["instrument", "show"], ["instrument", "diff"], ["instrument", "lint"],
    ["instrument", "vectors"],
  ]

  @Test(arguments: commands)
  func `help is printed and its examples work on the sample school`(command: [String]) throws {
    let help = try Program.run(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    #expect(!help.lines.contains { $0.count > 80 })
    let examples = Self.examples(in: help.output)
    #expect(examples.isEmpty == command.isEmpty)
    if examples.isEmpty { return }
    let audit = try SampleAudit(isEmpty: command == ["init"])
    if command == ["restore"] { _ = try audit.run(["backup", "larkfield-copy"] + audit.audit) }
    for example in examples {
      let run = try audit.run(example)
      #expect([0, 2].contains(run.status), "\(example): \(run.errors)")
      #expect(!run.output.isEmpty)
    }
  }

  /// The commands of the paragraphs that begin with `Example`, without the program's name.
  private static func examples(in help: String) -> [[String]] {
    guard let start = help.range(of: "Example") else { return [] }
    let end = help.range(of: "USAGE", range: start.upperBound..<help.endIndex)?.lowerBound
    // A name in quotation marks is one word.
    var isQuoted = false
    let words = help[start.upperBound..<(end ?? help.endIndex)].split { character in
      if character == "\"" { isQuoted.toggle() }
      return character.isWhitespace && !isQuoted
    }.map { String($0).replacing("\"", with: "") }.filter { $0 != "\\" }
    return words.split(separator: "mhars").dropFirst().map { $0.map { String($0) } }
  }

  @Test func `the help names every exit code`() throws {
    let help = try Program.run(["--help"]).output
    for code in ["0 ", "1 ", "2 ", "64 ", "70 ", "74 "] { #expect(help.contains(code)) }
  }
}
