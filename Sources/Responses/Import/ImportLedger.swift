/// Where every record of a file went, and every cell.
public struct ImportLedger: Sendable, Hashable {
  /// The data records of the file, blank lines aside.
  public internal(set) var read = 0
  /// How many records were left out, by reason.
  public internal(set) var excluded: [Exclusion: Int] = [:]
  /// Cells that could be read in two ways and count as missing.
  public internal(set) var unreadableCells = 0
  /// The tool that wrote the file, and how that shows.
  public internal(set) var dialect: Dialect = .plain
  /// Where every cell went; without any cell in ledgers that were kept.
  public internal(set) var cells = CellLedger()

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
    var all = ImportLedger(
      read: ledgers.reduce(0) { $0 + $1.read },
      excluded: ledgers.reduce(into: [:]) { $0.merge($1.excluded, uniquingKeysWith: +) },
      unreadableCells: ledgers.reduce(0) { $0 + $1.unreadableCells },
      dialect: dialects.count == 1 ? dialects.first ?? .plain : .plain)
    for ledger in ledgers { all.cells.add(ledger.cells) }
    return all
  }

  /// The records that became responses.
  public var used: Int { read - excluded.values.reduce(0, +) }

  /// The same as it is kept: without where the cells went.
  public var withoutCells: ImportLedger {
    var kept = self
    kept.cells = CellLedger()
    return kept
  }

  /// Whether something waits for a person: rows or cells left out.
  public var needsPerson: Bool {
    unreadableCells > 0 || excluded[.fault, default: 0] > 0
      || excluded[.respondent, default: 0] > 0
  }

  /// Takes records out of those that are used.
  mutating func leaveOut(_ records: Int = 1, cells: Int, _ reason: Exclusion) {
    if records == 0 { return }
    excluded[reason, default: 0] += records
    self.cells.add(cells, reason == .fault ? .refused : .excluded)
  }
}

extension ImportLedger {
  /// Whether nothing was lost: each record is one of so many responses, which were counted apart from
  /// the ledger, or was left out for one reason, and each cell has one fate.
  public func isBalanced(with responses: Int) -> Bool {
    responses == used && excluded.values.allSatisfy { $0 > 0 } && cells.isBalanced
  }

  /// The same ledger; where its sums do not hold, a build for tests stops.
  ///
  /// Every import ends here, so that the sums are held to in every test that reads a file.
  func balanced(with responses: Int) -> ImportLedger {
    assert(isBalanced(with: responses), "\(responses) responses do not balance \(self)")
    return self
  }
}
