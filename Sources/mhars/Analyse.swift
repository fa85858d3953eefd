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
      With a file nothing is stored and nothing is hidden: this is for whoever holds it. Without \
      one the answers of an audit are analysed, and groups too small to be shown are held back.

      Examples:
        mhars analyse SampleData/staff-wellbeing.csv --instrument staff-wellbeing \
      --by role --population SampleData/staff-counts.csv
        mhars analyse SampleData/pupil-safety.csv --instrument pupil-safety \
      --by year_group --persons --format csv
        mhars analyse SampleData/trusted-peers.csv --instrument trusted-peers \
      --roll SampleData/roll.csv
        mhars analyse SampleData/trusted-peers.csv --instrument trusted-peers \
      --roll SampleData/roll.csv --aggregate
        mhars analyse --instrument pupil-safety --by year_group --audit larkfield
      """)

  @Argument(help: ArgumentHelp("The export to analyse; none in an audit.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("The instrument: its id, or a path.", valueName: "id"))
  var instrument: String

  @Option(
    help: ArgumentHelp(
      "A column to split by: an item, a column of the file, or of the roll; in an audit also "
        + "'round'. May be repeated.",
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
      "A CSV of decisions about written names: 'written', 'decision', 'pupil' and, if wanted, "
        + "'class'. An audit keeps its own; see mhars names.", valueName: "file"))
  var decisions: String?

  @Option(
    help: ArgumentHelp(
      "The group within which pupils are counted: class, year or school.", valueName: "scope"))
  var scope: NominationRule.Scope?

  @Option(
    help: ArgumentHelp(
      "The round: of the audit, or to take from a nominations file.", valueName: "round"))
  var round: String?

  @Option(help: ArgumentHelp("The column that identifies a response.", valueName: "column"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "Two values of --by to compare, with a comma between. May be repeated.", valueName: "a,b"))
  var compare: [String] = []

  @Flag(help: "Compute omega and the other figures of reliability too.")
  var reliability = false

  @Flag(help: "Print how pupils name each other: density, reciprocity, cliques and the like.")
  var indices = false

  @Flag(
    help: "List the pupils by name, for the safeguarding lead; in an audit that goes on record.")
  var named = false

  @Flag(help: "Leave the pupils of a nominations file out: only the groups, and nobody's name.")
  var aggregate = false

  @Option(
    help: ArgumentHelp(
      "The folder of the audit; the current one if not named.",
      valueName: "folder"))
  var audit: String?

  @OptionGroup(title: "Single responses of a survey") var personOptions: PersonOptions
  @OptionGroup(title: "Comparing rounds") var earlierOptions: EarlierOptions
  @OptionGroup var responseOptions: ResponseOptions
  @OptionGroup(title: "Files") var fileOptions: FileOptions
  @OptionGroup(title: "Recipes") var recipeOptions: RecipeOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func validate() throws {
    guard files.count <= 1 else {
      throw ValidationError("analyse reads one export at a time; run it once for each.")
    }
    if !files.isEmpty, audit != nil {
      throw ValidationError("Give a file or an audit, not both.")
    }
    if !files.isEmpty, named {
      throw ValidationError("--named is for an audit; of a file all pupils are listed.")
    }
    if files.isEmpty, aggregate {
      throw ValidationError(
        "--aggregate is for a file; in an audit the pupils are left out unless --named asks for "
          + "them.")
    }
    if files.isEmpty, earlierOptions.earlier != nil || earlierOptions.earlierRoll != nil {
      throw ValidationError(
        "--earlier, --earlier-instrument and --earlier-roll are for files; in an audit name the round with "
          + "--earlier-round.")
    }
    if files.isEmpty, roll != nil || population != nil || id != nil || decisions != nil {
      throw ValidationError(
        "--roll, --population, --id and --decisions are for files; an audit has its own. To "
          + "analyse a file, name it.")
    }
    try personOptions.validate(
      isFile: !files.isEmpty, format: outputOptions.format,
      grouped: population != nil || !compare.isEmpty || reliability || earlierOptions.isGiven)
    for pair in compare where Pair(comparing: pair) == nil {
      throw ValidationError("--compare takes two values with a comma between, such as a,b.")
    }
    try responseOptions.refuse(ofAudit: files.isEmpty)
    if files.isEmpty, recipeOptions.isGiven {
      throw ValidationError(
        "--map, --save-map and --explain are for files; an audit reads none to analyse.")
    }
    guard Set(by).count == by.count else {
      throw ValidationError("A column is named twice with --by; name it once.")
    }
    if !compare.isEmpty, by.isEmpty {
      throw ValidationError("--compare needs --by, the column whose values are compared.")
    }
  }

  func run() throws {
    guard let file = files.first else {
      return try tellingTrouble { try AuditAnalysis(command: self).run() }
    }
    try analyse(file)
  }

  private func analyse(_ file: String) throws {
    let inputs =
      [file]
      + [
        roll, population, instrument, decisions, earlierOptions.earlier,
        earlierOptions.earlierInstrument, earlierOptions.earlierRoll,
      ].compactMap { $0 }
    try outputOptions.refuse(overwriting: inputs)
    try OutputOptions.refuse(
      personOptions.dictionary, of: "--dictionary", overwriting: inputs)
    if let dictionary = personOptions.dictionary, let output = outputOptions.output,
      OutputOptions.isSame(dictionary, output)
    {
      throw ValidationError("--dictionary and --output name one file; choose two.")
    }
    try recipeOptions.refuse(
      overwriting: [file] + [roll, population, instrument, outputOptions.output].compactMap { $0 })
    var console = Console()
    let instrument = InstrumentShelf().instrument(self.instrument, &console)
    guard let instrument else {
      try console.stopOnErrors()
      return
    }
    if instrument.nomination != nil {
      try analyseNominations(instrument, in: file, &console)
    } else {
      try analyseSurvey(instrument, in: file, &console)
    }
  }
}

extension NominationRule.Scope: ExpressibleByArgument {}
