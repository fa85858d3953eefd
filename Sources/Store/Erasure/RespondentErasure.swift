import GRDB
import Instruments
import Responses

/// Erases what a pupil answered.
///
/// What the pupil gave for certain goes, and the books are as though it had never come. Where another
/// pupil may have given it, it stays without saying who did.
struct RespondentErasure {
  let db: Database
  let name: ErasedName

  private enum Fate {
    case stays, goes
    case loosened(Set<String>)
  }

  private func fate(of respondents: [String], _ meanings: NameMeanings) -> Fate {
    if respondents.contains(name.id) { return .goes }
    let others = respondents.compactMap { meanings.others[$0] }
    guard !others.isEmpty else { return .stays }
    return others.contains(where: \.isEmpty)
      ? .goes : .loosened(others.reduce(into: []) { $0.formUnion($1) })
  }

  /// Erases lists of names; one that another may have given only casts doubt any more.
  ///
  /// - Returns: How many went.
  /// - Throws: The error of the database.
  func eraseSheets() throws -> Int {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, batch, respondent, is_set_aside FROM sheet ORDER BY id DESC")
    let meanings = try NameMeanings(
      of: Set(rows.map { try $0.text("respondent") }), erasing: name, in: db)
    var count = 0
    for row in rows {
      let respondent = try row.text("respondent")
      let id = try row.integer("id")
      let isCounted = try row.integer("is_set_aside") == 0
      switch fate(of: [respondent], meanings) {
      case .stays: continue
      case .goes:
        try db.execute(sql: "DELETE FROM written_name WHERE sheet = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM sheet WHERE id = ?", arguments: [id])
        count += 1
      case .loosened(let others): try setAside(id, others)
      }
      if isCounted { try uncount(row, respondent, in: "sheet") }
    }
    return count
  }

  private func setAside(_ sheet: Int, _ others: Set<String>) throws {
    try db.execute(
      sql: "UPDATE sheet SET respondent = '', is_set_aside = 1 WHERE id = ?", arguments: [sheet])
    let places =
      try Int.fetchOne(
        db, sql: "SELECT max(place) + 1 FROM written_name WHERE sheet = ?", arguments: [sheet])
      ?? 0
    for (place, other) in others.sorted().enumerated() {
      try db.execute(
        sql: "INSERT INTO written_name (sheet, place, written) VALUES (?, ?, ?)",
        arguments: [sheet, places + place, other])
    }
  }

  /// Erases answers to surveys that say who answered, by the id of the response or by the item that
  /// asks for it.
  ///
  /// - Parameter read: Reads a definition under which answers were taken in.
  /// - Returns: How many went.
  /// - Throws: The error of the database.
  func eraseResponses(definition read: ([UInt8]) -> Instrument?) throws -> Int {
    var count = 0
    for (collection, instrument) in try KeptDefinition.all(in: db, reading: read) {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, batch, respondent, record FROM response
          WHERE batch IN (SELECT id FROM batch WHERE collection = ?) ORDER BY id DESC
          """, arguments: [collection])
      let respondents = try rows.map { row in
        try [row.optionalText("respondent"), asked(row, instrument)].compactMap { $0 }
      }
      let meanings = try NameMeanings(
        of: Set(respondents.flatMap { $0 }), erasing: name, in: db)
      for (row, own) in zip(rows, respondents) {
        switch fate(of: own, meanings) {
        case .stays: continue
        case .goes:
          try db.execute(
            sql: "DELETE FROM response WHERE id = ?", arguments: [row.integer("id")])
          try uncount(row, try row.optionalText("respondent"), in: "response")
          count += 1
        case .loosened:
          let table = try KeptDefinition.table(row.bytes("record"), instrument)
          try db.execute(
            sql: "UPDATE response SET respondent = NULL, record = ? WHERE id = ?",
            arguments: [
              KeptDefinition.record(table.withoutRespondents()).databaseValue, row.integer("id"),
            ])
        }
      }
    }
    return count
  }

  /// What a response says of who gave it.
  private func asked(_ row: Row, _ instrument: Instrument) throws -> String? {
    guard let item = instrument.respondent else { return nil }
    let table = try KeptDefinition.table(row.bytes("record"), instrument)
    guard case .texts(let texts)? = table.items[item.id] else { return nil }
    return texts[0].isEmpty ? nil : texts[0]
  }

  /// Takes a row out of the figures of its import.
  private func uncount(_ row: Row, _ respondent: String?, in table: String) throws {
    let batch = try row.integer("batch")
    let earlier =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM \(table) WHERE respondent = ? AND batch IN (SELECT id FROM batch
            WHERE id < ? AND collection = (SELECT collection FROM batch WHERE id = ?))
          """, arguments: [respondent, batch, batch]) ?? 0
    let figure = earlier > 0 ? "updated" : "added"
    try db.execute(
      sql: """
        UPDATE import SET read = read - 1, \(figure) = \(figure) - 1
        WHERE batch = ? AND \(figure) > 0
        """, arguments: [batch])
  }
}
