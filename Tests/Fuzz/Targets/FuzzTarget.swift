/// A reader of foreign files with what must hold of it whatever the bytes.
enum FuzzTarget: String, CaseIterable {
  /// The CSV layer. The first byte is the delimiter.
  case csv
  /// Exports of a survey. The first byte says which tool, the second what the person says.
  case answers
  /// Workbooks and archives as they come.
  case archive
  /// The parts of a workbook, packed soundly, each below a line `@@ name`.
  case sheet
  /// Instruments, framework packs and audit plans.
  case instrument
  /// Rolls.
  case roll
  /// Nominations. The first byte says what the person says.
  case nominations
  /// Recipes of an import.
  case recipe
  /// Tables of decisions about names.
  case decisions

  /// Runs one input; the same input always gives the same.
  ///
  /// - Throws: `Finding` where something does not hold.
  func run(_ bytes: [UInt8]) throws {
    switch self {
    case .csv: try CSVTarget.run(bytes)
    case .answers: try AnswersTarget.run(bytes)
    case .archive: try ArchiveTarget.run(bytes)
    case .sheet: try ArchiveTarget.run(StoredArchive.packed(bytes))
    case .instrument: try InstrumentTarget.run(bytes)
    case .roll: try PeopleTarget.readRoll(bytes)
    case .nominations: try PeopleTarget.readNominations(bytes)
    case .recipe: try RecipeTarget.run(bytes)
    case .decisions: try PeopleTarget.readDecisions(bytes)
    }
  }
}
