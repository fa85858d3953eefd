import GRDB
import Instruments
import Responses

/// One file on its way into what is known of people.
struct NamedIntake {
  let db: Database
  let intake: Intake
  let actor: Actor

  /// Decides about the rows, writes those that are kept, and enters the file into the books.
  ///
  /// - Parameters:
  ///   - ledger: Where the records of the file went.
  ///   - rows: What each row says.
  ///   - decide: Which rows are new, given the batches that are there.
  ///   - insert: Writes rows into a batch.
  /// - Returns: What became of the file.
  /// - Throws: The error of the database, or what `decide` and `insert` throw.
  func run(
    _ ledger: ImportLedger, rows: [[UInt8]],
    decide: ([Int64]) throws -> PersonIntake.Decision, insert: ([Int], Int64) throws -> Void
  ) throws -> IntakeResult {
    let book = ImportBook(db: db, kind: .identity)
    guard let collection = try book.collection(for: intake) else {
      return try book.otherEdition(intake)
    }
    var content = ContentDigest()
    for row in rows { row.withUnsafeBytes { _ = content.add($0) } }
    if intake.overlap != .add, let earlier = try book.earlier(content.bytes, in: collection.id) {
      return .sameAs(earlier, ledger)
    }
    let batches = try book.batches(of: collection.id)
    let decision = try decide(batches)
    if decision.repeats.equal + decision.repeats.changed > 0, intake.overlap == nil {
      var repeats = decision.repeats
      repeats.days = try book.days(of: collection.id)
      return .asks(repeats)
    }
    let isIdle = decision.kept.isEmpty && !batches.isEmpty
    let batch = isIdle ? nil : try book.makeBatch(in: collection.id)
    if let batch { try insert(decision.kept, batch) }
    let figures = ImportBook.Figures(
      added: decision.added, updated: decision.updated, repeated: decision.repeated,
      ledger: ledger)
    let entry = try book.enter(
      figures, intake, content: content.bytes, collection: collection.id, batch: batch)
    try actor.record("import", entry.label, in: db)
    return .taken(entry)
  }
}
