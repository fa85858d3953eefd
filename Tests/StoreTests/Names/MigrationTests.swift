import Foundation
import GRDB
import Instruments
import Responses
import Testing

@testable import Store

/// Databases of earlier versions, which are brought up to date when they are opened.
struct MigrationTests {
  /// Writes a database as version 1 of the program made it, with a roll in it.
  private func first(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { db in
      _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA application_id = \(DatabaseKind.identity.applicationID)")
    }
    try queue.inTransaction(.immediate) { db in
      try db.execute(sql: DatabaseKind.identity.migrations[0])
      try db.execute(
        sql: """
          INSERT INTO roll (round, day, file, pupils) VALUES ('autumn', '2026-09-01', 'r.csv', 1);
          INSERT INTO pupil VALUES (1, 'P1', 'Tom Brown', 'Tommy', 0, 0);
          PRAGMA user_version = 1;
          """)
      try Seal.write(SchemaShape(of: db).tables, in: db)
      return .commit
    }
    _ = try queue.inDatabase { try $0.checkpoint(.truncate) }
    try queue.close()
  }

  @Test func `a database of version 1 keeps its rows and takes decisions`() throws {
    let place = try Place()
    let path = place.path + "/identity.db"
    try first(path)
    for _ in 0..<2 {
      let store = IdentityStore(database: try AuditDatabase.open(.identity, at: path))
      let pupils = try #require(try store.roll(in: ["autumn"])).records
      #expect(pupils.map(\.name) == ["Tom Brown"])
      #expect(pupils.map(\.aliases) == [""])
      try store.decide(
        [
          NameDecision(
            key: "abcdefghijkl", kind: .named, written: "Tom", classLabel: "", meaning: .staff)
        ], round: "autumn", instrument: "peers", detail: "1 decided", by: lead)
    }
    let store = IdentityStore(database: try AuditDatabase.open(.identity, at: path))
    #expect(try store.decisions(round: "autumn", instrument: "peers").count == 2)
  }

  @Test func `a changed database of version 1 is refused and left as it is`() throws {
    let place = try Place()
    let path = place.path + "/identity.db"
    try first(path)
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: "UPDATE pupil SET name = 'Tim Brown'") }
    _ = try queue.inDatabase { try $0.checkpoint(.truncate) }
    try queue.close()
    let before = FileManager.default.contents(atPath: path)
    #expect(throws: StoreTrouble.damaged(file: path)) {
      try AuditDatabase.open(.identity, at: path)
    }
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func `a copy of version 1 is restored`() throws {
    let test = try TestAudit()
    _ = try test.people.take(
      roll("pupil,name\nP1,Tom Brown\n"), in: ["autumn"], file: "r.csv", on: someDay, by: lead)
    let copy = test.place.path + "/copy"
    _ = try Backup.make(of: test.audit, at: copy, on: someDay)
    // What version 1 wrote: its own tables, one pupil and one roll, and a list of these.
    try FileManager.default.removeItem(atPath: copy + "/identity.db")
    try first(copy + "/identity.db")
    let list = URL(fileURLWithPath: copy + "/" + Backup.listName)
    let text = try String(contentsOf: list, encoding: .utf8)
      .replacing("\"event\" : 1", with: "\"event\" : 0")
    let older = text.split(separator: "\n").filter { !$0.contains("name_decision") }
      .joined(separator: "\n")
    try Data(older.utf8).write(to: list)
    _ = try Backup.restore(from: copy, to: test.place.path + "/again")
    let again = try Audit.open(test.place.path + "/again", for: .reading)
    #expect(try again.people().roll(in: ["autumn"])?.records.map(\.knownAs) == ["Tommy"])
  }
}
