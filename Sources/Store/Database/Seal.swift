import GRDB
import GRDBSQLite

/// Checksums over the rows of every table, by which damage to a file shows.
///
/// The sum of a table does not depend on the order of its rows: each row is mixed down to 64 bits and
/// these are added up. A change of any one bit of a row changes the sum. It guards against damage,
/// not against a person who means harm.
enum Seal {
  /// The number of rows of a table and the sum over them.
  struct Figure: Equatable {
    var rows: Int64 = 0
    var sum: UInt64 = 0
  }

  /// Computes the checksums of all tables and keeps them; a part of every writing transaction.
  ///
  /// - Complexity: O(bytes of the database).
  static func write(_ tables: [String], in db: Database) throws {
    for table in tables {
      let figure = try figure(of: table, in: db)
      try db.execute(
        sql: """
          INSERT INTO seal (name, rows, sum) VALUES (?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET rows = excluded.rows, sum = excluded.sum
          """,
        arguments: [table, figure.rows, Int64(bitPattern: figure.sum)])
    }
  }

  /// Whether every table holds what its checksum says.
  static func holds(_ tables: [String], in db: Database) throws -> Bool {
    var kept: [String: Figure] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, rows, sum FROM seal") {
      let values = [row[0] as DatabaseValue, row[1], row[2]]
      guard let name = String.fromDatabaseValue(values[0]),
        let rows = Int64.fromDatabaseValue(values[1]), let sum = Int64.fromDatabaseValue(values[2])
      else { return false }
      kept[name] = Figure(rows: rows, sum: UInt64(bitPattern: sum))
    }
    guard kept.count == tables.count else { return false }
    for table in tables where try kept[table] != figure(of: table, in: db) { return false }
    return true
  }

  private static func figure(of table: String, in db: Database) throws -> Figure {
    let statement = try db.makeStatement(sql: "SELECT * FROM \(table)")
    let pointer = statement.sqliteStatement
    defer { sqlite3_reset(pointer) }
    var figure = Figure()
    while true {
      switch sqlite3_step(pointer) {
      case SQLITE_ROW:
        figure.rows += 1
        figure.sum &+= hash(pointer)
      case SQLITE_DONE:
        return figure
      case let code:
        throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
    }
  }

  private static func hash(_ statement: SQLiteStatement) -> UInt64 {
    var state = Checksum.start
    for column in 0..<sqlite3_column_count(statement) {
      let type = sqlite3_column_type(statement, column)
      state = Checksum.mixed(state, UInt64(truncatingIfNeeded: type))
      switch type {
      case SQLITE_INTEGER:
        state = Checksum.mixed(state, UInt64(bitPattern: sqlite3_column_int64(statement, column)))
      case SQLITE_FLOAT:
        state = Checksum.mixed(state, sqlite3_column_double(statement, column).bitPattern)
      case SQLITE_NULL:
        break
      default:
        let start = sqlite3_column_blob(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        state = Checksum.mixed(
          state, UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
      }
    }
    return state
  }
}
