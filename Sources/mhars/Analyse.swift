import Analysis
public import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses

/// Computes the scores of a survey, or finds the pupils who may be isolated.
struct Analyse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compute scores, or find pupils who may be isolated.",
    discussion: """
      Nothing is stored and nothing is hidden: this is for whoever holds the file.

      Examples:
        mhars analyse SampleData/staff-wellbeing.csv --instrument staff-wellbeing \
      --by role --population SampleData/staff-counts.csv
        mhars analyse SampleData/trusted-peers.csv --instrument trusted-peers \
      --roll SampleData/roll.csv
      """)

  @Argument(help: ArgumentHelp("The export to analyse.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("The instrument: its id, or a path.", valueName: "id"))
  var instrument: String

  @Option(
    help: ArgumentHelp(
      "A column to split by: an item, a column of the file, or of the roll. May be repeated.",
      valueName: "column"))
  var by: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many could have answered: a number, or a CSV with the columns of --by and 'count'.",
      valueName: "number or file"))
  var population: String?

  @Option(help: ArgumentHelp("The pupils on roll.", valueName: "file"))
  var roll: String?

  @Option(
    help: ArgumentHelp(
      "The group within which pupils are counted: class, year or school.", valueName: "scope"))
  var scope: NominationRule.Scope?

  @Option(help: ArgumentHelp("The round to take from a nominations file.", valueName: "round"))
  var round: String?

  @Option(help: ArgumentHelp("The column that identifies a response.", valueName: "column"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "Two values of --by to compare, with a comma between. May be repeated.", valueName: "a,b"))
  var compare: [String] = []

  @Flag(help: "Compute omega and the other figures of reliability too.")
  var reliability = false

  @OptionGroup(title: "Files") var fileOptions: FileOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func validate() throws {
    guard files.count == 1 else {
      throw ValidationError("analyse reads one export at a time; run it once for each.")
    }
    for pair in compare where Pair(comparing: pair) == nil {
      throw ValidationError("--compare takes two values with a comma between, such as a,b.")
    }
    guard Set(by).count == by.count else {
      throw ValidationError("A column is named twice with --by; name it once.")
    }
    if !compare.isEmpty, by.isEmpty {
      throw ValidationError("--compare needs --by, the column whose values are compared.")
    }
  }

  func run() throws {
    try outputOptions.refuse(overwriting: files + [roll, population, instrument].compactMap { $0 })
    var console = Console()
    let instrument = InstrumentShelf().instrument(self.instrument, &console)
    guard let instrument else {
      try console.stopOnErrors()
      return
    }
    if instrument.nomination != nil {
      try analyseNominations(instrument, &console)
    } else {
      try analyseSurvey(instrument, &console)
    }
  }

  private func analyseSurvey(_ instrument: Instrument, _ console: inout Console) throws {
    if scope != nil || round != nil {
      misuse(
        "--scope and --round are for nominations; '\(instrument.id)' is a survey.")
    }
    var options = fileOptions.importOptions
    options.identifier = id
    let pupils = roll.flatMap {
      RollImport.read(FileSource(path: $0), options: options, reporting: &console.sink)
    }
    let columns = GroupingColumns(by: by, instrument: instrument, roll: pupils)
    columns.report(roll: roll, to: &console.sink)
    options.extras = columns.headingsOfFile
    let size = populationTable(options, &console.sink)
    let outcome = ResponseImport.read(
      FileSource(path: files[0]), for: instrument, options: options, reporting: &console.sink)
    guard let outcome, !console.sink.hasErrors else {
      try console.stopOnErrors()
      return
    }
    if outcome.table.rowCount == 0 {
      console.sink.error(.noResponses(outcome.ledger.read), at: Location(file: files[0]))
    }
    let groupings = columns.groupings(of: outcome.table)
    PopulationCheck(table: outcome.table, groupings: groupings, file: population ?? "").run(
      size, reporting: &console.sink)
    let pairs = compare.compactMap(Pair.init(comparing:))
    for value in pairs.flatMap({ [$0.first, $0.second] })
    where !groupings.contains(where: { $0.place(of: value) != nil }) {
      let known = groupings.flatMap(\.values)
      console.sink.error(.nothingToCompare(value, known: known), at: Location(file: files[0]))
    }
    try console.stopOnErrors()
    let figures = SurveyAnalysis(
      outcome.table, ledger: outcome.ledger, groupings: groupings, population: size,
      pairs: pairs.isEmpty ? nil : pairs.map { ($0.first, $0.second) },
      wantsReliability: reliability
    ).figures()
    try write(figures.released(under: .holder))
    if outcome.ledger.needsPerson { throw ExitCode.needsPerson }
  }

  private func populationTable(
    _ options: ImportOptions, _ sink: inout DiagnosticSink
  ) -> PopulationTable? {
    guard let population else { return nil }
    if population.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let total = Int(population) {
      return PopulationTable(total: total)
    }
    return PopulationTable.read(FileSource(path: population), options: options, reporting: &sink)
  }

  private func write(_ release: Release<SurveyFigures>) throws {
    try outputOptions.write(
      text: { SurveyText(release, style: $0).text() },
      json: { SurveyJSON.write(release, to: $0) }, csv: { SurveyCSV.write(release, to: $0) })
  }

  private func analyseNominations(_ instrument: Instrument, _ console: inout Console) throws {
    guard let roll else {
      misuse(
        "'\(instrument.id)' asks for names: give the pupils on roll with --roll, since without it "
          + "nobody can be called isolated.")
    }
    if !by.isEmpty || population != nil || !compare.isEmpty || reliability || id != nil {
      misuse(
        "--by, --population, --compare, --reliability and --id are for surveys; nominations are "
          + "grouped by the roll.")
    }
    let options = fileOptions.importOptions
    let found = NominationsInput(
      file: files[0], roll: roll, round: round, scope: scope
    ).read(instrument, options: options, &console)
    try console.stopOnErrors()
    guard let found else { return }
    let release = found.figures.released(under: .holder)
    try outputOptions.write(
      text: { NominationText(release, pupils: found.pupils, style: $0).text() },
      json: { NominationJSON.write(release, pupils: found.pupils, to: $0) },
      csv: { NominationCSV.write(release, pupils: found.pupils, to: $0) })
    if found.needsPerson { throw ExitCode.needsPerson }
  }
}

extension NominationRule.Scope: ExpressibleByArgument {}
