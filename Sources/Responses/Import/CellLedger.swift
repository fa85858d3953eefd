/// Where every cell of a file went, the headings aside.
///
/// Each column has one use, and by it each cell of a record that is used has one fate. The cells of
/// an item that has a column for each choice share the fate of its answer.
public struct CellLedger: Sendable, Hashable {
  /// What became of a cell.
  public enum Fate: String, Sendable, CaseIterable {
    /// An answer to an item, or a name.
    case answer
    /// Nothing was written; of items that are no scale or single choice, a declared missing answer too.
    case blank
    /// A declared missing answer, such as "prefer not to say".
    case declared
    /// It could be read in two ways, and counts as missing.
    case unreadable
    /// In a column beside the items that is read: the id, the time, who answered, what was asked for.
    case beside
    /// In a column from which nothing is kept.
    case notKept = "not_kept"
    /// In a record that is left out, for whatever reason but a fault.
    case excluded
    /// In a record that is left out with a fault.
    case refused

    /// The fate for a reader, behind a number of cells.
    public func title(of cells: Int) -> String {
      switch self {
      case .answer: cells == 1 ? "answer" : "answers"
      case .blank: "blank"
      case .declared: "declared missing"
      case .unreadable: "unreadable"
      case .beside: "beside the answers"
      case .notKept: "in columns not kept"
      case .excluded: "in rows left out"
      case .refused: "in rows with a fault"
      }
    }
  }

  /// The cells of the file, counted record by record.
  public internal(set) var read = 0
  private var counts = [Int](repeating: 0, count: Fate.allCases.count)

  public init() {}

  /// How many cells had a fate.
  public subscript(fate: Fate) -> Int { counts[Self.place(fate)] }

  /// Adds cells, or takes some away.
  mutating func add(_ cells: Int, _ fate: Fate) { counts[Self.place(fate)] += cells }

  /// Whether every cell has one fate.
  public var isBalanced: Bool {
    counts.allSatisfy { $0 >= 0 } && read == counts.reduce(0, +)
  }

  private static func place(_ fate: Fate) -> Int {
    switch fate {
    case .answer: 0
    case .blank: 1
    case .declared: 2
    case .unreadable: 3
    case .beside: 4
    case .notKept: 5
    case .excluded: 6
    case .refused: 7
    }
  }

  /// Adds the cells of another file.
  mutating func add(_ other: CellLedger) {
    read += other.read
    for fate in Fate.allCases { add(other[fate], fate) }
  }
}
