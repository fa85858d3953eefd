import Analysis
import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses

extension Analyse {
  func analyseSurvey(
    _ instrument: Instrument, in file: String, _ console: inout Console
  ) throws {
    if scope != nil || round != nil || indices || aggregate || decisions != nil
      || earlierOptions.earlierRoll != nil || earlierOptions.earlierRound != nil
    {
      misuse(
        "--scope, --round, --indices, --aggregate, --decisions, --earlier-roll and --earlier-round "
          + "of a file are for nominations; '\(instrument.id)' is a survey.")
    }
    var options = fileOptions.importOptions
    options.identifier = id
    options.minimumAnswered = responseOptions.minimumAnswered
    try recipeOptions.apply(to: &options, for: instrument, &console)
    let pupils = roll.flatMap {
      RollImport.read(FileSource(path: $0), options: options, reporting: &console.sink)
    }
    let columns = GroupingColumns(by: by, instrument: instrument, roll: pupils)
    columns.report(roll: roll, to: &console.sink)
    if personOptions.persons, let id { columns.report(identifier: id, to: &console.sink) }
    options.extras = columns.headingsOfFile
    let size = populationTable(options, &console.sink)
    let opened = recipeOptions.confirmOptions.open(file, instrument, options, &console)
    guard let (export, reading) = opened else { return try console.stopOnErrors() }
    let bar = Progress("of the file read")
    var rejected: RejectedRows?
    let outcome = ResponseImport.read(
      export, for: instrument, options: options, rejecting: &rejected, progress: bar.show(share:),
      reporting: &console.sink)
    bar.end()
    guard let outcome, !console.sink.hasErrors else {
      try recipeOptions.saveQuestions(reading)
      return try console.stopOnErrors()
    }
    try recipeOptions.save(reading)
    console.sink.refuseEmpty(outcome, from: file)
    let groupings = columns.groupings(of: outcome.table)
    PopulationCheck(table: outcome.table, groupings: groupings, file: population ?? "").run(
      size, reporting: &console.sink)
    let pairs = pairs(in: groupings, of: file, &console.sink)
    let earlier = earlierSurvey(than: file, instrument, columns, options, &console)
    try console.stopOnErrors()
    let persons =
      personOptions.persons
      ? PersonFigures(outcome.table, groupings: groupings).releasedToHolder() : nil
    if let persons, outputOptions.format == .csv {
      try personOptions.writeTable(persons, to: outputOptions.output)
    } else {
      let figures = SurveyAnalysis(
        outcome.table, ledger: outcome.ledger, groupings: groupings, population: size,
        pairs: pairs, wantsReliability: reliability, earlier: earlier,
        links: earlier.map { RespondentLinks(from: $0.table, to: outcome.table, on: pupils) }
      ).figures()
      try write(figures.released(under: .holder), persons: persons)
    }
    if outcome.ledger.needsPerson { throw ExitCode.needsPerson }
  }

  /// The pairs of `--compare`; `nil` where it is not given.
  func pairs(
    in groupings: [Grouping], of file: String, _ sink: inout DiagnosticSink
  ) -> [(String, String)]? {
    let pairs = compare.compactMap(Pair.init(comparing:))
    for value in pairs.flatMap({ [$0.first, $0.second] })
    where !groupings.contains(where: { $0.place(of: value) != nil }) {
      let known = groupings.flatMap(\.values)
      sink.error(.nothingToCompare(value, known: known), at: Location(file: file))
    }
    return pairs.isEmpty ? nil : pairs.map { ($0.first, $0.second) }
  }

  /// The round of `--earlier`; `nil` where it is not given, and on a fault.
  private func earlierSurvey(
    than file: String, _ instrument: Instrument, _ columns: GroupingColumns,
    _ options: ImportOptions, _ console: inout Console
  ) -> EarlierSurvey? {
    guard let earlier = earlierOptions.earlier else { return nil }
    guard earlier != file else {
      console.sink.error(.sameRound, at: Location(file: earlier))
      return nil
    }
    let then = earlierOptions.earlierInstrument.map {
      InstrumentShelf().instrument($0, &console)
    }
    guard let asked = then ?? instrument else { return nil }
    let outcome = ResponseImport.read(
      FileSource(path: earlier), for: asked, options: options, reporting: &console.sink)
    guard let outcome else { return nil }
    console.sink.refuseEmpty(outcome, from: earlier)
    return EarlierSurvey(
      title: "the earlier round", table: outcome.table, ledger: outcome.ledger,
      groupings: columns.groupings(of: outcome.table))
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

  func write(
    _ release: Release<SurveyFigures>, heading: ReportHeading = ReportHeading(),
    persons: Release<PersonFigures>? = nil
  ) throws {
    try outputOptions.write(
      text: { SurveyText(release, style: $0, heading: heading).text() },
      json: { SurveyJSON.write(release, heading: heading, persons: persons, to: $0) },
      csv: { SurveyCSV.write(release, to: $0) })
  }

  func analyseNominations(
    _ instrument: Instrument, in file: String, _ console: inout Console
  ) throws {
    guard let roll else {
      misuse(
        "'\(instrument.id)' asks for names: give the pupils on roll with --roll, since without it "
          + "nobody can be called isolated.")
    }
    if personOptions.persons {
      misuse(
        "--persons is for surveys; of nominations the pupils are listed unless --aggregate says "
          + "otherwise.")
    }
    if !by.isEmpty || population != nil || !compare.isEmpty || reliability || id != nil
      || responseOptions.minimumAnswered > 0 || earlierOptions.earlierInstrument != nil
    {
      misuse(
        "--by, --population, --compare, --reliability, --id, --minimum-answered and "
          + "--earlier-instrument are for surveys; nominations are grouped by the roll.")
    }
    var options = fileOptions.importOptions
    try recipeOptions.apply(to: &options, for: instrument, &console)
    try console.stopOnErrors()
    let opened = recipeOptions.confirmOptions.open(file, instrument, options, &console)
    guard let (export, reading) = opened else { return try console.stopOnErrors() }
    let found = NominationsInput(
      file: file, export: export, roll: roll, round: round, scope: scope,
      earlier: earlierOptions.files,
      decisions: decisions, isNamed: !aggregate
    ).read(instrument, options: options, &console)
    try console.stopOnErrors()
    guard let found else { return }
    try recipeOptions.save(reading)
    let release = found.figures.released(under: .holder)
    try outputOptions.write(
      text: { NominationText(release, pupils: found.pupils, style: $0, showsTies: indices).text() },
      json: { NominationJSON.write(release, pupils: found.pupils, to: $0) },
      csv: { NominationCSV.write(release, pupils: found.pupils, to: $0) })
    if found.needsPerson { throw ExitCode.needsPerson }
  }
}
