import GRDB

/// Everything that a database defines: tables, indexes, and what should not be there.
///
/// It is held against a database made by this program, so that a file with other tables, with
/// triggers or views is not taken for ours.
struct SchemaShape: Equatable, Sendable {
  /// The statements by the name of what they define.
  private let statements: [String: String]
  /// The tables that are ours, checksums aside, sorted.
  let tables: [String]

  init(of db: Database) throws {
    var statements: [String: String] = [:]
    var tables: [String] = []
    let sql = "SELECT type, name, sql FROM sqlite_schema"
    for row in try Row.fetchAll(db, sql: sql) {
      let name = String.fromDatabaseValue(row[1]) ?? ""
      statements[name] = String.fromDatabaseValue(row[2]) ?? ""
      if String.fromDatabaseValue(row[0]) == "table", name != "seal",
        !name.hasPrefix("sqlite_")
      {
        tables.append(name)
      }
    }
    self.statements = statements
    self.tables = tables.sorted()
  }

  /// What a database of a kind has at a version, the newest where none is given.
  static func of(_ kind: DatabaseKind, version: Int? = nil) throws -> SchemaShape {
    let version = version ?? kind.version
    guard version == kind.version else { return try model(of: kind, version) }
    switch kind {
    case .identity: return try newestIdentity.get()
    case .answers: return try newestAnswers.get()
    }
  }

  private static let newestIdentity = Result {
    try model(of: .identity, DatabaseKind.identity.version)
  }
  private static let newestAnswers = Result {
    try model(of: .answers, DatabaseKind.answers.version)
  }

  /// Reads the shape from a database in memory that is made as ours are.
  private static func model(of kind: DatabaseKind, _ version: Int) throws -> SchemaShape {
    try DatabaseQueue().inDatabase { db in
      for step in kind.migrations.prefix(version) { try db.execute(sql: step) }
      return try SchemaShape(of: db)
    }
  }
}
