import GRDB
public import Instruments
public import Responses

extension IdentityStore {
  /// Takes the sheets of a nominations file in: all of them or nothing.
  ///
  /// - Returns: What became of the file.
  /// - Throws: `StoreTrouble`; nothing is then taken in.
  public func take(
    _ sheets: NominationImport.Sheets, _ intake: Intake, by actor: Actor,
    progress: (Int) -> Void = { _ in }
  ) throws -> IntakeResult {
    try database.write(isRehearsal: intake.isRehearsal) { db in
      try NamedIntake(db: db, intake: intake, actor: actor).run(
        sheets.ledger, rows: sheets.sheets.map(\.bytes)
      ) { batches in
        let book = SheetBook(db: db)
        let there = try batches.isEmpty ? [] : book.counting(of: batches)
        let pupils = try book.pupils()
        return PersonIntake.decide(
          Self.answers(sheets.sheets, pupils), against: Self.known(there, pupils),
          overlap: intake.overlap)
      } insert: { rows, batch in
        try SheetBook(db: db).insert(rows.map { sheets.sheets[$0] }, batch: batch, progress)
      }
    }
  }

  private static func known(_ sheets: [NominationSheet], _ pupils: Set<String>)
    -> PersonIntake.Known
  {
    var known = PersonIntake.Known()
    for answer in answers(sheets, pupils) {
      if let person = answer.person {
        known.people[person] = (answer.hash, answer.moment)
      } else {
        known.others[answer.hash, default: 0] += 1
      }
    }
    return known
  }

  /// The sheets of each person together, whatever their order.
  private static func answers(_ sheets: [NominationSheet], _ pupils: Set<String>)
    -> [PersonIntake.Answer]
  {
    var rows: [String: [Int]] = [:]
    var answers: [PersonIntake.Answer] = []
    for (row, sheet) in sheets.enumerated() {
      if sheet.isOfSomebody(among: pupils) {
        rows[sheet.respondent, default: []].append(row)
      } else {
        answers.append(
          PersonIntake.Answer(
            person: nil, rows: [row], hash: Checksum.of(sheet.bytes), moment: nil,
            isSetAside: sheet.isSetAside))
      }
    }
    for (person, own) in rows.sorted(by: { $0.value[0] < $1.value[0] }) {
      answers.append(
        PersonIntake.Answer(
          person: person, rows: own, hash: own.reduce(0) { $0 &+ Checksum.of(sheets[$1].bytes) },
          moment: own.compactMap { sheets[$0].moment }.max()))
    }
    return answers
  }

  /// The sheets of a nominations question in a round; `nil` where none were taken in.
  ///
  /// - Parameters:
  ///   - round: The id of the round.
  ///   - instrument: The id of the instrument.
  ///   - read: Reads the definition under which the sheets were taken in.
  /// - Returns: The sheets that count, and where the rows of all files went.
  /// - Throws: `StoreTrouble`; also where the definition cannot be read any more.
  public func nominations(
    round: String, instrument: String, definition read: ([UInt8]) -> Instrument?
  ) throws -> Nominations? {
    try database.read { db in
      let book = ImportBook(db: db, kind: .identity)
      guard let found = try book.stored(round: round, instrument: instrument) else { return nil }
      let definition = try found.instrument(read, in: database.path)
      let sheets = try SheetBook(db: db).counting(of: book.batches(of: found.id))
      return Nominations(
        instrument: definition,
        sheets: NominationImport.Sheets(
          sheets: sheets,
          ledger: try book.ledger(of: found.id, rows: sheets.count { !$0.isSetAside })),
        minimum: found.minimum)
    }
  }
}
