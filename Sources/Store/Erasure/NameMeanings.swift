import GRDB
import Instruments
import Responses

/// Which texts mean a pupil who is erased, or could, and whom else they could mean.
struct NameMeanings {
  /// The ids of the others whom each such text could mean.
  let others: [String: Set<String>]

  /// Looks the texts up on every roll.
  ///
  /// Those who stand on a roll beside the pupil are candidates as they were to the analysis; on the
  /// other rolls only those who are called just so, since there the name never was the pupil's.
  init(of texts: Set<String>, erasing name: ErasedName, in db: Database) throws {
    let texts = texts.sorted()
    let book = RollBook(db: db)
    let own = try Set(
      Int64.fetchAll(
        db, sql: "SELECT roll FROM pupil WHERE id = ? AND has_left = 0", arguments: [name.id]))
    var meant: [String: Set<String>] = [:]
    var bearers: [String: Set<String>] = [:]
    for id in try Int64.fetchAll(db, sql: "SELECT DISTINCT roll FROM pupil") {
      let roll = Roll(try book.records(of: id))
      for (text, ids) in zip(texts, roll.bearers(of: texts)) where !ids.isEmpty {
        bearers[text, default: []].formUnion(ids)
      }
      guard own.contains(id) else { continue }
      for (text, ids) in zip(texts, roll.meanings(of: texts, reach: .school))
      where ids.contains(name.id) {
        meant[text, default: []].formUnion(ids)
      }
    }
    var others: [String: Set<String>] = [:]
    for text in texts where meant[text] != nil || text == name.id || name.stands(in: text) {
      others[text] = (meant[text] ?? []).union(bearers[text] ?? []).subtracting([name.id])
    }
    self.others = others
  }
}
