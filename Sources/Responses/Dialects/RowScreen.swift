/// Leaves out the rows that their tool marks as tests, previews or unfinished.
struct RowScreen {
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

  private let checks: [(column: Int, marks: Set<String>, exclusion: ImportLedger.Exclusion)]

  /// The screen of a dialect over the columns that a file has.
  init(_ rules: [Rule], keys: [String], keepsUnfinished: Bool) {
    checks = rules.flatMap { rule in
      keepsUnfinished && rule.exclusion == .unfinished
        ? []
        : keys.indices.filter { rule.isAbout(keys[$0]) }.map { ($0, rule.marks, rule.exclusion) }
    }
  }

  /// Why a row is no data; `nil` for others.
  func exclusion(of row: CSVRow) -> ImportLedger.Exclusion? {
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
