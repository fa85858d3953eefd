import GRDB
import Instruments
import Responses

/// The rolls of an audit, each whole.
struct RollBook {
  let db: Database

  /// The roll that counts in a round: its own last one, or that of the nearest round before it.
  ///
  /// - Parameter rounds: The ids of the rounds up to the one that is asked for, in their order.
  /// - Returns: The key of the roll and the round that it was taken in for; `nil` where there is none.
  /// - Throws: The error of the database.
  func current(in rounds: [String]) throws -> (id: Int64, round: String)? {
    for round in rounds.reversed() {
      let id = try Int64.fetchOne(
        db, sql: "SELECT max(id) FROM roll WHERE round = ? AND undone IS NULL",
        arguments: [round])
      if let id { return (id, round) }
    }
    return nil
  }

  /// The rounds that have a roll, of those of the plan and of those that have one of their own.
  func served(_ rounds: [String]) throws -> Set<String> {
    let own = try String.fetchAll(db, sql: "SELECT round FROM roll WHERE undone IS NULL")
    let served = try rounds.indices.filter { try current(in: Array(rounds[...$0])) != nil }
    return Set(own).union(served.map { rounds[$0] })
  }

  /// The imports with lists of names that count in some rounds.
  func namesTaken(in rounds: Set<String>) throws -> [String] {
    try ImportBook(db: db, kind: .identity).entries(
      where: "import.batch IN (SELECT batch FROM sheet)", []
    ).filter { rounds.contains($0.round) }.map(\.label)
  }

  /// The pupils of a roll.
  func records(of roll: Int64) throws -> [RollRecord] {
    var groups: [String: [RollRecord.Group]] = [:]
    let labels = try Row.fetchAll(
      db, sql: "SELECT pupil, kind, heading, label FROM pupil_group WHERE roll = ?",
      arguments: [roll])
    for row in labels {
      guard let kind = RollRecord.Group.Kind(rawValue: try row.text("kind")) else { continue }
      groups[try row.text("pupil"), default: []].append(
        RollRecord.Group(
          kind: kind, heading: try row.text("heading"), label: try row.text("label")))
    }
    let pupils = try Row.fetchAll(
      db,
      sql: "SELECT * FROM pupil WHERE roll = ? ORDER BY id",
      arguments: [roll])
    return try pupils.map { row in
      let id = try row.text("id")
      let hasLeft = try row.integer("has_left") == 1
      return RollRecord(
        id: id, name: try row.text("name"), knownAs: try row.text("known_as"),
        aliases: try row.text("aliases"), hasLeft: hasLeft,
        isOptedOut: try row.integer("opted_out") == 1, groups: hasLeft ? [] : groups[id] ?? [])
    }
  }

  /// Writes a roll, whole.
  func insert(_ records: [RollRecord], round: String, day: CalendarDay, file: String) throws
    -> Int64
  {
    try db.execute(
      sql: "INSERT INTO roll (round, day, file, pupils) VALUES (?, ?, ?, ?)",
      arguments: [round, day.iso, file, records.count { !$0.hasLeft }])
    let roll = db.lastInsertedRowID
    let pupil = try db.makeStatement(
      sql: """
        INSERT OR IGNORE INTO pupil (roll, id, name, known_as, has_left, opted_out, aliases)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    let group = try db.makeStatement(
      sql: "INSERT INTO pupil_group (roll, pupil, kind, heading, label) VALUES (?, ?, ?, ?, ?)")
    for record in records where !record.id.isEmpty {
      try pupil.execute(arguments: [
        roll, record.id, record.name, record.knownAs, record.hasLeft ? 1 : 0,
        record.isOptedOut ? 1 : 0, record.aliases,
      ])
      for own in record.groups where !own.label.isEmpty {
        try group.execute(arguments: [
          roll, record.id, own.kind.rawValue, own.heading, own.label,
        ])
      }
    }
    return roll
  }

  /// The rolls as imports.
  func entries() throws -> [ImportEntry] {
    try Row.fetchAll(db, sql: "SELECT * FROM roll ORDER BY id").map { row in
      let label = "R\(try row.integer("id"))"
      let pupils = try row.integer("pupils")
      return ImportEntry(
        label: label, round: try row.text("round"), instrument: "roll", day: try row.day("day"),
        file: try row.text("file"), dialect: .plain, read: pupils, added: pupils, updated: 0,
        repeated: 0, excluded: [:], unreadableCells: 0, undone: try row.day("undone"),
        together: [label])
    }
  }

  /// Takes a roll back; `nil` where none that counts has the label.
  func undo(_ label: String, on day: CalendarDay) throws -> ImportEntry? {
    let found = try entries().first { $0.label == label.uppercased() && $0.undone == nil }
    guard let found, let id = Int64(found.label.dropFirst()) else { return nil }
    try undo(id, on: day)
    return found
  }

  /// Deletes the pupils of a roll, which counts no longer.
  func undo(_ roll: Int64, on day: CalendarDay) throws {
    try db.execute(
      sql: "UPDATE roll SET undone = ? WHERE id = ?", arguments: [day.iso, roll])
    try db.execute(sql: "DELETE FROM pupil_group WHERE roll = ?", arguments: [roll])
    try db.execute(sql: "DELETE FROM pupil WHERE roll = ?", arguments: [roll])
  }
}
