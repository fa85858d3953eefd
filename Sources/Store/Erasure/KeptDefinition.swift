import GRDB
import Instruments
import Responses

/// The definitions under which answers were taken in, for reading and writing them again.
enum KeptDefinition {
  /// The collections that hold answers, with their instruments.
  ///
  /// - Throws: A mismatch where a definition cannot be read, since nothing can then be found in the
  ///   answers.
  static func all(in db: Database, reading read: ([UInt8]) -> Instrument?) throws
    -> [(collection: Int64, instrument: Instrument)]
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT collection.id, source FROM collection
        JOIN definition ON definition.hash = collection.definition
        WHERE collection.id IN (SELECT collection FROM batch)
        """)
    return try rows.map { row in
      guard let instrument = read(try row.bytes("source")) else {
        throw DatabaseError(resultCode: .SQLITE_MISMATCH)
      }
      return (Int64(try row.integer("id")), instrument)
    }
  }

  /// A table of one response.
  static func table(_ record: [UInt8], _ instrument: Instrument) throws -> ResponseTable {
    var unpacker = ResponseUnpacker(instrument)
    guard record.withUnsafeBufferPointer({ unpacker.append($0) }) else {
      throw DatabaseError(resultCode: .SQLITE_MISMATCH)
    }
    return unpacker.table()
  }

  /// The one response of a table.
  static func record(_ table: ResponseTable) -> [UInt8] {
    var bytes: [UInt8] = []
    ResponsePacker(table).pack(row: 0, into: &bytes)
    return bytes
  }
}
