import GRDB
public import Instruments
public import Responses

/// What erasing a pupil took away.
public struct ErasureCounts: Sendable, Hashable {
  /// The rolls that held the pupil.
  public var rolls = 0
  /// The sheets that the pupil gave.
  public var sheets = 0
  /// The names in others' sheets that meant the pupil, or could have.
  public var names = 0
  /// The answers of the pupil to surveys that are not anonymous.
  public var responses = 0
  /// The texts of others in which the name stood.
  public var texts = 0
}

extension IdentityStore {
  /// The names of a pupil on every roll; `nil` where nothing that is kept has the id.
  ///
  /// Of a pupil whose rolls were undone or pruned only the id is known any more.
  public func names(ofPupil id: String) throws -> ErasedName? {
    try database.read { db in
      let rolls = try Int64.fetchAll(db, sql: "SELECT DISTINCT roll FROM pupil")
      let records = try rolls.flatMap { try RollBook(db: db).records(of: $0) }
      guard try records.contains(where: { $0.id == id }) || isWritten(id, db) else { return nil }
      return ErasedName(id: id, records: records)
    }
  }

  /// Whether an id stands in what somebody gave or wrote, whatever the rolls say.
  private func isWritten(_ id: String, _ db: Database) throws -> Bool {
    if id.isEmpty { return false }
    if try DecisionBook(db: db).mentions(pupil: id) { return true }
    // In an answer a short id would be found by chance.
    let inAnswers = id.count >= 5 ? "OR instr(record, :bytes) > 0" : ""
    return try Int.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM sheet WHERE respondent = :id)
          OR EXISTS (SELECT 1 FROM response WHERE respondent = :id \(inAnswers))
          OR EXISTS (SELECT 1 FROM written_name WHERE written = :id
            OR instr(char(10) || could_be || char(10), char(10) || :id || char(10)) > 0)
        """,
      arguments: inAnswers.isEmpty
        ? ["id": id] : ["id": id, "bytes": Array(id.utf8).databaseValue]) == 1
  }

  /// Erases a pupil: from every roll, with the sheets and answers that the pupil gave, and by name
  /// from those of others.
  ///
  /// A name that could also have meant others stays an open question about them.
  ///
  /// - Parameters:
  ///   - name: The pupil's names, from `names(ofPupil:)`.
  ///   - read: Reads a definition under which answers were taken in.
  ///   - actor: Who erases; the record of it holds no name.
  ///   - isRehearsal: Whether nothing is kept of it, to see what would go.
  /// - Returns: What was taken away.
  /// - Throws: `StoreTrouble`.
  public func erase(
    _ name: ErasedName, definition read: ([UInt8]) -> Instrument?, by actor: Actor,
    isRehearsal: Bool
  ) throws -> ErasureCounts {
    let counts = try database.write(isRehearsal: isRehearsal) { db in
      var counts = ErasureCounts()
      try DecisionBook(db: db).erase(name)
      counts.names = try eraseWrittenNames(name, db)
      let respondents = RespondentErasure(db: db, name: name)
      counts.sheets = try respondents.eraseSheets()
      counts.responses = try respondents.eraseResponses(definition: read)
      counts.texts = try TextErasure(db: db, name: name).run(
        in: "response", key: "id", definition: read)
      counts.rolls = try eraseFromRolls(name, db)
      try TextErasure(db: db, name: name).clearBooks(
        [
          "import": ["file"], "roll": ["file"], "event": ["detail"], "name_decision": ["note"],
        ])
      try actor.record("forget", "one pupil", in: db)
      return counts
    }
    if !isRehearsal { try database.compact() }
    return counts
  }

  /// Writes the file anew, so that nothing of what was deleted remains in it.
  public func clearTraces() throws {
    try database.compact()
  }

  private func eraseFromRolls(_ name: ErasedName, _ db: Database) throws -> Int {
    let rolls = try Int.fetchOne(
      db, sql: "SELECT count(DISTINCT roll) FROM pupil WHERE id = ?", arguments: [name.id])
    try db.execute(sql: "DELETE FROM pupil_group WHERE pupil = ?", arguments: [name.id])
    try db.execute(sql: "DELETE FROM pupil WHERE id = ?", arguments: [name.id])
    try db.execute(
      sql: """
        UPDATE roll SET pupils =
          (SELECT count(*) FROM pupil WHERE pupil.roll = roll.id AND has_left = 0)
        WHERE undone IS NULL
        """)
    return rolls ?? 0
  }

  /// Erases what others wrote where it means the pupil, or could.
  private func eraseWrittenNames(_ name: ErasedName, _ db: Database) throws -> Int {
    // Row by row: texts that are equal to us, composed or not, are not to the database.
    let rows = try Row.fetchAll(
      db, sql: "SELECT sheet, place, written FROM written_name WHERE written IS NOT NULL")
    let texts = try rows.map { try $0.text("written") }
    let others = try NameMeanings(of: Set(texts), erasing: name, in: db).others
    var count = 0
    for (row, text) in zip(rows, texts) {
      guard let ids = others[text] else { continue }
      try db.execute(
        sql: "UPDATE written_name SET written = NULL, could_be = ? WHERE sheet = ? AND place = ?",
        arguments: [
          ids.sorted().joined(separator: "\n"), row.integer("sheet"), row.integer("place"),
        ])
      count += 1
    }
    return try count + eraseCandidate(name.id, db)
  }

  /// Takes a pupil out of the candidates of names that were erased before.
  private func eraseCandidate(_ id: String, _ db: Database) throws -> Int {
    var count = 0
    let rows = try Row.fetchAll(
      db, sql: "SELECT sheet, place, could_be FROM written_name WHERE could_be IS NOT NULL")
    for row in rows {
      let ids = try row.text("could_be").split(separator: "\n").map(String.init)
      guard ids.contains(id) else { continue }
      try db.execute(
        sql: "UPDATE written_name SET could_be = ? WHERE sheet = ? AND place = ?",
        arguments: [
          ids.filter { $0 != id }.joined(separator: "\n"), row.integer("sheet"),
          row.integer("place"),
        ])
      count += 1
    }
    return count
  }
}
