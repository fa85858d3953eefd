import GRDB
import GRDBSQLite

/// A statement that is run a million times: bound and stepped without values in between.
struct BulkStatement {
  private let statement: Statement
  private let pointer: SQLiteStatement

  init(_ sql: String, in db: Database) throws {
    statement = try db.makeStatement(sql: sql)
    pointer = statement.sqliteStatement
  }

  func bind(_ value: Int64?, at place: Int32) {
    if let value {
      sqlite3_bind_int64(pointer, place, value)
    } else {
      sqlite3_bind_null(pointer, place)
    }
  }

  /// Binds bytes, which must stay where they are until the statement has run.
  func bind(_ bytes: UnsafeRawBufferPointer, at place: Int32) {
    if let start = bytes.baseAddress, !bytes.isEmpty {
      sqlite3_bind_blob(pointer, place, start, Int32(truncatingIfNeeded: bytes.count), nil)
    } else {
      sqlite3_bind_zeroblob(pointer, place, 0)
    }
  }

  /// Runs the statement, which returns no rows.
  func run() throws {
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// Hands the first column of each row to `body` as bytes.
  func forEachBlob(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    defer { sqlite3_reset(pointer) }
    while true {
      switch sqlite3_step(pointer) {
      case SQLITE_ROW:
        let count = Int(sqlite3_column_bytes(pointer, 0))
        let start = sqlite3_column_blob(pointer, 0)?.assumingMemoryBound(to: UInt8.self)
        try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
      case SQLITE_DONE: return
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
    }
  }
}
