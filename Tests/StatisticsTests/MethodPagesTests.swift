import Foundation
import Testing

/// Each statistic's page in `docs/methods` has all its parts, and names tests that exist.
struct MethodPagesTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A page with its words in paragraphs, under their headings.
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }

    /// The text under a heading of the second level; `nil` without it.
    func section(_ heading: String) -> String? {
      let parts = text.components(separatedBy: "\n## ")
      return parts.first { $0.hasPrefix(heading) }
    }

    var paragraphs: [String] {
      text.components(separatedBy: "\n\n").map { $0.replacing("\n", with: " ") }
    }
  }

  /// The pages of what `Statistics` and the surveys of `Analysis` compute, by the list of methods.
  static let pages: [Page] = {
    let folder = root.appending(path: "docs/methods")
    guard let list = try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    else { return [] }
    let sources = ["`Sources/Statistics/", "`Sources/Analysis/Survey/", "`Sources/Analysis/Gaps/"]
    return list.split(separator: "\n").compactMap { line in
      guard sources.contains(where: line.contains), let link = line.firstMatch(of: /\]\(([^)]+)\)/)
      else { return nil }
      let name = String(link.1)
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return Page(name: name, text: text)
    }
  }()

  /// All test sources, with their paths under `Tests`.
  static let tests: [String: String] = {
    let files = FileManager.default.enumerator(
      at: root.appending(path: "Tests"), includingPropertiesForKeys: nil)
    var found: [String: String] = [:]
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      found[file.path] = try? String(contentsOf: file, encoding: .utf8)
    }
    return found
  }()

  @Test func `the list of methods has the pages of the statistics`() {
    #expect(Self.pages.count >= 20)
    #expect(Self.tests.count >= 100)
  }

  @Test(arguments: pages) func `a page has all its parts`(_ page: Page) {
    let hasCode = page.text.contains("Code: ")
    #expect(hasCode, "the page does not say where the code is")
    let hasFormula = page.text.contains(
      #/\n {4}\S.*[=∓±]|\n {4}.*  to  |\| definition|computed \|/#)
    #expect(hasFormula, "no line with a formula, and no table of definitions")
    let saysWhenNone =
      page.section("When there is none") != nil || page.text.contains("does not exist")
    #expect(saysWhenNone, "the page does not say when there is no figure")
    #expect(page.section("Worked example") != nil, "no worked example")
    #expect(page.section("Sources") != nil, "no sources")
  }

  @Test(arguments: pages) func `a page says what other programs print`(_ page: Page) {
    let others = page.section("Where other programs differ") ?? ""
    for program in ["psych", "SPSS", "JASP", "pingouin"] {
      let isNamed = others.contains(program)
      #expect(isNamed, "nothing of \(program); say \"none\" where it has no such figure")
    }
  }

  @Test(arguments: pages) func `a page names tests that exist`(_ page: Page) {
    let naming = page.paragraphs.filter { $0.contains("Checked by") || $0.contains(/Tests?: ?`/) }
    let names = naming.flatMap { paragraph in
      paragraph.matches(of: /`([^`]+)`/).map { String($0.1) }
    }
    let tests = names.filter { $0.contains(" ") || $0.contains("Tests") }
    #expect(!tests.isEmpty, "the page names no test")
    for name in tests {
      #expect(Self.exists(name), "there is no test \(name)")
    }
  }

  /// Whether a test function, a suite, or a path under `Tests`, has this name.
  private static func exists(_ name: String) -> Bool {
    if name.contains(" ") { return tests.values.contains { $0.contains("func `\(name)`") } }
    if name.contains("/") || name.hasSuffix(".swift") {
      let path = name.hasPrefix("Tests/") ? String(name.dropFirst(6)) : name
      let whole = root.appending(path: "Tests/" + path).path
      return FileManager.default.fileExists(atPath: whole)
        || tests.keys.contains { $0.hasSuffix("/" + path) }
    }
    return tests.keys.contains { $0.hasSuffix("/\(name).swift") }
  }
}
