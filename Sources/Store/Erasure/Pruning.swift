import GRDB
public import Instruments

/// The raw rows of a round whose time is over.
public struct PrunedRound: Sendable, Hashable {
  /// The id of the round.
  public let round: String
  /// The rows that go, by instrument; `roll` for the pupils of a roll.
  public let rows: [String: Int]
}

extension AnswerStore {
  /// Deletes the answers of rounds whose time is over; the imports stay in the books.
  ///
  /// - Parameters:
  ///   - rounds: The ids of the rounds.
  ///   - day: The day on which it is done.
  ///   - isRehearsal: Whether nothing is kept of it, to see what would go.
  /// - Returns: What went, for each round that had something.
  /// - Throws: `StoreTrouble`.
  public func prune(_ rounds: [String], on day: CalendarDay, isRehearsal: Bool) throws
    -> [PrunedRound]
  {
    guard !rounds.isEmpty else { return [] }
    let pruned = try database.write(isRehearsal: isRehearsal) { db in
      let book = ImportBook(db: db, kind: .answers)
      return try rounds.compactMap { round in
        let rows = try book.prune(round, counting: "answer", on: day) { batch in
          try book.undo(batch: batch, from: ["answer", "seen"], on: day)
        }
        try event("prune", round, on: day, in: db)
        return rows.isEmpty ? nil : PrunedRound(round: round, rows: rows)
      }
    }
    // Also where nothing went: a run before this one may have been cut short.
    if !isRehearsal { try database.compact() }
    return pruned
  }
}

extension IdentityStore {
  /// Deletes what is known of people from rounds whose time is over.
  ///
  /// A roll stays where a round after it has none of its own and so uses it.
  ///
  /// - Parameters:
  ///   - rounds: The ids of the rounds.
  ///   - all: The ids of all rounds, in their order.
  ///   - day: The day on which it is done.
  ///   - actor: Who does it.
  ///   - isRehearsal: Whether nothing is kept of it, to see what would go.
  /// - Returns: What went, for each round that had something.
  /// - Throws: `StoreTrouble`.
  public func prune(
    _ rounds: [String], of all: [String], on day: CalendarDay, by actor: Actor, isRehearsal: Bool
  ) throws -> [PrunedRound] {
    guard !rounds.isEmpty else { return [] }
    let pruned = try database.write(isRehearsal: isRehearsal) { db in
      let book = ImportBook(db: db, kind: .identity)
      return try rounds.compactMap { round in
        var rows = try book.prune(round, counting: "response", on: day) { _ in }
        rows.merge(
          try book.prune(round, counting: "sheet", on: day) { batch in
            try SheetBook(db: db).remove(batch: batch)
            try book.undo(batch: batch, from: ["response"], on: day)
          }, uniquingKeysWith: +)
        let pupils = try pruneRolls(of: round, rounds, all, on: day, db)
        if pupils > 0 { rows["roll"] = pupils }
        try actor.record("prune", round, in: db)
        return rows.isEmpty ? nil : PrunedRound(round: round, rows: rows)
      }
    }
    // Also where nothing went: a run before this one may have been cut short.
    if !isRehearsal { try database.compact() }
    return pruned
  }

  private func pruneRolls(
    of round: String, _ pruned: [String], _ all: [String], on day: CalendarDay, _ db: Database
  ) throws -> Int {
    let book = RollBook(db: db)
    var used: Set<Int64> = []
    for (place, other) in all.enumerated() where !pruned.contains(other) {
      if let roll = try book.current(in: Array(all[...place])) { used.insert(roll.id) }
    }
    let rolls = try Int64.fetchAll(
      db, sql: "SELECT id FROM roll WHERE round = ? AND undone IS NULL", arguments: [round])
    var pupils = 0
    for roll in rolls where !used.contains(roll) {
      pupils +=
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM pupil WHERE roll = ?", arguments: [roll]) ?? 0
      try book.undo(roll, on: day)
    }
    return pupils
  }
}

extension ImportBook {
  /// Counts the rows of a round by instrument, and hands each batch over to be deleted.
  func prune(
    _ round: String, counting table: String, on day: CalendarDay, _ delete: (Int64) throws -> Void
  ) throws -> [String: Int] {
    var rows: [String: Int] = [:]
    let batches = try Row.fetchAll(
      db,
      sql: """
        SELECT batch.id, collection.instrument FROM batch
        JOIN collection ON collection.id = batch.collection WHERE collection.round = ?
        """, arguments: [round])
    for batch in batches {
      let id = Int64(try batch.integer("id"))
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(table) WHERE batch = ?", arguments: [id])
      if let count, count > 0 { rows[try batch.text("instrument"), default: 0] += count }
      try delete(id)
    }
    return rows
  }
}
