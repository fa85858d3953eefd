import Foundation
import Instruments
import Testing

struct MessageTests {
  /// The texts of all files with an ending below a folder of the project.
  private func texts(_ folder: String, _ ending: String) throws -> [String] {
    let root = projectFolder.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: root.resolvingSymlinksInPath().path)
    return try names.filter { $0.hasSuffix(ending) && !$0.hasSuffix("MessageTests.swift") }
      .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
  }

  /// The ids of all messages, found where they are made.
  private func ids() throws -> Set<String> {
    let pattern = /Self\(\s*id: "([a-z0-9-]+)"/
    let sources = try texts("Sources/Instruments", ".swift")
    return Set(sources.flatMap { $0.matches(of: pattern).map { String($0.1) } })
  }

  @Test func `every message is explained to those who write the files`() throws {
    let file = projectFolder.appending(path: "docs/instrument-format.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let ids = try ids()
    #expect(ids.count > 50)
    for id in ids { #expect(page.contains("`\(id)`"), "\(id)") }
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let explained = rows.flatMap { row in
      (row.split(separator: "|").first ?? "").matches(of: /`([a-z0-9]+-[a-z0-9-]+)`/).map {
        String($0.1)
      }
    }
    #expect(Set(explained).subtracting(["pupil-safety"]).isSubset(of: ids))
  }

  @Test func `every message has a test`() throws {
    let tests = try texts("Tests/InstrumentsTests", ".swift").joined()
    for id in try ids() { #expect(tests.contains("\"\(id)\""), "\(id)") }
  }

  @Test func `the example of the page has no faults`() throws {
    let file = projectFolder.appending(path: "docs/instrument-format.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let example = try #require(page.firstMatch(of: /```yaml\n([^`]*)```/))
    let (instrument, ids) = read(String(example.1))
    #expect(instrument?.id == "pupil-safety")
    #expect(ids == [])
  }
}
