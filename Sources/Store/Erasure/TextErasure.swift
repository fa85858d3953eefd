import GRDB
public import Instruments
public import Responses

/// Takes a name out of the texts of a database.
struct TextErasure {
  let db: Database
  let name: ErasedName

  /// Takes the name out of the texts that people wrote.
  ///
  /// - Parameters:
  ///   - table: The table with the answers.
  ///   - key: Its key.
  ///   - read: Reads the definition of the answers.
  /// - Returns: How many answers held it.
  /// - Throws: The error of the database, or a mismatch where a definition or an answer cannot be read.
  func run(in table: String, key: String, definition read: ([UInt8]) -> Instrument?) throws -> Int {
    var changes: [(key: DatabaseValue, batch: Int, record: [UInt8])] = []
    for (collection, instrument) in try KeptDefinition.all(in: db, reading: read) {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(key) AS key, batch, record FROM \(table)
          WHERE batch IN (SELECT id FROM batch WHERE collection = ?)
          """, arguments: [collection])
      while let row = try rows.next() {
        guard let cleared = try cleared(row.bytes("record"), instrument) else { continue }
        changes.append((row["key"], try row.integer("batch"), cleared))
      }
    }
    for change in changes {
      try db.execute(
        sql: "UPDATE \(table) SET record = ? WHERE batch = ? AND \(key) = ?",
        arguments: [change.record.databaseValue, change.batch, change.key])
    }
    return changes.count
  }

  /// A record without the name; `nil` where it does not hold it.
  private func cleared(_ record: [UInt8], _ instrument: Instrument) throws -> [UInt8]? {
    try KeptDefinition.table(record, instrument).erasing(name).map(KeptDefinition.record)
  }

  /// Takes the name out of file names and of the record of what was done.
  func clearBooks(_ columns: [String: [String]]) throws {
    for (table, names) in columns {
      for column in names {
        let texts = try String.fetchAll(db, sql: "SELECT DISTINCT \(column) FROM \(table)")
        for text in texts where name.stands(in: text) {
          try db.execute(
            sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) = ?",
            arguments: [name.removed(from: text), text])
        }
      }
    }
  }
}

extension AnswerStore {
  /// Takes a name out of every text that somebody wrote without a name.
  ///
  /// - Returns: How many answers held it.
  public func erase(
    _ name: ErasedName, definition read: ([UInt8]) -> Instrument?, on day: CalendarDay,
    isRehearsal: Bool
  ) throws -> Int {
    let count = try database.write(isRehearsal: isRehearsal) { db in
      let erasure = TextErasure(db: db, name: name)
      let count = try erasure.run(in: "answer", key: "key", definition: read)
      try erasure.clearBooks(["import": ["file"], "event": ["detail"]])
      try event("forget", "one pupil", on: day, in: db)
      return count
    }
    if !isRehearsal { try database.compact() }
    return count
  }
}
