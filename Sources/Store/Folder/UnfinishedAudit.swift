import GRDB
import Glibc

/// What `mhars init` leaves in a folder when it is cut short: databases that hold nothing, and no plan.
enum UnfinishedAudit {
  /// Whether a database lies in a folder.
  static func hasDatabases(_ folder: String) -> Bool {
    AuditFiles.databases.contains { access(folder + "/" + $0, F_OK) == 0 }
  }

  /// Removes the databases of an audit that was never finished.
  ///
  /// - Throws: `StoreTrouble.planLost` where one of them may hold something; all are then left.
  static func clear(_ folder: String) throws {
    let mayHold = DatabaseKind.allCases.contains { mayHoldRows(folder + "/" + $0.fileName) }
    guard !mayHold else { throw StoreTrouble.planLost(folder: folder) }
    for file in AuditFiles.databases { unlink(folder + "/" + file) }
  }

  /// Whether a file holds rows that somebody took in; also where that cannot be told.
  private static func mayHoldRows(_ path: String) -> Bool {
    let hasLog = LogGuard.isNeeded(path)
    guard access(path, F_OK) == 0 else { return hasLog }
    // Shorter than the header of a database, which is never written in pieces.
    if !hasLog, LogGuard.size(path) < 100 { return false }
    do {
      let queue = try DatabaseQueue(path: path, configuration: LogGuard.configuration(path))
      return try queue.inDatabase { db in
        let tables = try String.fetchAll(
          db,
          sql: """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'seal'
            AND name NOT LIKE 'sqlite%'
            """)
        return try tables.contains { table in
          try Int.fetchOne(db, sql: "SELECT 1 FROM \(table.quotedDatabaseIdentifier)") != nil
        }
      }
    } catch {
      return true
    }
  }
}
