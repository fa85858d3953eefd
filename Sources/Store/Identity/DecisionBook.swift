import GRDB
import Responses

/// What was decided about written names, in the database.
struct DecisionBook {
  let db: Database

  func decisions(_ round: String, _ instrument: String) throws -> [NameDecision] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM name_decision WHERE round = ? AND instrument = ? ORDER BY id",
      arguments: [round, instrument])
    return try rows.map { row in
      guard let kind = NameEntry.Kind(rawValue: try row.text("kind")),
        let meaning = NameDecision.Meaning(rawValue: try row.text("meaning"))
      else { throw DatabaseError(resultCode: .SQLITE_MISMATCH) }
      return NameDecision(
        key: try row.text("key"), kind: kind, written: try row.text("written"),
        classLabel: try row.text("class"), meaning: meaning, pupils: try Self.pupils(of: row),
        note: try row.text("note"), at: try row.text("at"), who: try row.text("who"),
        undoneAt: try row.optionalText("undone_at"), undoneBy: try row.optionalText("undone_by"))
    }
  }

  func insert(_ decision: NameDecision, _ round: String, _ instrument: String) throws {
    try db.execute(
      sql: """
        INSERT INTO name_decision
          (round, instrument, key, kind, written, class, meaning, pupils, note, at, who)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        round, instrument, decision.key, decision.kind.rawValue, decision.written,
        decision.classLabel, decision.meaning.rawValue, decision.pupils.joined(separator: "\n"),
        decision.note, decision.at, decision.who,
      ])
  }

  /// Takes the last decision of a key back that stands; `false` where there is none.
  func undo(_ key: String, _ round: String, _ instrument: String, by actor: Actor) throws -> Bool {
    try db.execute(
      sql: """
        UPDATE name_decision SET undone_at = ?, undone_by = ? WHERE id =
          (SELECT max(id) FROM name_decision
           WHERE round = ? AND instrument = ? AND key = ? AND undone_at IS NULL)
        """, arguments: [actor.time, actor.name, round, instrument, key])
    return db.changesCount > 0
  }

  /// Deletes the decisions of a round.
  ///
  /// - Returns: How many there were.
  func remove(round: String) throws -> Int {
    try db.execute(sql: "DELETE FROM name_decision WHERE round = ?", arguments: [round])
    return db.changesCount
  }

  /// The rounds about which something was decided.
  func rounds() throws -> Set<String> {
    try Set(String.fetchAll(db, sql: "SELECT DISTINCT round FROM name_decision"))
  }

  /// Whether a pupil stands in a decision.
  func mentions(pupil id: String) throws -> Bool {
    try Row.fetchAll(
      db, sql: "SELECT pupils FROM name_decision WHERE instr(pupils, ?) > 0",
      arguments: [id]
    ).contains { try Self.pupils(of: $0).contains(id) }
  }

  /// Erases a pupil: decisions that mean the pupil, or are about a text that could.
  ///
  /// A decision that other pupils are not meant stays without the one who goes.
  func erase(_ name: ErasedName) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT id, written, meaning, pupils FROM name_decision")
    let meanings = try NameMeanings(
      of: Set(rows.map { try $0.text("written") }), erasing: name, in: db)
    for row in rows {
      let id = try row.integer("id")
      let pupils = try Self.pupils(of: row)
      let others = pupils.filter { $0 != name.id }
      let isNot = try row.text("meaning") == NameDecision.Meaning.not.rawValue
      let mentions = others.count < pupils.count
      if try meanings.others[row.text("written")] != nil || (mentions && (!isNot || others.isEmpty))
      {
        try db.execute(sql: "DELETE FROM name_decision WHERE id = ?", arguments: [id])
      } else if mentions {
        try db.execute(
          sql: "UPDATE name_decision SET pupils = ? WHERE id = ?",
          arguments: [others.joined(separator: "\n"), id])
      }
    }
  }

  private static func pupils(of row: Row) throws -> [String] {
    try row.text("pupils").split(separator: "\n").map(String.init)
  }
}
