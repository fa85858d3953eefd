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
      return try rounds.compactMap { round -> PrunedRound? in
        let rows = try book.prune(round, counting: "answer") { batch in
          try book.undo(batch: batch, from: ["answer", "seen"], on: day)
        }
        if rows.isEmpty { return nil }
        try event("prune", round, on: day, in: db)
        return PrunedRound(round: round, rows: rows)
      }
    }
    // Also where nothing went: a run before this one may have been cut short.
    if !isRehearsal { try database.compact() }
    return pruned
  }

  /// The rounds of which answers are kept.
  public func rounds() throws -> Set<String> {
    try database.read { try ImportBook(db: $0, kind: .answers).rounds() }
  }
}

extension IdentityStore {
  /// Deletes what is known of people from rounds whose time is over.
  ///
  /// A roll stays where a round after it has none of its own and so uses it; who has left goes from it
  /// with the last roll that has the pupil present.
  ///
  /// - Parameters:
  ///   - rounds: The ids of the rounds whose names are over: lists of names, and rolls.
  ///   - answered: The ids of the rounds whose answers are over.
  ///   - all: The ids of all rounds, in their order.
  ///   - day: The day on which it is done.
  ///   - actor: Who does it.
  ///   - isRehearsal: Whether nothing is kept of it, to see what would go.
  /// - Returns: What went, for each round that had something.
  /// - Throws: `StoreTrouble`.
  public func prune(
    names rounds: [String], answers answered: [String], of all: [String], on day: CalendarDay,
    by actor: Actor, isRehearsal: Bool
  ) throws -> [PrunedRound] {
    guard !rounds.isEmpty || !answered.isEmpty else { return [] }
    let pruned = try database.write(isRehearsal: isRehearsal) { db in
      let book = ImportBook(db: db, kind: .identity)
      var gone: [String: [String: Int]] = [:]
      for round in answered {
        gone[round] = try book.prune(round, counting: "response", sparing: "sheet") { batch in
          try book.undo(batch: batch, from: ["response"], on: day)
        }
      }
      for round in rounds {
        let sheets = try book.prune(round, counting: "sheet", sparing: "response") { batch in
          try SheetBook(db: db).remove(batch: batch)
          try book.undo(batch: batch, from: [], on: day)
        }
        gone[round, default: [:]].merge(sheets, uniquingKeysWith: +)
        let decisions = try DecisionBook(db: db).remove(round: round)
        if decisions > 0 { gone[round, default: [:]]["name decisions"] = decisions }
        let pupils = try pruneRolls(of: round, rounds, all, on: day, db)
        if pupils > 0 { gone[round, default: [:]]["roll"] = pupils }
      }
      if !rounds.isEmpty {
        for (round, pupils) in try pruneLeavers(db) {
          gone[round, default: [:]]["leavers"] = pupils
        }
      }
      return try gone.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { round, rows in
        try actor.record("prune", round, in: db)
        return PrunedRound(round: round, rows: rows)
      }
    }
    // Also where nothing went: a run before this one may have been cut short.
    if !isRehearsal { try database.compact() }
    return pruned
  }

  /// The rounds of which names or answers are kept.
  public func rounds() throws -> Set<String> {
    try database.read { db in
      let rolls = try String.fetchAll(db, sql: "SELECT round FROM roll WHERE undone IS NULL")
      return try ImportBook(db: db, kind: .identity).rounds().union(rolls)
        .union(DecisionBook(db: db).rounds())
    }
  }

  /// Deletes those who have left from rolls that are kept, where no such roll has them present.
  ///
  /// Each roll hands its leavers on to the next, so that their names would never be over.
  private func pruneLeavers(_ db: Database) throws -> [String: Int] {
    let isOver = "has_left = 1 AND pupil.id NOT IN (SELECT id FROM pupil WHERE has_left = 0)"
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT round, count(*) AS pupils FROM pupil JOIN roll ON roll.id = pupil.roll
        WHERE \(isOver) GROUP BY round
        """)
    try db.execute(sql: "DELETE FROM pupil WHERE \(isOver)")
    return try Dictionary(
      uniqueKeysWithValues: rows.map { (try $0.text("round"), try $0.integer("pupils")) })
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
  /// The rounds that have imports that count.
  func rounds() throws -> Set<String> {
    try Set(
      String.fetchAll(
        db, sql: "SELECT round FROM collection WHERE id IN (SELECT collection FROM batch)"))
  }

  /// Counts the rows of a round by instrument, and hands each batch over to be deleted.
  ///
  /// - Parameters:
  ///   - round: The id of the round.
  ///   - table: The table with the rows.
  ///   - other: Another table; batches with rows in that one stay.
  ///   - delete: Deletes a batch.
  /// - Returns: How many rows go.
  /// - Throws: The error of the database, or what `delete` throws.
  func prune(
    _ round: String, counting table: String, sparing other: String? = nil,
    _ delete: (Int64) throws -> Void
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
      if let other, try count(other, of: id) > 0 { continue }
      let count = try count(table, of: id)
      if count > 0 { rows[try batch.text("instrument"), default: 0] += count }
      try delete(id)
    }
    return rows
  }

  private func count(_ table: String, of batch: Int64) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE batch = ?", arguments: [batch])
      ?? 0
  }
}
