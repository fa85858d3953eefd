import Diagnostics
import Foundation
import Testing

@testable import Instruments

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

  /// The pages for those who write the files.
  private func page(_ name: String) throws -> String {
    try String(contentsOf: projectFolder.appending(path: "docs/\(name).md"), encoding: .utf8)
  }

  /// The first example of a page.
  private func example(of page: String) throws -> String {
    String(try #require(page.firstMatch(of: /```yaml\n([^`]*)```/)).1)
  }

  @Test func `every message is explained to those who write the files`() throws {
    let page = try page("instrument-format") + page("audit-plan") + page("actions")
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
    let (instrument, ids) = read(try example(of: page("instrument-format")))
    #expect(instrument?.id == "pupil-safety")
    #expect(ids == [])
  }

  @Test func `the example of the page of actions has no faults and every key`() throws {
    let explained = try page("actions")
    let text = try example(of: explained)
    let (register, ids) = readActions(text, ActionRegisterReader(plan: onePlan))
    #expect(register?.actions.count == 2)
    #expect(ids == [])
    for key in KnownKeys.action {
      #expect(text.contains("\(key):"), "\(key)")
      #expect(explained.contains("| `\(key)` |"), "\(key)")
    }
  }

  @Test func `the example of the page of audit plans has no faults and every key`() throws {
    let packs = projectFolder.appending(path: "Instruments/frameworks/islington-mhars.yaml")
    var sink = DiagnosticSink()
    let pack = FrameworkReader().read(
      [UInt8](try Data(contentsOf: packs)), file: "islington-mhars.yaml", into: &sink)
    let text = try example(of: page("audit-plan"))
    let reader = AuditPlanReader(framework: [try #require(pack)])
    let (plan, ids) = readPlan(text, reader)
    #expect(plan?.framework == "islington-mhars")
    #expect(ids == [])
    let keys = KnownKeys.auditPlan + KnownKeys.round + KnownKeys.keep
    let explained = try page("audit-plan")
    for key in keys {
      #expect(text.contains("\(key):"), "\(key)")
      #expect(explained.contains("| `\(key)` |"), "\(key)")
    }
  }
}
