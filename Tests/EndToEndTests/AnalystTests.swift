import Foundation
import Testing

/// The page for analysts: what its snippets print when they are run is what it says.
struct AnalystTests {
  private struct Snippet {
    let code: String
    let printed: String
  }

  /// The code below a mark of the page, and the block below the next `printed`.
  private static func snippet(_ mark: String) throws -> Snippet {
    let page = try String(
      contentsOf: Program.root.appending(path: "docs/analyst.md"), encoding: .utf8)
    let start = try #require(page.range(of: "<!-- \(mark) -->\n"))
    let rest = page[start.upperBound...]
    let result = try #require(rest.range(of: "<!-- printed -->\n"))
    return Snippet(
      code: try block(rest[..<result.lowerBound]), printed: try block(rest[result.upperBound...]))
  }

  private static func block(_ text: Substring) throws -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.hasPrefix("```") })
    let last = try #require(lines[(first + 1)...].firstIndex { $0 == "```" })
    return lines[(first + 1)..<last].map { $0 + "\n" }.joined()
  }

  /// A folder with the files that the page writes.
  private static func folder() throws -> Scratch {
    let scratch = try Scratch()
    let persons = [
      "analyse", "SampleData/staff-wellbeing.csv", "--instrument", "staff-wellbeing", "--by",
      "role", "--persons", "--output",
    ]
    for further in [
      [scratch.path("responses.csv"), "--format", "csv", "--dictionary"]
        + [scratch.path("dictionary.csv")],
      [scratch.path("responses.json"), "--format", "json"],
    ] {
      let run = try Program.run(persons + further)
      #expect([0, 2].contains(run.status), "\(run.errors)")
    }
    return scratch
  }

  private static func check(_ mark: String, with program: String, _ ending: String) throws {
    let snippet = try snippet(mark)
    #expect(snippet.code.count > 200)
    let scratch = try folder()
    let file = try scratch.write(snippet.code, to: "snippet." + ending)
    let run = try Program.run(
      [program, file], in: scratch.url, binary: URL(fileURLWithPath: "/usr/bin/env"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == snippet.printed, "\(run.output)")
  }

  private static func runs(_ arguments: [String]) -> Bool {
    (try? Program.run(arguments, binary: URL(fileURLWithPath: "/usr/bin/env")).status) == 0
  }

  @Test func `the Python snippet prints what the page says`() throws {
    try Self.check("python", with: "python3", "py")
  }

  @Test(.enabled("needs R") { runs(["Rscript", "--version"]) })
  func `the R snippet prints what the page says`() throws {
    try Self.check("r", with: "Rscript", "R")
  }

  @Test(.enabled("needs R with jsonlite") { runs(["Rscript", "-e", "library(jsonlite)"]) })
  func `the R snippet on the JSON prints what the page says`() throws {
    try Self.check("r-json", with: "Rscript", "R")
  }
}
