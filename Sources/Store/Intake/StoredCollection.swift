import GRDB
import Instruments

/// A collection that holds answers, with the definition under which they came in.
struct StoredCollection {
  let id: Int64
  let minimum: Int
  private let hash: String
  private let source: [UInt8]

  init(_ row: Row) throws {
    id = Int64(try row.integer("id"))
    minimum = try row.integer("minimum")
    hash = try row.text("hash")
    source = try row.bytes("source")
  }

  /// The instrument that the answers are to; it must be the very one that they came in under.
  func instrument(_ read: ([UInt8]) -> Instrument?, in file: String) throws -> Instrument {
    guard let instrument = read(source), instrument.hash == hash else {
      throw StoreTrouble.damaged(file: file)
    }
    return instrument
  }
}

extension ImportBook {
  /// A collection that holds answers; `nil` where a round has none to the instrument.
  func stored(round: String, instrument: String) throws -> StoredCollection? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT collection.id, minimum, hash, source FROM collection
        JOIN definition ON definition.hash = collection.definition
        WHERE round = ? AND collection.instrument = ?
          AND EXISTS (SELECT 1 FROM batch WHERE batch.collection = collection.id)
        """, arguments: [round, instrument])
    return try row.map(StoredCollection.init)
  }
}
