import GRDB
public import Instruments
public import Responses

extension AnswerStore {
  /// Keeps how many people of an audience could answer in a round, instead of what was kept before.
  ///
  /// - Parameters:
  ///   - counts: The counts: one table for each way of splitting, and one without headings for all.
  ///   - audience: Whose they are.
  ///   - round: The id of the round.
  ///   - day: The day on which they are taken in.
  /// - Throws: `StoreTrouble`; what was kept before is then still there.
  public func keep(
    _ counts: [PopulationTable], of audience: Instrument.Audience, round: String,
    on day: CalendarDay
  ) throws {
    let rows = Set(counts.flatMap(Self.rows))
    guard try !holds(rows, of: audience, round: round) else { return }
    try database.write { db in
      try db.execute(
        sql: "DELETE FROM population WHERE round = ? AND audience = ?",
        arguments: [round, audience.rawValue])
      for row in rows {
        try db.execute(
          sql: """
            INSERT INTO population (round, audience, heading, label, people) VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [round, audience.rawValue, row.heading, row.label, row.people])
      }
      try event("population", "\(audience.rawValue) \(round)", on: day, in: db)
    }
  }

  /// The counts of one column, or of all people where the heading is empty.
  private struct Count: Hashable {
    let heading: String
    let label: String
    let people: Int
  }

  /// The counts column by column: of a table with several columns, the sums of each.
  private static func rows(_ table: PopulationTable) -> [Count] {
    if table.headings.isEmpty { return [Count(heading: "", label: "", people: table.total)] }
    return table.headings.indices.flatMap { column in
      var sums: [String: Int] = [:]
      for cell in table.cells { sums[cell.labels[column], default: 0] += cell.count }
      return sums.map { Count(heading: table.headings[column], label: $0.key, people: $0.value) }
    }
  }

  private func holds(_ rows: Set<Count>, of audience: Instrument.Audience, round: String) throws
    -> Bool
  {
    try database.read { db in Set(try Self.counts(audience, round, db)) == rows }
  }

  private static func counts(
    _ audience: Instrument.Audience, _ round: String, _ db: Database
  ) throws -> [Count] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT heading, label, people FROM population WHERE round = ? AND audience = ?
        ORDER BY heading, label
        """, arguments: [round, audience.rawValue]
    ).map {
      Count(
        heading: try $0.text("heading"), label: try $0.text("label"),
        people: try $0.integer("people"))
    }
  }

  /// How many people of an audience could answer, as kept for the latest of some rounds.
  ///
  /// - Parameters:
  ///   - audience: Whose they are.
  ///   - rounds: The ids of the rounds up to the one that is asked for, in their order.
  ///   - heading: The column by which they are split; `nil` for all as one number.
  /// - Returns: `nil` where no such count was kept.
  /// - Throws: `StoreTrouble`.
  public func population(
    of audience: Instrument.Audience, in rounds: [String], by heading: String? = nil
  ) throws -> PopulationTable? {
    try database.read { db in
      for round in rounds.reversed() {
        let counts = try Self.counts(audience, round, db)
        if counts.isEmpty { continue }
        return PopulationTable.kept(
          counts.map { ($0.heading, $0.label, $0.people) }, by: heading)
      }
      return nil
    }
  }
}
