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
    var count = 0
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(table).\(key) AS key, record, source FROM \(table)
        JOIN batch ON batch.id = \(table).batch
        JOIN collection ON collection.id = batch.collection
        JOIN definition ON definition.hash = collection.definition
        """)
    var instruments: [[UInt8]: Instrument] = [:]
    for row in rows {
      let source = try row.bytes("source")
      let known = instruments[source] ?? read(source)
      guard let instrument = known else { throw DatabaseError(resultCode: .SQLITE_MISMATCH) }
      instruments[source] = instrument
      guard let cleared = try cleared(row.bytes("record"), instrument) else { continue }
      try db.execute(
        sql: "UPDATE \(table) SET record = ? WHERE \(key) = ?",
        arguments: [cleared.databaseValue, row["key"] as DatabaseValue])
      count += 1
    }
    return count
  }

  /// A record without the name; `nil` where it does not hold it.
  private func cleared(_ record: [UInt8], _ instrument: Instrument) throws -> [UInt8]? {
    var unpacker = ResponseUnpacker(instrument)
    guard record.withUnsafeBufferPointer({ unpacker.append($0) }) else {
      throw DatabaseError(resultCode: .SQLITE_MISMATCH)
    }
    guard let table = unpacker.table().erasing(name) else { return nil }
    var bytes: [UInt8] = []
    ResponsePacker(table).pack(row: 0, into: &bytes)
    return bytes
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
