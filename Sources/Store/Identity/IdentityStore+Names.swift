import GRDB
public import Responses

extension IdentityStore {
  /// What was decided about the written names of a round, in the order in which it was decided;
  /// what was taken back is among it.
  ///
  /// - Parameters:
  ///   - round: The id of the round.
  ///   - instrument: The id of the instrument that asked for names.
  /// - Returns: The decisions.
  /// - Throws: `StoreTrouble`.
  public func decisions(round: String, instrument: String) throws -> [NameDecision] {
    try database.read { try DecisionBook(db: $0).decisions(round, instrument) }
  }

  /// Keeps decisions, all of them or none, and writes down that it was done.
  ///
  /// Each takes the place of the one about the same entry, which stays on record.
  ///
  /// - Parameters:
  ///   - decisions: What was decided; who and when are those of `actor` where they are empty.
  ///   - round: The id of the round.
  ///   - instrument: The id of the instrument that asked for names.
  ///   - detail: What goes on record beside the word `names`: numbers, never a name.
  ///   - actor: Who decided.
  /// - Throws: `StoreTrouble`; nothing is then kept.
  public func decide(
    _ decisions: [NameDecision], round: String, instrument: String, detail: String,
    by actor: Actor
  ) throws {
    try database.write { db in
      let book = DecisionBook(db: db)
      for var decision in decisions {
        if decision.at.isEmpty || decision.who.isEmpty {
          (decision.at, decision.who) = (actor.time, actor.name)
        }
        try book.insert(decision, round, instrument)
      }
      try actor.record("names", detail, in: db)
    }
  }

  /// Takes the last decision about an entry back; the one before it stands again.
  ///
  /// - Parameters:
  ///   - key: The whole key of the entry.
  ///   - round: The id of the round.
  ///   - instrument: The id of the instrument that asked for names.
  ///   - detail: What goes on record beside the word `names`.
  ///   - actor: Who takes it back.
  /// - Returns: Whether there was one.
  /// - Throws: `StoreTrouble`; everything is then as it was.
  public func undoDecision(
    _ key: String, round: String, instrument: String, detail: String, by actor: Actor
  ) throws -> Bool {
    try database.write { db in
      let isUndone = try DecisionBook(db: db).undo(key, round, instrument, by: actor)
      if isUndone { try actor.record("names", detail, in: db) }
      return isUndone
    }
  }
}
