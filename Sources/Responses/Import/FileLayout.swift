import Diagnostics
import Instruments

/// Which column of a file is what: the items, the id, the time stamp, the columns asked for.
struct FileLayout {
  let instrument: Instrument
  let dialect: Dialect
  let header: [String]
  let matcher: HeadingMatcher
  let identifier: Int?
  /// The tool's own id, which stands in where the token of a row is blank.
  let standIn: Int?
  let timeStamp: Int?
  /// The columns that were asked for beside the items, by the heading that asked.
  let extras: [(heading: String, column: Int)]
  let recipe: ImportRecipe?
  /// The rows that the tool marks as no data.
  let screen: RowScreen
  /// The columns without a heading, which must be blank throughout.
  let unnamed: [Int]

  /// Matches the headings of a file; `nil` when one cannot be placed, and `sink` says why.
  init?(
    of export: ExportFile, for instrument: Instrument, _ options: ImportOptions,
    reporting sink: inout DiagnosticSink
  ) {
    let (file, head) = (export.file, export.head)
    self.instrument = instrument
    header = file.header
    dialect = head.dialect
    matcher = HeadingMatcher(
      head: head, instrument: instrument, recipe: options.recipe, confirmed: options.confirmed)
    recipe = options.recipe
    // A number sign is a heading, and has no words.
    unnamed = head.columns.indices.filter {
      head.columns[$0].names.isEmpty && head.columns[$0].title.trimmingBlanks.isEmpty
    }
    let traits = head.dialect.traits
    screen = RowScreen(head, keepsUnfinished: options.keepsUnfinished)
    let errors = sink.errorCount
    let place = file.headerLocation
    if let heading = options.identifier {
      identifier = Self.column(headed: heading, in: head, at: place, reporting: &sink)
      standIn = nil
    } else {
      let token = head.column(ofAny: traits.tokens)
      let id = head.column(ofAny: traits.identifiers)
      identifier = token ?? id
      standIn = token == nil ? nil : id
    }
    timeStamp = head.column(ofAny: traits.timeStamps)
    extras = options.extras.compactMap { heading in
      Self.column(headed: heading, in: head, at: place, reporting: &sink).map { (heading, $0) }
    }
    if let recipe = options.recipe {
      RecipeDrift(from: recipe, to: head.columns).report(recipe, at: place, to: &sink)
    }
    ImportOptions.report(options.confirmed, of: [instrument], to: &sink)
    Self.report(matcher, file.header, at: place, to: &sink)
    Self.reportSizes(of: instrument, at: place, to: &sink)
    guard sink.errorCount == errors else { return nil }
  }

  /// The column that somebody named: by its heading as messages show it, or by another of its names.
  private static func column(
    headed heading: String, in head: ExportHead, at place: Location,
    reporting sink: inout DiagnosticSink
  ) -> Int? {
    let titles = head.columns.map(\.title)
    let found = head.columns(headed: heading)
    if found.count > 1 {
      sink.error(.headingTwice(titles[found[0]], columns: found), at: place)
    } else if found.isEmpty {
      sink.error(.noSuchColumn(heading, known: titles), at: place)
    }
    return found.first
  }

  /// Answers are stored in few bits each, which bounds how many an item may have.
  private static func reportSizes(
    of instrument: Instrument, at place: Location, to sink: inout DiagnosticSink
  ) {
    for item in instrument.items {
      var limit = CellCode.pointLimit
      if case .multiple = item.format { limit = OptionColumn.optionLimit }
      if item.format.points.count > limit {
        sink.error(.tooManyPoints(item.id, item.format.points.count, limit: limit), at: place)
      }
    }
    if instrument.missing.count > CellCode.declaredLimit {
      sink.error(
        .tooManyReasons(instrument.missing.count, limit: CellCode.declaredLimit), at: place)
    }
  }

  private static func report(
    _ matcher: HeadingMatcher, _ header: [String], at place: Location,
    to sink: inout DiagnosticSink
  ) {
    func near(_ item: String, _ choice: String?) -> (heading: String, name: String)? {
      matcher.proposals.first { $0.item == item && $0.choice == choice }
        .map { (header[$0.column], $0.name) }
    }
    for conflict in matcher.conflicts {
      switch conflict {
      case .twice(let item, let columns):
        sink.error(.itemTwice(item, columns: columns), at: place)
      case .ambiguous(let column, let items):
        sink.error(.ambiguousHeading(header[column], items: items), at: place)
      case .optionMissing(let item, let option):
        let points = matcher.instrument.item(item)?.format.points ?? []
        let code = points.first { $0.title == option }?.code
        sink.error(
          .missingOptionColumn(item, option, near: code.flatMap { near(item, $0) }), at: place)
      }
    }
    let missing = matcher.missingItems
    let unknown = missing.count { near($0.id, nil) == nil }
    if unknown > 3, unknown * 2 > matcher.instrument.items.count {
      sink.error(
        .otherSurvey(missing, of: matcher.instrument.items.count, found: header), at: place)
      return
    }
    for item in missing { sink.error(.missingColumn(item, near: near(item.id, nil)), at: place) }
  }
}
