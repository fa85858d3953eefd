import Responses

/// A file that was taken in, in one sentence.
enum ImportSummary {
  /// The tool, the rows, where they went, and what needs somebody's eye.
  static func sentence(_ account: ImportAccount) -> String {
    var parts = ["\(Wording.grouped(account.added)) taken"]
    if account.updated > 0 {
      parts.append("\(Wording.grouped(account.updated)) in place of earlier ones")
    }
    if account.repeated > 0 { parts.append("\(Wording.grouped(account.repeated)) there already") }
    parts += account.excluded.map { "\(Wording.grouped($0.rows)) \($0.reason.title(of: $0.rows))" }
    let tool = account.ledger.dialect.title
    let rows = Wording.counted(account.ledger.read, "row")
    return
      "\(tool.prefix(1).uppercased())\(tool.dropFirst()), \(rows): \(parts.joined(separator: ", "))\(eyes(account))."
  }

  private static func eyes(_ account: ImportAccount) -> String {
    let waiting = [
      (account.namesWaiting ?? 0, "name"), (account.ledger.unreadableCells, "answer"),
      (account.ledger.excluded[.fault] ?? 0, "row"),
    ].filter { $0.0 > 0 }
    guard !waiting.isEmpty else { return "" }
    let count = waiting.reduce(0) { $0 + $1.0 }
    return "; \(Wording.listed(waiting.map { Wording.counted($0.0, $0.1) })) "
      + "\(count == 1 ? "needs" : "need") your eye"
  }

  /// Where the cells went.
  static func cells(_ ledger: CellLedger) -> String {
    let parts = CellLedger.Fate.allCases.filter { ledger[$0] > 0 }.map { fate in
      "\(Wording.grouped(ledger[fate])) \(fate.title(of: ledger[fate]))"
    }
    return "\(Wording.counted(ledger.read, "cell")): \(parts.joined(separator: ", "))."
  }
}
