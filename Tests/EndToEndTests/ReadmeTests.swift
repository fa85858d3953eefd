import Foundation
import Testing

/// The README shows what the program prints today.
struct ReadmeTests {
  private func lines(of path: String) throws -> [String] {
    let text = try String(contentsOf: Program.root.appending(path: path), encoding: .utf8)
    return text.components(separatedBy: "\n")
  }

  @Test(arguments: [
    ("gaps", "gaps.txt"), ("isolated", "trusted-peers.txt"), ("plan", "audit-plan.txt"),
    ("status", "audit-status.txt"),
  ])
  func `the pictures of the README are lines of the golden output`(
    _ mark: String, _ golden: String
  ) throws {
    let readme = try lines(of: "README.md")
    let start = try #require(readme.firstIndex(of: "<!-- \(mark) -->"))
    let end = try #require(readme.firstIndex(of: "<!-- /\(mark) -->"))
    let shown = readme[start..<end].dropFirst(2).dropLast().filter { $0 != "…" && !$0.isEmpty }
    let printed = Set(try lines(of: "Tests/EndToEndTests/Golden/\(golden)"))
    #expect(shown.count > 8)
    #expect(shown.filter { !printed.contains($0) } == [])
  }
}
