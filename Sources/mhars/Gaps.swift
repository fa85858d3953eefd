import Analysis
import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses

/// Prints the component gap table.
struct Gaps: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the component gap table.",
    discussion: """
      The n-th file belongs to the n-th --instrument. With files nothing is stored and nothing is \
      hidden: this is for whoever holds them. Without any the answers of an audit are used, as its \
      plan says, and groups too small to be shown are held back.

      Examples:
        mhars gaps --audit larkfield
        mhars gaps SampleData/staff-wellbeing.csv SampleData/pupil-safety.csv \
      --instrument staff-wellbeing --instrument pupil-safety --population staff=42 \
      --population pupils=240
      """)

  @Argument(
    help: ArgumentHelp(
      "The exports, one for each instrument; none in an audit.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "The instrument of each file, in the same order: its id, or a path.", valueName: "id"))
  var instrument: [String] = []

  @Option(
    help: ArgumentHelp(
      "The framework pack or crosswalk: its id, or a path. The default is that of the instruments, or "
        + "of the audit's plan.",
      valueName: "id"))
  var framework: String?

  @Option(
    help: ArgumentHelp(
      "The earlier round of the audit to compare the ledger with; the nearest before with one if not "
        + "named.", valueName: "round"))
  var earlierRound: String?

  @Option(help: ArgumentHelp("The index that the school aims for, 0 to 100.", valueName: "index"))
  var target: Double?

  @Option(
    help: ArgumentHelp(
      "How many of an audience could have answered, such as staff=42. May be repeated.",
      valueName: "audience=number"))
  var population: [String] = []

  @Option(
    help: ArgumentHelp(
      "A component that the school does not have, with its reason. May be repeated.",
      valueName: "component=reason"))
  var notApplicable: [String] = []

  @Option(help: ArgumentHelp("The pupils on roll, for nominations.", valueName: "file"))
  var roll: String?

  @Option(help: ArgumentHelp("The round of the audit.", valueName: "round"))
  var round: String?

  @Option(
    help: ArgumentHelp(
      "The folder of the audit; the current one if not named.", valueName: "folder"))
  var audit: String?

  @OptionGroup var responseOptions: ResponseOptions
  @Option(
    help: ArgumentHelp(
      "A recipe of one of the files; it says for which instrument it is. May be repeated.",
      valueName: "file"))
  var map: [String] = []

  @OptionGroup(title: "Recipes") var confirmOptions: ConfirmOptions
  @OptionGroup(title: "Files") var fileOptions: FileOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func validate() throws {
    if files.isEmpty, instrument.isEmpty {
      try responseOptions.refuse(ofAudit: true)
      guard target == nil, population.isEmpty, notApplicable.isEmpty, roll == nil
      else {
        throw ValidationError(
          "--target, --population, --not-applicable and --roll are for files; an audit says these in "
            + "audit.yaml.")
      }
      guard map.isEmpty, confirmOptions.confirm.isEmpty, !confirmOptions.explain else {
        throw ValidationError(
          "--map, --confirm and --explain are for files; an audit reads none for its gap table.")
      }
      return
    }
    if audit != nil || round != nil || earlierRound != nil {
      throw ValidationError(
        "Give files or an audit, not both; --round and --earlier-round are for an audit.")
    }
    guard files.count == instrument.count else {
      throw ValidationError(
        "There are \(files.count) files and \(instrument.count) --instrument options; give one for "
          + "each file, in the same order.")
    }
    guard Set(instrument).count == instrument.count else {
      throw ValidationError("An instrument is named twice; join its files into one first.")
    }
    guard (0...100).contains(target ?? 0) else {
      throw ValidationError("--target is an index from 0 to 100.")
    }
    _ = populations()
    for entry in notApplicable where Pair(entry, at: "=") == nil {
      throw ValidationError(
        "--not-applicable takes component=reason, such as digital='no devices'.")
    }
  }

  func run() throws {
    if files.isEmpty { return try tellingTrouble { try AuditGaps(command: self).run() } }
    try runOnFiles()
  }

  private func runOnFiles() throws {
    try outputOptions.refuse(overwriting: files + instrument + map + [roll].compactMap { $0 })
    var console = Console()
    let shelf = InstrumentShelf()
    let instruments = instrument.map { shelf.instrument($0, &console) }
    try console.stopOnErrors()
    let pack = pack(shelf, instruments.compactMap { $0 }, &console)
    try console.stopOnErrors()
    let recipes = GapRecipes(
      map, confirmOptions.confirm, for: instruments.compactMap { $0 }, &console)
    let ids = instruments.compactMap { $0?.id }
    guard Set(ids).count == ids.count else {
      misuse("An instrument is named twice; join its files into one first.")
    }
    let audiences = Set(instruments.compactMap { $0?.audience })
    let sizes = populations()
    for audience in sizes.keys.sorted(by: { $0.rawValue < $1.rawValue })
    where !audiences.contains(audience) {
      console.sink.warning(
        .populationWithoutFile(audience.rawValue), at: Location(file: "--population"))
    }
    guard let pack else { return }
    let excused = notApplicable(in: pack)
    var sources: [GapSource] = []
    var needsPerson = false
    for (file, instrument) in zip(files, instruments.compactMap { $0 }) {
      let source = try read(file, instrument, sizes, recipes, &needsPerson, &console)
      sources += source ?? []
    }
    try console.stopOnErrors()
    let table = GapAnalysis(
      sources, framework: pack, target: target ?? GapAnalysis.defaultTarget,
      notApplicable: excused
    ).table()
    try write(table.released(under: .holder))
    if needsPerson { throw ExitCode.needsPerson }
  }

  private func read(
    _ file: String, _ instrument: Instrument, _ sizes: [Instrument.Audience: Int],
    _ recipes: GapRecipes, _ needsPerson: inout Bool, _ console: inout Console
  ) throws -> [GapSource]? {
    var options = fileOptions.importOptions
    options.minimumAnswered = responseOptions.minimumAnswered
    recipes.apply(to: &options, for: instrument)
    guard let (export, _) = confirmOptions.open(file, instrument, options, &console) else {
      return nil
    }
    if instrument.nomination != nil {
      guard let roll else {
        misuse("'\(instrument.id)' asks for names: give the roll with --roll.")
      }
      let found = NominationsInput(file: file, export: export, roll: roll, round: nil, scope: nil)
        .read(instrument, options: options, &console)
      needsPerson = needsPerson || found?.needsPerson == true
      return found.map { [.nominations($0.figures)] }
    }
    let bar = Progress("of \(file.clipped) read")
    let outcome = ResponseImport.read(
      export, for: instrument, options: options, progress: bar.show(share:),
      reporting: &console.sink)
    bar.end()
    needsPerson = needsPerson || outcome?.ledger.needsPerson == true
    if instrument.record == nil, let size = sizes[instrument.audience], let outcome,
      outcome.table.rowCount > size
    {
      console.sink.error(
        .moreAnswersThanPeople(outcome.table.rowCount, size), at: Location(file: file))
    }
    console.sink.refuseEmpty(outcome, from: file)
    return outcome.map { GapSource.all(in: $0.table, population: sizes[instrument.audience]) }
  }

  /// The pack to sort the evidence by, against which the instruments are checked.
  private func pack(
    _ shelf: InstrumentShelf, _ instruments: [Instrument], _ console: inout Console
  ) -> Framework? {
    let named = Array(Set(instruments.compactMap(\.framework))).sorted()
    guard let id = framework ?? named.first else {
      console.sink.error(.noFramework, at: Location(file: "mhars gaps"))
      return nil
    }
    if framework == nil, named.count > 1 {
      console.sink.error(.severalFrameworks(named), at: Location(file: "mhars gaps"))
      return nil
    }
    return shelf.framework(id, &console)
  }

  private func populations() -> [Instrument.Audience: Int] {
    var sizes: [Instrument.Audience: Int] = [:]
    for entry in population {
      guard let pair = Pair(entry, at: "="),
        let audience = Instrument.Audience(rawValue: pair.first),
        let size = Int(pair.second), size > 0
      else {
        let known = Instrument.Audience.allCases.map(\.rawValue)
        misuse(
          "--population takes audience=number, such as staff=42; the audiences are "
            + NearestName.quoted(known) + ".")
      }
      sizes[audience] = size
    }
    return sizes
  }

  private func notApplicable(in pack: Framework) -> [String: String] {
    var reasons: [String: String] = [:]
    for pair in notApplicable.compactMap({ Pair($0, at: "=") }) {
      let name = pair.first
      let component = pack.components.first { $0.id == name || $0.code == name }
      guard let component else {
        let known = pack.components.map(\.id)
        misuse(
          "'\(name)' is no component of \(pack.id); "
            + NearestName.remedy(for: name, among: known, lead: "its components are"))
      }
      reasons[component.id] = pair.second
    }
    return reasons
  }

  func write(_ release: Release<GapTable>, heading: ReportHeading = ReportHeading()) throws {
    try outputOptions.write(
      text: { GapText(release, style: $0, heading: heading).text() },
      json: { GapJSON.write(release, heading: heading, to: $0) },
      csv: { GapCSV.write(release, to: $0) })
  }
}

extension Diagnostic.Message {
  static func populationWithoutFile(_ audience: String) -> Self {
    Self(
      id: "population-without-file",
      "it gives the number of \(audience), and no file is of theirs; nothing is made of it")
  }

  static let noFramework = Self(
    id: "no-framework-chosen",
    "none of the instruments names a framework; choose one with --framework")

  static func severalFrameworks(_ names: [String]) -> Self {
    Self(
      id: "several-frameworks",
      "the instruments name the frameworks \(NearestName.quoted(names)); choose one with "
        + "--framework")
  }
}
