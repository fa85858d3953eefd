import GRDB
import Glibc

/// One of the two databases of an audit: opened with care, read, and written as a whole or not at all.
struct AuditDatabase: Sendable {
  let path: String
  let kind: DatabaseKind
  private let queue: DatabaseQueue
  private let tables: [String]

  /// Makes a new, empty database.
  static func create(_ kind: DatabaseKind, at path: String) throws -> AuditDatabase {
    guard access(path, F_OK) != 0 else { throw StoreTrouble.foreign(file: path) }
    let database = try AuditDatabase(connecting: kind, at: path, isNew: true)
    try database.guarded {
      try database.queue.inDatabase { db in
        try db.execute(sql: "PRAGMA application_id = \(kind.applicationID)")
      }
      try database.migrate(from: 0)
    }
    return database
  }

  /// Opens a database that is there and checks it: whose it is, its version, its structure, that
  /// its rows are the ones that were written.
  ///
  /// - Throws: `StoreTrouble`; the file and its log are then as they were.
  /// - Complexity: O(bytes of the file).
  static func open(_ kind: DatabaseKind, at path: String) throws -> AuditDatabase {
    try FileHeader.check(path, kind)
    let database = try AuditDatabase(connecting: kind, at: path, isNew: false)
    try database.guarded {
      let version = try database.queue.inDatabase { db in
        let version = try Self.verify(db, kind, path)
        try LogGuard.keepLog(false, of: db)
        return version
      }
      if version < kind.version { try database.migrate(from: version) }
    }
    return database
  }

  private init(connecting kind: DatabaseKind, at path: String, isNew: Bool) throws {
    self.path = path
    self.kind = kind
    var configuration = LogGuard.configuration(path)
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      tables = try SchemaShape.of(kind).tables
      try queue.inDatabase { db in
        // The file keeps the mode. Asking the driver for it would write to a file that was not
        // checked yet, and weaken `synchronous`.
        if isNew { _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") }
        try db.execute(
          sql: """
            PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;
            PRAGMA temp_store = 2; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
            """)
        try Self.verifySettings(db, path)
      }
    } catch {
      throw StoreTrouble.of(error, file: path)
    }
  }

  /// Settings that a driver may have changed behind our back are read again.
  private static func verifySettings(_ db: Database, _ path: String) throws {
    let wanted = ["synchronous": "2", "secure_delete": "1", "foreign_keys": "1"]
    for (pragma, value) in wanted {
      guard try String.fetchOne(db, sql: "PRAGMA \(pragma)") == value else {
        throw StoreTrouble.failed(file: path, reason: "the setting \(pragma) was not taken")
      }
    }
    guard try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" else {
      throw StoreTrouble.failed(
        file: path, reason: "the folder does not allow a write-ahead log; use a local disk")
    }
  }

  /// Checks everything that can be wrong with a file, and reads its version.
  private static func verify(_ db: Database, _ kind: DatabaseKind, _ path: String) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == kind.applicationID else {
      throw StoreTrouble.foreign(file: path)
    }
    guard version <= kind.version else { throw StoreTrouble.newer(file: path) }
    let shape = try SchemaShape.of(kind, version: version)
    guard version > 0, try SchemaShape(of: db) == shape,
      try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"],
      try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty,
      try Seal.holds(shape.tables, in: db)
    else { throw StoreTrouble.damaged(file: path) }
    return version
  }

  /// Brings the schema to the newest version, each step in a transaction of its own.
  private func migrate(from version: Int) throws {
    for next in version..<kind.version {
      try queue.inTransaction(.immediate) { db in
        // Another process may have taken the step since the version was read.
        if try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 > next { return .rollback }
        try db.execute(sql: kind.migrations[next])
        try db.execute(sql: "PRAGMA user_version = \(next + 1)")
        try Seal.write(SchemaShape(of: db).tables, in: db)
        return .commit
      }
    }
    try checkpoint()
  }

  /// Reads, from one state of the database.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try guarded { try queue.inDatabase(body) }
  }

  /// Writes, all of it or nothing.
  ///
  /// The checksums are part of the transaction, and the log is emptied into the file after it.
  ///
  /// - Parameters:
  ///   - isRehearsal: Whether everything is undone at the end, to see what would be done.
  ///   - body: What is written.
  /// - Returns: What `body` gives.
  /// - Throws: `StoreTrouble`; nothing is then written.
  func write<Result>(isRehearsal: Bool = false, _ body: (Database) throws -> Result) throws
    -> Result
  {
    let result = try guarded {
      var result: Result?
      try queue.inTransaction(.immediate) { db in
        result = try body(db)
        if isRehearsal { return .rollback }
        try Seal.write(tables, in: db)
        return .commit
      }
      return result
    }
    guard let result else { throw StoreTrouble.failed(file: path, reason: "nothing was written") }
    try? checkpoint()
    return result
  }

  /// Writes the file anew, so that nothing of what was deleted remains in it or in its log.
  ///
  /// - Throws: `StoreTrouble.notCleared`; the rows are as they were.
  func compact() throws {
    do {
      try queue.inDatabase { try $0.execute(sql: "VACUUM") }
      try checkpoint()
    } catch {
      throw StoreTrouble.notCleared(file: path)
    }
  }

  /// Writes a copy, without what was deleted, to a file that is not there yet.
  func copy(to target: String) throws {
    try guarded {
      try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
      chmod(target, 0o600)
      // A copy made so is not in WAL mode yet.
      let copy = try DatabaseQueue(path: target)
      _ = try copy.inDatabase { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
      try copy.close()
    }
  }

  /// The rows of each table.
  func rowCounts() throws -> [String: Int] {
    try read { db in
      var counts: [String: Int] = [:]
      for table in tables {
        counts[table] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
      }
      return counts
    }
  }

  private func checkpoint() throws {
    _ = try queue.inDatabase { try $0.checkpoint(.truncate) }
  }

  private func guarded<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw StoreTrouble.of(error, file: path)
    }
  }
}
