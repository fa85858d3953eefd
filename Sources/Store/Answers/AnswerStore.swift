import GRDB
import Glibc
public import Instruments
public import Responses

/// The answers that nobody can be tied to, and how many people could answer.
///
/// It never opens what is known of people, and works without it.
public struct AnswerStore: Sendable {
  let database: AuditDatabase

  /// The responses of a survey in one round, as they were taken in.
  public struct Responses: Sendable {
    public let table: ResponseTable
    public let ledger: ImportLedger
    /// The smallest group whose figures may be shown, as it was when the first answers came in.
    public let minimum: Int
  }

  /// Takes the responses of a file in: all of them or nothing.
  ///
  /// - Parameters:
  ///   - outcome: The responses as they were read.
  ///   - intake: Of which round and instrument, and how.
  ///   - progress: Called now and then with the rows written so far.
  /// - Returns: What became of the file.
  /// - Throws: `StoreTrouble`; nothing is then taken in.
  /// - Complexity: O(rows × log rows) time, for the random order; memory beside the responses is
  ///   about 30 bytes a row.
  public func take(
    _ outcome: ResponseImport.Outcome, _ intake: Intake, progress: (Int) -> Void = { _ in }
  ) throws -> IntakeResult {
    try database.write(isRehearsal: intake.isRehearsal) { db in
      try AnswerIntake(db: db, intake: intake, outcome: outcome, store: self).run(progress)
    }
  }

  /// The responses of a survey in a round; `nil` where none were taken in.
  ///
  /// - Parameters:
  ///   - round: The id of the round.
  ///   - instrument: The id of the instrument.
  ///   - read: Reads the definition under which the answers were taken in.
  /// - Returns: The responses in no order that means anything, with where the rows of all files went.
  /// - Throws: `StoreTrouble`; also where the definition cannot be read any more.
  public func responses(
    round: String, instrument: String, definition read: ([UInt8]) -> Instrument?
  ) throws -> Responses? {
    try database.read { db in
      let book = ImportBook(db: db, kind: .answers)
      guard let found = try book.stored(round: round, instrument: instrument) else { return nil }
      var unpacker = ResponseUnpacker(try found.instrument(read, in: database.path))
      try Self.forEachRecord(of: found.id, in: db) { record in
        guard unpacker.append(record) else { throw StoreTrouble.damaged(file: database.path) }
      }
      let table = unpacker.table()
      return Responses(
        table: table,
        ledger: try book.ledger(
          of: found.id, rows: table.rowCount, unreadableCells: table.unreadableCells),
        minimum: found.minimum)
    }
  }

  /// Hands over the packed responses of a collection.
  static func forEachRecord(
    of collection: Int64, in db: Database, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let rows = try BulkStatement(
      """
      SELECT record FROM answer WHERE batch IN (SELECT id FROM batch WHERE collection = \(collection))
      """, in: db)
    try rows.forEachBlob(body)
  }

  /// The files that were taken in, the oldest first.
  public func imports() throws -> [ImportEntry] {
    try database.read { try ImportBook(db: $0, kind: .answers).entries(where: "1", []) }
  }

  /// Takes an import back, with those that cannot be told from it.
  ///
  /// - Returns: The imports that were undone; `nil` where no import that counts has the label.
  public func undo(_ label: String, on day: CalendarDay) throws -> [ImportEntry]? {
    try database.write { db in
      let undone = try ImportBook(db: db, kind: .answers).undo(
        label, from: ["answer", "seen"], on: day)
      guard let undone else { return nil }
      try event("undo", undone.map(\.label).joined(separator: " "), on: day, in: db)
      return undone
    }
  }

  /// What was done, the oldest first; of each only the day is known.
  ///
  /// - Throws: `StoreTrouble`.
  public func events() throws -> [Event] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT day, action, detail FROM event ORDER BY id").map {
        Event(
          at: try $0.text("day"), who: "", action: try $0.text("action"),
          detail: try $0.text("detail"))
      }
    }
  }

  /// Writes down what was done, by day only.
  func event(_ action: String, _ detail: String, on day: CalendarDay, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO event (day, action, detail) VALUES (?, ?, ?)",
      arguments: [day.iso, action, detail])
  }
}
