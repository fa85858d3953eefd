import CSQLiteLog
import GRDB
import Glibc

/// Keeps a database and its log apart for as long as nobody knows that they are sound.
///
/// Whoever closes a database last empties its log into the file. Of a damaged one that would change
/// the file and delete the log, and nobody could look into what happened any more.
enum LogGuard {
  /// Whether there is something in the log of a database.
  static func isNeeded(_ path: String) -> Bool { size(path + "-wal") > 0 }

  /// The bytes of a file, 0 where there is none.
  static func size(_ path: String) -> Int {
    var found = stat()
    return stat(path, &found) == 0 ? Int(found.st_size) : 0
  }

  /// How a database is opened that was not checked yet.
  static func configuration(_ path: String) -> Configuration {
    var configuration = Configuration()
    if isNeeded(path) { configuration.prepareDatabase { try keepLog(true, of: $0) } }
    return configuration
  }

  /// Says whether the log stays as it is when the database is closed.
  static func keepLog(_ isKept: Bool, of db: Database) throws {
    guard mhars_keep_log(db.sqliteConnection, isKept ? 1 : 0) == 0 else {
      throw DatabaseError(resultCode: .SQLITE_INTERNAL)
    }
  }
}
