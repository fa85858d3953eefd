import GRDB
public import Instruments
public import Responses

extension IdentityStore {
  /// Takes the responses of a survey in that ties answers to people: all of them or nothing.
  ///
  /// - Returns: What became of the file.
  /// - Throws: `StoreTrouble`; nothing is then taken in.
  public func take(
    _ outcome: ResponseImport.Outcome, _ intake: Intake, by actor: Actor,
    progress: (Int) -> Void = { _ in }
  ) throws -> IntakeResult {
    let table = outcome.table
    let packer = ResponsePacker(table)
    let rows = (0..<table.rowCount).map { row in
      var bytes: [UInt8] = []
      packer.pack(row: row, into: &bytes)
      return bytes
    }
    let people = (0..<table.rowCount).map { row -> String? in
      let id = table.identifiers?[row] ?? ""
      return id.isEmpty ? nil : id
    }
    return try database.write(isRehearsal: intake.isRehearsal) { db in
      try NamedIntake(db: db, intake: intake, actor: actor).run(
        outcome.ledger, rows: zip(people, rows).map { Array(($0 ?? "").utf8) + [0] + $1 }
      ) { batches in
        let answers = rows.indices.map { row in
          PersonIntake.Answer(
            person: people[row], rows: [row], hash: Checksum.of(rows[row]),
            moment: table.moments?[row])
        }
        return PersonIntake.decide(
          answers, against: try Self.known(batches, in: db), overlap: intake.overlap)
      } insert: { kept, batch in
        let statement = try db.makeStatement(
          sql: "INSERT INTO response (batch, respondent, handed_in, record) VALUES (?, ?, ?, ?)")
        for (count, row) in kept.enumerated() {
          try statement.execute(arguments: [
            batch, people[row], table.moments?[row], rows[row].databaseValue,
          ])
          if count % 1_024 == 0 { progress(count) }
        }
        progress(kept.count)
      }
    }
  }

  private static func known(_ batches: [Int64], in db: Database) throws -> PersonIntake.Known {
    var known = PersonIntake.Known()
    for row in try counting(batches, in: db) {
      let hash = Checksum.of(try row.bytes("record"))
      if let person = try row.optionalText("respondent") {
        known.people[person] = (hash, try row.optionalInteger("handed_in"))
      } else {
        known.others[hash, default: 0] += 1
      }
    }
    return known
  }

  /// The responses that count: of each known person the last that was taken in.
  private static func counting(_ batches: [Int64], in db: Database) throws -> [Row] {
    let list = batches.map(String.init).joined(separator: ", ")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT respondent, handed_in, record FROM response AS own WHERE batch IN (\(list))
        AND (respondent IS NULL OR id = (SELECT max(id) FROM response AS other
          WHERE other.respondent = own.respondent AND batch IN (\(list)))) ORDER BY id
        """)
  }

  /// The responses of a survey in a round; `nil` where none were taken in.
  ///
  /// - Parameters:
  ///   - round: The id of the round.
  ///   - instrument: The id of the instrument.
  ///   - read: Reads the definition under which the answers were taken in.
  /// - Returns: Of each known person the last response, and where the rows of all files went.
  /// - Throws: `StoreTrouble`; also where the definition cannot be read any more.
  public func responses(
    round: String, instrument: String, definition read: ([UInt8]) -> Instrument?
  ) throws -> AnswerStore.Responses? {
    try database.read { db in
      let book = ImportBook(db: db, kind: .identity)
      guard let found = try book.stored(round: round, instrument: instrument) else { return nil }
      var unpacker = ResponseUnpacker(try found.instrument(read, in: database.path))
      for row in try Self.counting(book.batches(of: found.id), in: db) {
        let isWhole = try row.bytes("record").withUnsafeBufferPointer { unpacker.append($0) }
        guard isWhole else { throw StoreTrouble.damaged(file: database.path) }
      }
      let table = unpacker.table()
      return AnswerStore.Responses(
        table: table,
        ledger: try book.ledger(
          of: found.id, rows: table.rowCount, unreadableCells: table.unreadableCells),
        minimum: found.minimum)
    }
  }
}
