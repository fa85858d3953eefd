import GRDB
import Responses

/// The sheets of names in the database.
struct SheetBook {
  let db: Database

  /// A sheet with its place in the database.
  struct Entry {
    let id: Int64
    let batch: Int64
    let sheet: NominationSheet
  }

  /// The sheets of some batches, in the order in which they were taken in.
  func entries(of batches: [Int64]) throws -> [Entry] {
    let list = batches.map(String.init).joined(separator: ", ")
    var names: [Int64: [NominationSheet.Name]] = [:]
    let written = try Row.fetchAll(
      db,
      sql: """
        SELECT sheet, written, could_be FROM written_name
        WHERE sheet IN (SELECT id FROM sheet WHERE batch IN (\(list))) ORDER BY sheet, place
        """)
    for row in written {
      let sheet = Int64(try row.integer("sheet"))
      if let text = try row.optionalText("written") {
        names[sheet, default: []].append(.written(text))
      } else {
        let ids = try row.text("could_be").split(separator: "\n").map(String.init)
        names[sheet, default: []].append(.erased(couldBe: ids))
      }
    }
    let sheets = try Row.fetchAll(
      db, sql: "SELECT * FROM sheet WHERE batch IN (\(list)) ORDER BY id")
    return try sheets.map { row in
      let id = Int64(try row.integer("id"))
      return Entry(
        id: id, batch: Int64(try row.integer("batch")),
        sheet: NominationSheet(
          respondent: try row.text("respondent"), record: try row.integer("record"),
          moment: try row.optionalInteger("handed_in"),
          isSetAside: try row.integer("is_set_aside") == 1, names: names[id] ?? []))
    }
  }

  /// The ids of everybody who stands on a roll.
  func pupils() throws -> Set<String> {
    try Set(String.fetchAll(db, sql: "SELECT DISTINCT id FROM pupil"))
  }

  /// Of each person's sheets those of the latest file; sheets of nobody known all count.
  func counting(of batches: [Int64]) throws -> [NominationSheet] {
    let entries = try entries(of: batches)
    let pupils = try pupils()
    var latest: [String: Int64] = [:]
    for entry in entries where entry.sheet.isOfSomebody(among: pupils) {
      latest[entry.sheet.respondent] = max(latest[entry.sheet.respondent] ?? 0, entry.batch)
    }
    return entries.filter {
      !$0.sheet.isOfSomebody(among: pupils) || latest[$0.sheet.respondent] == $0.batch
    }.map(\.sheet)
  }

  func insert(_ sheets: [NominationSheet], batch: Int64, _ progress: (Int) -> Void) throws {
    let statement = try db.makeStatement(
      sql: """
        INSERT INTO sheet (batch, respondent, record, handed_in, is_set_aside)
        VALUES (?, ?, ?, ?, ?)
        """)
    let name = try db.makeStatement(
      sql: "INSERT INTO written_name (sheet, place, written, could_be) VALUES (?, ?, ?, ?)")
    for (count, sheet) in sheets.enumerated() {
      try statement.execute(arguments: [
        batch, sheet.respondent, sheet.record, sheet.moment, sheet.isSetAside ? 1 : 0,
      ])
      let id = db.lastInsertedRowID
      for (place, written) in sheet.names.enumerated() {
        switch written {
        case .written(let text): try name.execute(arguments: [id, place, text, nil])
        case .erased(let ids):
          try name.execute(arguments: [id, place, nil, ids.joined(separator: "\n")])
        }
      }
      if count % 1_024 == 0 { progress(count) }
    }
    progress(sheets.count)
  }

  func remove(batch: Int64) throws {
    try db.execute(
      sql: "DELETE FROM written_name WHERE sheet IN (SELECT id FROM sheet WHERE batch = ?)",
      arguments: [batch])
    try db.execute(sql: "DELETE FROM sheet WHERE batch = ?", arguments: [batch])
  }
}

extension NominationSheet {
  /// Whether one of the pupils gave it, who can give another: not a row that was set aside, and not
  /// one of somebody whose name could be that of several.
  func isOfSomebody(among pupils: Set<String>) -> Bool {
    !isSetAside && pupils.contains(respondent)
  }

  /// What the sheet says, for telling equal ones.
  var bytes: [UInt8] {
    var bytes = Array(respondent.utf8) + [0, isSetAside ? 1 : 0]
    for name in names {
      switch name {
      case .written(let text): bytes += [1] + Array(text.utf8) + [0]
      case .erased(let ids): bytes += [2] + Array(ids.joined(separator: "\n").utf8) + [0]
      }
    }
    return bytes
  }
}
