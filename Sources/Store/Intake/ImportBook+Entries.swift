import GRDB
import Instruments
import Responses

extension ImportBook {
  /// The imports that a condition picks, the oldest first.
  func entries(where condition: String, _ arguments: StatementArguments) throws -> [ImportEntry] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT import.*, collection.round, collection.instrument
        FROM import JOIN collection ON collection.id = import.collection
        WHERE \(condition) ORDER BY import.id
        """, arguments: arguments)
    return try rows.map(entry)
  }

  /// The name under which an import is shown.
  func label(_ id: Int) -> String { (kind == .answers ? "A" : "N") + String(id) }

  private func entry(_ row: Row) throws -> ImportEntry {
    let id = try row.integer("id")
    var excluded: [ImportLedger.Exclusion: Int] = [:]
    let reasons = try Row.fetchAll(
      db, sql: "SELECT reason, rows FROM exclusion WHERE import = ?", arguments: [id])
    for reason in reasons {
      guard let known = ImportLedger.Exclusion(rawValue: try reason.text("reason")) else {
        continue
      }
      excluded[known] = try reason.integer("rows")
    }
    var together = [id]
    if let batch = try row.optionalInteger("batch") {
      together = try Int.fetchAll(
        db, sql: "SELECT id FROM import WHERE batch = ? ORDER BY id", arguments: [batch])
    }
    return ImportEntry(
      label: label(id), round: try row.text("round"), instrument: try row.text("instrument"),
      day: try row.day("day"), file: try row.text("file"),
      dialect: Dialect(rawValue: try row.text("dialect")) ?? .plain, read: try row.integer("read"),
      added: try row.integer("added"), updated: try row.integer("updated"),
      repeated: try row.integer("repeated"), excluded: excluded,
      unreadableCells: try row.integer("unreadable"), undone: try row.day("undone"),
      together: together.map(label))
  }

  /// Where the rows of a collection went, over all imports that count.
  ///
  /// Of `rows` that count, what an import took in beyond them was replaced by a later one; their
  /// cells that are unreadable are counted there, since files that overlap share them.
  func ledger(of collection: Int64, rows: Int, unreadableCells: Int = 0) throws -> ImportLedger {
    let entries = try entries(
      where: "import.collection = ? AND import.undone IS NULL", [collection])
    let all = ImportLedger.joined(
      entries.map { entry in
        var excluded = entry.excluded
        if entry.repeated > 0 { excluded[.repeated, default: 0] += entry.repeated }
        return ImportLedger(
          read: entry.read, excluded: excluded, unreadableCells: 0, dialect: entry.dialect)
      })
    var excluded = all.excluded
    if all.used > rows { excluded[.duplicate, default: 0] += all.used - rows }
    return ImportLedger(
      read: all.read, excluded: excluded, unreadableCells: unreadableCells, dialect: all.dialect)
  }

  /// Forgets which rows the files of a collection held.
  ///
  /// A file that is known by its rows would tell the few that joined a batch later: they are what
  /// the others lack.
  func forgetContents(of collection: Int64) throws {
    try db.execute(
      sql: "UPDATE import SET content = randomblob(16) WHERE collection = ?",
      arguments: [collection])
  }
}
