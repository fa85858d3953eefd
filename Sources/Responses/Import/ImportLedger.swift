/// Where every record of a file went.
public struct ImportLedger: Sendable, Hashable {
  /// Why a record is not among the responses.
  public enum Exclusion: String, Sendable, CaseIterable {
    /// Every cell is blank.
    case empty
    /// A later record has the same response id.
    case duplicate
    /// It has a fault, and the person chose to leave such records out.
    case fault
    /// It does not say for certain which pupil answered.
    case respondent = "respondent_not_matched"
    /// The pupil, or the family, asked not to take part.
    case optedOut = "opted_out"
    /// The tool marks it as a test or a preview.
    case preview = "test_or_preview"
    /// The tool marks it as unfinished.
    case unfinished
    /// The same record was taken into the audit before.
    case repeated = "already_imported"

    /// The reason for a reader.
    public var title: String {
      switch self {
      case .empty: "blank"
      case .duplicate: "answered again later"
      case .fault: "with a fault"
      case .respondent: "from nobody known for certain"
      case .optedOut: "from pupils who opted out"
      case .preview: "tests or previews"
      case .unfinished: "not finished"
      case .repeated: "already taken in"
      }
    }
  }

  /// The data records of the file, blank lines aside.
  public internal(set) var read = 0
  /// How many records were left out, by reason.
  public internal(set) var excluded: [Exclusion: Int] = [:]
  /// Cells that could be read in two ways and count as missing.
  public internal(set) var unreadableCells = 0
  /// The tool that wrote the file, and how that shows.
  public internal(set) var dialect: Dialect = .plain

  init() {}

  /// Makes a ledger from counts that were kept.
  public init(
    read: Int, excluded: [Exclusion: Int], unreadableCells: Int, dialect: Dialect
  ) {
    self.read = read
    self.excluded = excluded
    self.unreadableCells = unreadableCells
    self.dialect = dialect
  }

  /// Where the records of several files went, taken together.
  public static func joined(_ ledgers: [ImportLedger]) -> ImportLedger {
    let dialects = Set(ledgers.map(\.dialect))
    return ImportLedger(
      read: ledgers.reduce(0) { $0 + $1.read },
      excluded: ledgers.reduce(into: [:]) { $0.merge($1.excluded, uniquingKeysWith: +) },
      unreadableCells: ledgers.reduce(0) { $0 + $1.unreadableCells },
      dialect: dialects.count == 1 ? dialects.first ?? .plain : .plain)
  }

  /// The records that became responses.
  public var used: Int { read - excluded.values.reduce(0, +) }

  /// Whether something waits for a person: rows or cells left out.
  public var needsPerson: Bool {
    unreadableCells > 0 || excluded[.fault, default: 0] > 0
      || excluded[.respondent, default: 0] > 0
  }
}
