import Glibc
public import Instruments

/// The responses to one instrument, stored by column.
///
/// A million responses of forty items take about 40 MB, and a scan is a loop over an array.
public struct ResponseTable: Sendable, Hashable {
  public let instrument: Instrument
  public internal(set) var rowCount = 0
  /// The columns by item id; an item that the file does not carry has none.
  public internal(set) var items: [String: ItemColumn] = [:]
  /// Further columns of the file that were asked for, by the heading that asked.
  public internal(set) var extras: [String: LabelColumn] = [:]
  /// Which response each row is; `nil` where the file has no ids.
  public internal(set) var identifiers: TextColumn?
  /// When each response was handed in, in seconds on a line of its own; `nil` where the file has no
  /// ids, or an entry where it has no certain time.
  public internal(set) var moments: [Int?]?
  /// The number of each response among the data records of the file, from 1, where records were
  /// left out; `nil` where row and record run alike.
  var recordNumbers: [Int]?

  /// The data record a row came from, from 1.
  public func record(ofRow row: Int) -> Int { recordNumbers?[row] ?? row + 1 }

  /// The column of a scale or single-choice item, if the file carries it.
  public func codes(_ item: String) -> CodeColumn? {
    guard case .codes(let column)? = items[item] else { return nil }
    return column
  }
}

/// A column of labels with few distinct values, such as a site or a class.
public struct LabelColumn: Sendable, Hashable {
  /// The distinct labels in the order in which they first appear.
  public let labels: [String]
  /// The label of each row, as an index into `labels`; -1 where nothing was written.
  public let cells: [Int32]

  public init(labels: [String], cells: [Int32]) {
    self.labels = labels
    self.cells = cells
  }
}

extension ResponseTable {
  /// How many cells of a column are unreadable; most columns have none, which a search shows fast.
  private static func unreadable(_ cells: [UInt8]) -> Int {
    cells.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress,
        memchr(start, Int32(CellCode.unreadable), bytes.count) != nil
      else { return 0 }
      return cells.count { $0 == CellCode.unreadable }
    }
  }

  /// How many cells could be read in two ways.
  public var unreadableCells: Int {
    items.values.reduce(0) { sum, column in
      switch column {
      case .codes(let column): sum + Self.unreadable(column.cells)
      case .options(let column): sum + column.cells.count { $0 & OptionColumn.unreadable != 0 }
      case .numbers, .dates, .texts: sum
      }
    }
  }

  /// Leaves rows out, in every column alike.
  mutating func remove(rows: Set<Int>) {
    func kept<Element>(_ cells: [Element]) -> [Element] {
      cells.indices.filter { !rows.contains($0) }.map { cells[$0] }
    }
    recordNumbers = kept(recordNumbers ?? Array(1..<(rowCount + 1)))
    for (id, column) in items {
      switch column {
      case .codes(var column):
        column.cells = kept(column.cells)
        items[id] = .codes(column)
      case .options(var column):
        column.cells = kept(column.cells)
        items[id] = .options(column)
      case .numbers(let column): items[id] = .numbers(NumberColumn(cells: kept(column.cells)))
      case .dates(let column): items[id] = .dates(DateColumn(cells: kept(column.cells)))
      case .texts(let column): items[id] = .texts(column.removing(rows: rows))
      }
    }
    for (heading, column) in extras {
      extras[heading] = LabelColumn(labels: column.labels, cells: kept(column.cells))
    }
    identifiers = identifiers?.removing(rows: rows)
    moments = moments.map(kept)
    rowCount -= rows.count
  }
}
