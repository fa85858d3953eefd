import Foundation
import Testing

/// `--output` writes the whole report or nothing.
struct OutputFileTests {
  @Test(arguments: SampleRuns.all)
  func `a named file holds what would have been printed`(arguments: [String]) throws {
    let scratch = try Scratch()
    let printed = try SampleRuns.json(arguments)
    let run = try Program.run(
      arguments + ["--format", "json", "--output", scratch.path("report.json")])
    #expect(run.status == printed.status)
    #expect(run.output.isEmpty)
    #expect(try scratch.text("report.json") == printed.output)
    #expect(try scratch.files == ["report.json"])
  }

  @Test func `a run that fails leaves an earlier report as it was, and nothing beside it`() throws {
    let scratch = try Scratch()
    let report = try scratch.write("earlier", to: "report.txt")
    let spoilt = try scratch.write("role,nothing\nteacher,3\n", to: "spoilt.csv")
    let run = try Program.run(
      ["analyse", spoilt, "--instrument", "staff-wellbeing", "--output", report])
    #expect(run.status == 1)
    #expect(try scratch.text("report.txt") == "earlier")
    #expect(try scratch.files == ["report.txt", "spoilt.csv"])
  }

  @Test func `a folder is no output file`() throws {
    let scratch = try Scratch()
    let run = try Program.run(SampleRuns.staff + ["--output", scratch.url.path])
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix(scratch.url.path + ": error:"))
    #expect(try scratch.files.isEmpty)
  }
}
