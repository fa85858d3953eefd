import GRDB
public import Instruments
public import Responses

/// What is known of people: the roll, who named whom, and answers that are tied to a person.
public struct IdentityStore: Sendable {
  let database: AuditDatabase

  /// The sheets of a nominations question in one round, each pupil's once.
  public struct Nominations: Sendable {
    public let instrument: Instrument
    public let sheets: NominationImport.Sheets
    /// The smallest group whose figures may be shown.
    public let minimum: Int
  }

  /// The files that were taken in, the oldest first: rolls, then answers.
  public func imports() throws -> [ImportEntry] {
    try database.read { db in
      try RollBook(db: db).entries()
        + ImportBook(db: db, kind: .identity).entries(where: "1", [])
    }
  }

  /// Takes an import back.
  ///
  /// - Parameters:
  ///   - label: The import, such as `N2` or `R1`.
  ///   - rounds: The ids of all rounds, in their order.
  ///   - day: The day on which it is done.
  ///   - actor: Who does it.
  /// - Returns: The imports that were undone; `nil` where none that counts has the label.
  /// - Throws: `StoreTrouble.rollInUse` where lists of names would be left without a roll.
  public func undo(
    _ label: String, of rounds: [String] = [], on day: CalendarDay, by actor: Actor
  ) throws -> [ImportEntry]? {
    try database.write { db in
      let rolls = RollBook(db: db)
      let served = try rolls.served(rounds)
      let roll = try rolls.undo(label, on: day)
      if let roll {
        let users = try rolls.namesTaken(in: served.subtracting(rolls.served(rounds)))
        guard users.isEmpty else { throw StoreTrouble.rollInUse(roll: roll.label, by: users) }
      }
      let undone =
        try roll.map { [$0] }
        ?? ImportBook(db: db, kind: .identity).undo(
          label, from: ["response"], on: day, removing: SheetBook(db: db).remove)
      guard let undone else { return nil }
      try actor.record("undo", undone.map(\.label).joined(separator: " "), in: db)
      return undone
    }
  }

  /// Writes down that something was done with what is known of people.
  ///
  /// - Parameters:
  ///   - action: What was done, in a word.
  ///   - detail: More of it; never a name.
  ///   - actor: Who did it, and when.
  /// - Throws: `StoreTrouble`; nothing is then written down.
  public func record(_ action: String, _ detail: String, by actor: Actor) throws {
    try database.write { try actor.record(action, detail, in: $0) }
  }

  /// What was done, the oldest first.
  public func events() throws -> [Event] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT at, who, action, detail FROM event ORDER BY id").map {
        Event(
          at: try $0.text("at"), who: try $0.text("who"), action: try $0.text("action"),
          detail: try $0.text("detail"))
      }
    }
  }
}

/// Who does something, and when.
public struct Actor: Sendable {
  public let name: String
  /// Day and time, as 2026-11-22 09:30.
  public let time: String

  public init(name: String, time: String) {
    self.name = name
    self.time = time
  }

  func record(_ action: String, _ detail: String, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO event (at, who, action, detail) VALUES (?, ?, ?, ?)",
      arguments: [time, name, action, detail])
  }
}
