import Foundation
import GRDB
import Glibc
import Instruments
import Responses

/// One file on its way into the answers that nobody can be tied to.
///
/// Rows are told from earlier ones by what they say. The ids that a survey tool gave them are used
/// once, to tell a row that came before, and only marks of them are kept, apart from the answers.
struct AnswerIntake {
  let db: Database
  let intake: Intake
  let outcome: ResponseImport.Outcome
  let store: AnswerStore

  func run(_ progress: (Int) -> Void) throws -> IntakeResult {
    let book = ImportBook(db: db, kind: .answers)
    guard let collection = try book.collection(for: intake) else {
      return try book.otherEdition(intake)
    }
    var packed = PackedRows(outcome.table)
    if intake.overlap != .add,
      let earlier = try book.earlier(packed.content.bytes, in: collection.id)
    {
      return .sameAs(earlier, outcome.ledger)
    }
    let marks = try outcome.table.identifiers.map { try self.marks(of: $0) }
    let (kept, repeats, isAll) = try sorted(packed, marks, collection.id, book)
    if repeats.equal + repeats.changed > 0, intake.overlap == nil {
      var repeats = repeats
      repeats.days = try book.days(of: collection.id)
      return .asks(repeats)
    }
    let content = packed.content.bytes
    let (batch, isShared) = try place(kept.count, in: collection, book)
    if let batch {
      var written = kept
      if isShared {
        try book.forgetContents(of: collection.id)
        written += try takeOut(batch, into: &packed)
      }
      try insert(packed, written, batch: batch, progress)
      if let marks { try keep(marks, kept, collection.id, batch: batch) }
    }
    let isOwn = batch != nil && !isShared
    let isWhole = isOwn && kept.count == outcome.table.rowCount
    let figures = ImportBook.Figures(
      added: kept.count, repeated: outcome.table.rowCount - kept.count,
      ledger: isOwn ? outcome.ledger : outcome.ledger.withoutUnreadable)
    var entry = try book.enter(
      figures, intake, content: isWhole || isAll ? content : ContentDigest.none,
      collection: collection.id, batch: batch)
    try store.event("import", entry.label, on: intake.day, in: db)
    entry.unreadableCells = outcome.ledger.unreadableCells
    return .taken(entry)
  }

  /// Which rows are taken in, how many may be there already, and whether the file is all that is
  /// then there.
  ///
  /// Rows whose mark and answers are both there come again and need no question, unless others of the
  /// file have a mark that is there with other answers: then it may be another form, which shares
  /// ids and happens to share answers.
  private func sorted(
    _ packed: PackedRows, _ marks: [[UInt8]]?, _ collection: Int64, _ book: ImportBook
  ) throws -> (kept: [Int], repeats: Repeats, isAll: Bool) {
    var repeats = Repeats()
    guard try !book.batches(of: collection).isEmpty else {
      repeats.new = packed.count
      return (Array(0..<packed.count), repeats, true)
    }
    var stored = try self.stored(collection)
    let storedCount = stored.values.reduce(0, +)
    let seen = try Set(
      Data.fetchAll(db, sql: "SELECT mark FROM seen WHERE collection = ?", arguments: [collection]))
    let hasUnmarked = storedCount > seen.count
    var kept: [Int] = []
    var known = 0
    for row in 0..<packed.count {
      let isThere = stored[packed.hashes[row], default: 0] > 0
      let isSeen = marks.map { seen.contains(Data($0[row])) } ?? false
      let isEqual = isThere && (isSeen || marks == nil || hasUnmarked)
      if isEqual { stored[packed.hashes[row], default: 0] -= 1 }
      if isEqual, isSeen {
        known += 1
      } else if isEqual {
        repeats.equal += 1
      } else if isSeen {
        repeats.changed += 1
      } else {
        repeats.new += 1
      }
      if intake.overlap == .add || !(isEqual || isSeen) { kept.append(row) }
    }
    if repeats.changed > 0 { repeats.equal += known }
    let isAll =
      packed.count == storedCount + kept.count && stored.values.allSatisfy { $0 == 0 }
    return (kept, repeats, isAll)
  }

  /// How often each row is there, by its hash.
  private func stored(_ collection: Int64) throws -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    try AnswerStore.forEachRecord(of: collection, in: db) { record in
      counts[Checksum.of(UnsafeRawBufferPointer(record)), default: 0] += 1
    }
    return counts
  }

  /// The batch that rows go into: none where there are none, the newest where they or those in it are
  /// so few that their day would tell whose they are, and else one of their own.
  private func place(
    _ rows: Int, in collection: ImportBook.Collection, _ book: ImportBook
  ) throws -> (batch: Int64?, isShared: Bool) {
    guard let newest = try book.batches(of: collection.id).last else {
      return (try book.makeBatch(in: collection.id), false)
    }
    if rows == 0 { return (nil, false) }
    let there = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM answer WHERE batch = ?", arguments: [newest])
    let isShared = min(rows, there ?? 0) < collection.minimum
    return (isShared ? newest : try book.makeBatch(in: collection.id), isShared)
  }

  /// Takes the rows of a batch out of the table, so that they are written anew with those that join
  /// them: where a row lies in the file would tell which came later.
  private func takeOut(_ batch: Int64, into packed: inout PackedRows) throws -> Range<Int> {
    let start = packed.count
    try BulkStatement("SELECT record FROM answer WHERE batch = \(batch)", in: db).forEachBlob {
      packed.append(UnsafeRawBufferPointer($0))
    }
    try db.execute(sql: "DELETE FROM answer WHERE batch = ?", arguments: [batch])
    return start..<packed.count
  }

  /// Writes rows under random keys in the order of the keys, so that no order is left anywhere.
  private func insert(
    _ packed: PackedRows, _ rows: [Int], batch: Int64, _ progress: (Int) -> Void
  ) throws {
    let keys = RandomKeys(count: rows.count)
    let statement = try BulkStatement(
      "INSERT INTO answer (batch, key, record) VALUES (?, ?, ?)", in: db)
    statement.bind(batch, at: 1)
    for (written, place) in keys.order.enumerated() {
      try keys.withKey(place) { key in
        try packed.withBytes(ofRow: rows[place]) { record in
          statement.bind(key, at: 2)
          statement.bind(record, at: 3)
          try statement.run()
        }
      }
      if written % 4_096 == 0 { progress(written) }
    }
    progress(rows.count)
  }

  private func keep(
    _ marks: [[UInt8]], _ rows: [Int], _ collection: Int64, batch: Int64
  ) throws {
    let statement = try BulkStatement(
      "INSERT OR IGNORE INTO seen (collection, mark, batch) VALUES (?, ?, ?)", in: db)
    statement.bind(collection, at: 1)
    statement.bind(batch, at: 3)
    for row in rows {
      try marks[row].withUnsafeBytes { mark in
        statement.bind(mark, at: 2)
        try statement.run()
      }
    }
  }

  /// A mark for each id that cannot be turned back into it without the key.
  private func marks(of identifiers: TextColumn) throws -> [[UInt8]] {
    var key = try Data.fetchOne(db, sql: "SELECT key FROM mark_key").map { [UInt8]($0) }
    if key == nil {
      let made = (0..<32).map { _ in UInt8.random(in: 0...255) }
      try db.execute(
        sql: "INSERT INTO mark_key (id, key) VALUES (1, ?)", arguments: [made.databaseValue])
      key = made
    }
    let secret = key ?? []
    return (0..<identifiers.count).map { row in
      let code = SHA256.authenticationCode(of: Array(identifiers[row].utf8), key: secret)
      return Array(code.prefix(16))
    }
  }
}

extension ImportLedger {
  /// The same without a count of cells, which of a few rows would tell which they are.
  fileprivate var withoutUnreadable: ImportLedger {
    ImportLedger(read: read, excluded: excluded, unreadableCells: 0, dialect: dialect)
  }
}
