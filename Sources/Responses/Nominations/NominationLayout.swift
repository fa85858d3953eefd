import Diagnostics
import Instruments

/// How a nominations file is laid out, and which column is what.
struct NominationLayout {
  enum Shape {
    /// One row for each pupil: the columns of the names.
    case wide(names: [Int], holdsSeveral: Bool)
    /// One row for each nomination: the column of the nominee.
    case long(nominee: Int)
  }

  let respondent: Int
  let shape: Shape
  let round: Int?
  let timeStamp: Int?
  let dialect: Dialect
  /// The rows that the tool marks as no data.
  let screen: RowScreen

  /// How many columns hold names.
  var nameColumns: Int {
    if case .wide(let names, _) = shape { names.count } else { 1 }
  }

  /// How many columns beside the names are read.
  var besideColumns: Int {
    1 + [round, timeStamp].count { $0 != nil && $0 != respondent }
  }

  private static let respondentKeys = [
    "nominator", "pupil", "pupil id", "upn", "id", "name", "pupil name", "your name", "my name",
    "student", "respondent",
  ]

  /// The layout of sheets that were kept: one after the other, repeats settled.
  init(keptFrom dialect: Dialect) {
    respondent = 0
    shape = .long(nominee: 0)
    round = nil
    timeStamp = nil
    self.dialect = dialect
    screen = .none
  }

  /// Finds the columns; `nil` when one cannot be told, and `sink` says which.
  init?(
    of export: ExportFile, for instrument: Instrument, rule: NominationRule,
    _ options: ImportOptions, reporting sink: inout DiagnosticSink
  ) {
    let (file, head) = (export.file, export.head)
    let keys = file.header.map(HeadingKey.of)
    dialect = head.dialect
    let traits = head.dialect.traits
    screen = RowScreen(head, keepsUnfinished: options.keepsUnfinished)
    timeStamp = head.column(ofAny: traits.timeStamps)
    let round = keys.firstIndex(of: "round")
    self.round = round
    if let nominator = keys.firstIndex(of: "nominator"),
      let nominee = keys.firstIndex(of: "nominee")
    {
      respondent = nominator
      shape = .long(nominee: nominee)
      return
    }
    let matcher = HeadingMatcher(
      head: head, instrument: instrument, recipe: options.recipe)
    let own = Set(
      head.keys.indices.filter { head.keys[$0] != "name" && traits.isOwn(head.keys[$0]) })
    let item = instrument.nomination?.item.id ?? ""
    let placed: Set<Int> =
      switch matcher.places[item] {
      case .column(let column)?: [column]
      case .nameColumns(let columns)?: Set(columns)
      default: []
      }
    let candidates = keys.indices.filter {
      !own.contains($0) && $0 != round && !placed.contains($0)
    }
    var known: Int?
    if case .column(let column)? = instrument.respondent.flatMap({ matcher.places[$0.id] }) {
      known = column
    }
    known =
      known
      ?? Self.respondentKeys.lazy.compactMap { keys.firstIndex(of: $0) }
      .first { candidates.contains($0) }
    guard let respondent = known ?? candidates.first else {
      sink.error(.noRespondentColumn, at: file.headerLocation)
      return nil
    }
    self.respondent = respondent
    switch matcher.places[item] {
    case .column(let column)?: shape = .wide(names: [column], holdsSeveral: true)
    case .nameColumns(let columns)?: shape = .wide(names: columns, holdsSeveral: false)
    default:
      let taken = Set(
        matcher.places.values.compactMap { place -> Int? in
          if case .column(let column) = place { return column }
          return nil
        })
      let names = candidates.filter {
        $0 != respondent && !taken.contains($0) && !Self.describesPupils(keys[$0])
      }
      guard (1...rule.limit).contains(names.count) else {
        sink.error(
          .nameColumnsUnclear(found: names.count, limit: rule.limit), at: file.headerLocation)
        return nil
      }
      shape = .wide(names: names, holdsSeveral: false)
    }
  }
}

extension NominationLayout {
  /// Whether a heading is one of a roll, such as the class of who answers, or none at all.
  private static func describesPupils(_ key: String) -> Bool {
    key.isEmpty || RollHeading.allCases.contains { $0.keys.contains(key) }
  }
}

extension Diagnostic.Message {
  static let noRespondentColumn = Self(
    id: "no-respondent-column",
    "no column says who answered; head it 'pupil', or 'nominator' beside 'nominee'")

  static func nameColumnsUnclear(found: Int, limit: Int) -> Self {
    Self(
      id: "name-columns-unclear",
      "\(found) columns could hold the names and the question asks for \(limit); head them "
        + "'name_1' to 'name_\(limit)' and say so under 'import:' in the instrument")
  }

  static func severalRounds(_ rounds: [String]) -> Self {
    Self(
      id: "several-rounds",
      "the file holds the rounds \(NearestName.quoted(rounds)); "
        + "choose one with --round")
  }

  static func noSuchRound(_ round: String, known: [String]) -> Self {
    let remedy = NearestName.remedy(for: round, among: known, lead: "the rounds are")
    return Self(
      id: "no-such-round", "no row is of the round '\(round.clipped)'; \(remedy)")
  }
}
