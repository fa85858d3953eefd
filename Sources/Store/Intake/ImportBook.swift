import Foundation
import GRDB
import Instruments
import Responses

/// The books of a database: its collections, and every file that was taken in.
struct ImportBook {
  let db: Database
  let kind: DatabaseKind

  /// A collection that answers can go into.
  struct Collection {
    let id: Int64
    let minimum: Int
  }

  /// Finds or makes the collection of an intake; `nil` where its answers are of another edition.
  func collection(for intake: Intake) throws -> Collection? {
    let known = try Row.fetchOne(
      db, sql: "SELECT id, definition, minimum FROM collection WHERE round = ? AND instrument = ?",
      arguments: [intake.round, intake.instrument.id])
    guard let known else {
      try keepDefinition(intake)
      try db.execute(
        sql: """
          INSERT INTO collection (round, instrument, definition, minimum) VALUES (?, ?, ?, ?)
          """,
        arguments: [intake.round, intake.instrument.id, intake.instrument.hash, intake.minimum])
      return Collection(id: db.lastInsertedRowID, minimum: intake.minimum)
    }
    let id = Int64(try known.integer("id"))
    let minimum = max(try known.integer("minimum"), intake.minimum)
    if try known.text("definition") != intake.instrument.hash {
      guard try batches(of: id).isEmpty else { return nil }
      try keepDefinition(intake)
      try db.execute(
        sql: "UPDATE collection SET definition = ? WHERE id = ?",
        arguments: [intake.instrument.hash, id])
    }
    try db.execute(
      sql: "UPDATE collection SET minimum = ? WHERE id = ?", arguments: [minimum, id])
    return Collection(id: id, minimum: minimum)
  }

  private func keepDefinition(_ intake: Intake) throws {
    try db.execute(
      sql: """
        INSERT INTO definition (hash, instrument, source) VALUES (?, ?, ?)
        ON CONFLICT (hash) DO UPDATE SET source = excluded.source
        """,
      arguments: [
        intake.instrument.hash, intake.instrument.id, intake.definition.databaseValue,
      ])
  }

  /// The batches of a collection that count, the oldest first.
  func batches(of collection: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM batch WHERE collection = ? ORDER BY id", arguments: [collection])
  }

  func makeBatch(in collection: Int64) throws -> Int64 {
    try db.execute(sql: "INSERT INTO batch (collection) VALUES (?)", arguments: [collection])
    return db.lastInsertedRowID
  }

  /// An import of the same rows that counts.
  func earlier(_ content: [UInt8], in collection: Int64) throws -> ImportEntry? {
    try entries(
      where: "import.collection = ? AND import.content = ? AND import.undone IS NULL",
      [collection, content.databaseValue]
    ).first
  }

  /// The days on which rows of a collection were taken in, each once.
  func days(of collection: Int64) throws -> [CalendarDay] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT day FROM import WHERE collection = ? AND undone IS NULL ORDER BY day
        """, arguments: [collection]
    ).compactMap(CalendarDay.init(iso:))
  }

  /// What is known of a file when it has been taken in.
  struct Figures {
    var added = 0
    var updated = 0
    var repeated = 0
    var ledger: ImportLedger
  }

  /// Writes a file into the books; one without a batch took no row in.
  func enter(
    _ figures: Figures, _ intake: Intake, content: [UInt8], collection: Int64, batch: Int64?
  ) throws -> ImportEntry {
    // Not their number: of several copies an earlier one may be undone.
    let copy =
      try Int.fetchOne(
        db,
        sql: """
          SELECT coalesce(max(copy), -1) + 1 FROM import
          WHERE collection = ? AND content = ? AND undone IS NULL
          """, arguments: [collection, content.databaseValue]) ?? 0
    try db.execute(
      sql: """
        INSERT INTO import (collection, batch, day, file, dialect, content, copy, read, added,
          updated, repeated, unreadable)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        collection, batch, intake.day.iso, intake.file, figures.ledger.dialect.rawValue,
        content.databaseValue, copy, figures.ledger.read, figures.added, figures.updated,
        figures.repeated, figures.ledger.unreadableCells,
      ])
    let id = db.lastInsertedRowID
    for (reason, rows) in figures.ledger.excluded where rows > 0 {
      try db.execute(
        sql: "INSERT INTO exclusion (import, reason, rows) VALUES (?, ?, ?)",
        arguments: [id, reason.rawValue, rows])
    }
    guard let entry = try entries(where: "import.id = ?", [id]).first else {
      throw StoreTrouble.damaged(file: kind.fileName)
    }
    // Every file that is taken in passes here, so that its sums are held to in every test.
    assert(entry.isBalanced, "the rows of \(entry) do not add up")
    return entry
  }
}

extension [UInt8] {
  var databaseValue: DatabaseValue {
    Data(self).databaseValue
  }
}
