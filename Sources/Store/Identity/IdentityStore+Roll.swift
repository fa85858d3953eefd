import GRDB
public import Instruments
public import Responses

extension IdentityStore {
  /// The roll that counts in a round; `nil` where none was taken in for it or a round before it.
  ///
  /// - Parameter rounds: The ids of the rounds up to the one that is asked for, in their order.
  /// - Returns: The roll, with those who have left.
  /// - Throws: `StoreTrouble`.
  public func roll(in rounds: [String]) throws -> Roll? {
    try database.read { db in
      let book = RollBook(db: db)
      return try book.current(in: rounds).map { Roll(try book.records(of: $0.id)) }
    }
  }

  /// What a roll would change in the one that counts.
  public func change(to roll: Roll, in rounds: [String]) throws -> RollChange {
    try database.read { db in
      let book = RollBook(db: db)
      let before = try book.current(in: rounds).map { try book.records(of: $0.id) }
      return RollChange(from: before, to: roll.records)
    }
  }

  /// Takes a roll in for a round, whole.
  ///
  /// Pupils of the roll before it whom it does not have any more are kept as having left, so that
  /// their names are known.
  ///
  /// - Parameters:
  ///   - roll: The roll.
  ///   - rounds: The ids of the rounds up to the one that it is for, in their order.
  ///   - file: The name of its file, without the folder.
  ///   - day: The day on which it is taken in.
  ///   - actor: Who takes it in.
  /// - Returns: The import, or `nil` where the roll changes nothing.
  /// - Throws: `StoreTrouble`; nothing is then taken in.
  public func take(
    _ roll: Roll, in rounds: [String], file: String, on day: CalendarDay, by actor: Actor
  ) throws -> ImportEntry? {
    guard let round = rounds.last else { return nil }
    return try database.write { db in
      let book = RollBook(db: db)
      let current = try book.current(in: rounds)
      let before = try current.map { try book.records(of: $0.id) }
      let records = roll.records
      let change = RollChange(from: before, to: records)
      if change.isNone { return nil }
      let known = Set(records.map(\.id))
      let gone = (before ?? []).filter { !known.contains($0.id) }.map { record in
        var record = record
        record.hasLeft = true
        record.groups = []
        return record
      }
      let id = try book.insert(records + gone, round: round, day: day, file: file)
      try actor.record("roll", "R\(id)", in: db)
      return try book.entries().last
    }
  }
}
