import Foundation

/// The place in a method page that holds the table of a simulation, between two marks.
struct PublishedTable {
  private let file: URL
  private let before: [String]
  private let after: [String]

  /// The lines that the page holds now.
  let lines: [String]

  /// Finds the table in a page of this package.
  ///
  /// - Returns: `nil` when one of the two marks is missing.
  init?(page: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    file = root.appending(path: page)
    let all = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    guard let first = all.firstIndex(where: Self.isMark("begin")),
      let last = all.firstIndex(where: Self.isMark("end")), first < last
    else { return nil }
    before = Array(all[...first])
    lines = Array(all[(first + 1)..<last])
    after = Array(all[last...])
  }

  private static func isMark(_ word: String) -> (String) -> Bool {
    { $0.hasPrefix("<!-- printed by make ") && $0.hasSuffix(": \(word) -->") }
  }

  /// Puts other lines in the place of the table.
  func replace(with lines: [String]) throws {
    let text = (before + lines + after).joined(separator: "\n")
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
