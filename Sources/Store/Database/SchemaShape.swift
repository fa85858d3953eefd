import GRDB

/// Everything that a database defines: tables, indexes, and what should not be there.
///
/// It is held against a database made by this program, so that a file with other tables, with
/// triggers or views is not taken for ours.
struct SchemaShape: Equatable {
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
    let model = try DatabaseQueue()
    return try model.inDatabase { db in
      for step in kind.migrations.prefix(version ?? kind.version) { try db.execute(sql: step) }
      return try SchemaShape(of: db)
    }
  }
}
