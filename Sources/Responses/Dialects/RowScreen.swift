/// Leaves out the rows that their tool marks as tests, previews or unfinished.
struct RowScreen: Sendable {
  /// One mark of a tool.
  struct Rule: Sendable {
    /// The heading keys of the column, or how they end where they begin with a blank.
    let headings: [String]
    /// The cells that say so, in lower case.
    let marks: Set<String>
    let exclusion: ImportLedger.Exclusion

    init(_ headings: [String], isOneOf marks: Set<String>, _ exclusion: ImportLedger.Exclusion) {
      self.headings = headings
      self.marks = marks
      self.exclusion = exclusion
    }

    func isAbout(_ key: String) -> Bool {
      headings.contains { $0.first == " " ? key.hasSuffix($0) : key == $0 }
    }
  }

  private struct Check: Sendable {
    let column: Int
    let marks: Set<String>
    let exclusion: ImportLedger.Exclusion
  }

  private let checks: [Check]
  /// The marks of unfinished rows where these count.
  private let unfinished: [Check]

  /// The screen that leaves out nothing.
  static let none = RowScreen(checks: [], unfinished: [])

  private init(checks: [Check], unfinished: [Check]) {
    self.checks = checks
    self.unfinished = unfinished
  }

  /// The screen of a tool over the columns that a file has.
  init(_ head: ExportHead, keepsUnfinished: Bool) {
    let keys = head.keys
    let all = head.dialect.traits.screens.flatMap { rule in
      keys.indices.filter { rule.isAbout(keys[$0]) }.map {
        Check(column: $0, marks: rule.marks, exclusion: rule.exclusion)
      }
    }
    unfinished = keepsUnfinished ? all.filter { $0.exclusion == .unfinished } : []
    checks = keepsUnfinished ? all.filter { $0.exclusion != .unfinished } : all
  }

  /// Why a row is no data; `nil` for others.
  func exclusion(of row: CSVRow) -> ImportLedger.Exclusion? { Self.exclusion(of: row, checks) }

  /// Whether a row that counts is marked as not finished.
  func isUnfinished(_ row: CSVRow) -> Bool { Self.exclusion(of: row, unfinished) != nil }

  private static func exclusion(
    of row: CSVRow, _ checks: [Check]
  ) -> ImportLedger.Exclusion? {
    for check in checks where check.column < row.count {
      let cell = row.trimmed(check.column)
      // The longest mark has fifteen characters.
      guard cell.count < 20 else { continue }
      if check.marks.contains(String(decoding: cell, as: UTF8.self).lowercased()) {
        return check.exclusion
      }
    }
    return nil
  }
}
