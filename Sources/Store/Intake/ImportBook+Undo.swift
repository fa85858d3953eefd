import GRDB
import Instruments
import Responses

extension ImportBook {
  /// Takes an import back, with those that share its batch.
  ///
  /// One that took no row in has no batch, and no rows go. Where no row of the collection is left,
  /// those go as well whose rows were all there already.
  ///
  /// - Parameters:
  ///   - label: What a person calls the import.
  ///   - tables: The tables with rows of a batch.
  ///   - day: The day on which it is done.
  ///   - remove: Removes other rows of a batch.
  /// - Returns: The imports that were undone; `nil` where none that counts has the label.
  /// - Throws: The error of the database.
  func undo(
    _ label: String, from tables: [String], on day: CalendarDay,
    removing remove: (Int64) throws -> Void = { _ in }
  ) throws -> [ImportEntry]? {
    let counting = try entries(where: "import.undone IS NULL", [])
    guard let entry = counting.first(where: { $0.label == label.uppercased() }),
      let id = Int64(entry.label.dropFirst()),
      let row = try Row.fetchOne(
        db, sql: "SELECT batch, collection FROM import WHERE id = ?", arguments: [id])
    else { return nil }
    guard let batch = try row.optionalInteger("batch").map(Int64.init) else {
      try withdraw("id = ?", [id], on: day)
      return [entry]
    }
    let collection = Int64(try row.integer("collection"))
    let undone = try entries(where: "import.batch = ?", [batch])
    let idle = try entries(
      where: "import.collection = ? AND import.batch IS NULL AND import.undone IS NULL",
      [collection])
    try remove(batch)
    try undo(batch: batch, from: tables, on: day)
    return try undone + (batches(of: collection).isEmpty ? idle : [])
  }

  /// Takes a batch back: the rows go, the imports stay in the books as undone.
  func undo(batch: Int64, from tables: [String], on day: CalendarDay) throws {
    for table in tables {
      try db.execute(sql: "DELETE FROM \(table) WHERE batch = ?", arguments: [batch])
    }
    let collection = try Int64.fetchOne(
      db, sql: "SELECT collection FROM batch WHERE id = ?", arguments: [batch])
    // A file with rows of this batch is not the same any more when it comes again.
    try db.execute(
      sql: "UPDATE import SET content = randomblob(16) WHERE repeated > 0 AND collection = ?",
      arguments: [collection])
    try withdraw("batch = ?", [batch], on: day)
    try db.execute(sql: "DELETE FROM batch WHERE id = ?", arguments: [batch])
    if let collection, try batches(of: collection).isEmpty {
      try withdraw("collection = ? AND undone IS NULL", [collection], on: day)
    }
  }

  private func withdraw(
    _ condition: String, _ arguments: StatementArguments, on day: CalendarDay
  ) throws {
    try db.execute(
      sql: """
        UPDATE import SET content = randomblob(16), undone = ?, batch = NULL WHERE \(condition)
        """, arguments: [day.iso] + arguments)
  }

  /// What is said of answers that came in under another edition of the instrument.
  func otherEdition(_ intake: Intake) throws -> IntakeResult {
    let found = try stored(round: intake.round, instrument: intake.instrument.id)
    let days = try found.map { try self.days(of: $0.id) } ?? []
    return .otherEdition(since: days.first)
  }
}
