import Foundation

/// The place in the method page that holds the table of the simulation.
struct PublishedTable {
  static let page = "docs/methods/isolation.md"
  static let begin = "<!-- printed by make simulate: begin -->"
  static let end = "<!-- printed by make simulate: end -->"

  private let file: URL
  private let before: [String]
  private let after: [String]

  /// The lines that the page holds now.
  let lines: [String]

  /// Finds the table in the page of this package.
  ///
  /// - Returns: `nil` when one of the two marks is missing.
  init?(root: URL) throws {
    file = root.appending(path: Self.page)
    let all = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    guard let first = all.firstIndex(of: Self.begin), let last = all.firstIndex(of: Self.end),
      first < last
    else { return nil }
    before = Array(all[...first])
    lines = Array(all[(first + 1)..<last])
    after = Array(all[last...])
  }

  /// Puts other lines in the place of the table.
  func replace(with lines: [String]) throws {
    let text = (before + lines + after).joined(separator: "\n")
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
