import Instruments
public import Responses

extension Audit {
  /// Takes the responses of a survey in: those of an anonymous one apart from what is known of people.
  ///
  /// - Parameters:
  ///   - outcome: The responses as they were read.
  ///   - intake: Of which round and instrument, and how.
  ///   - actor: Who takes them in; not kept with anonymous ones.
  ///   - progress: Called now and then with the rows written so far.
  /// - Returns: What became of the file.
  /// - Throws: `StoreTrouble`; nothing is then taken in.
  public func take(
    _ outcome: ResponseImport.Outcome, _ intake: Intake, by actor: Actor,
    progress: (Int) -> Void = { _ in }
  ) throws -> IntakeResult {
    let isAnonymous = intake.instrument.privacy == .anonymous
    if let other = try otherEdition(of: intake, in: isAnonymous ? .identity : .answers) {
      return other
    }
    return isAnonymous
      ? try answers().take(outcome, intake, progress: progress)
      : try people().take(outcome, intake, by: actor, progress: progress)
  }

  /// Takes the sheets of a nominations file in.
  ///
  /// - Returns: What became of the file.
  /// - Throws: `StoreTrouble`; nothing is then taken in.
  public func take(
    _ sheets: NominationImport.Sheets, _ intake: Intake, by actor: Actor,
    progress: (Int) -> Void = { _ in }
  ) throws -> IntakeResult {
    if let other = try otherEdition(of: intake, in: .answers) { return other }
    return try people().take(sheets, intake, by: actor, progress: progress)
  }

  /// Answers of one round to one instrument stand in one database; an edition with another `privacy`
  /// would divide them, and figures would be those of one half.
  private func otherEdition(of intake: Intake, in kind: DatabaseKind) throws -> IntakeResult? {
    try database(kind).read { db in
      let book = ImportBook(db: db, kind: kind)
      let found = try book.stored(round: intake.round, instrument: intake.instrument.id)
      return try found.map { _ in try book.otherEdition(intake) }
    }
  }
}
