public import Diagnostics
import Instruments

/// How many people could have answered, as a whole or in the cells of some columns.
public struct PopulationTable: Sendable, Hashable {
  /// One line of counts.
  public struct Cell: Sendable, Hashable {
    /// The label of each column, as written.
    public let labels: [String]
    public let count: Int
  }

  /// The headings of the columns beside the count; empty for a single number.
  public let headings: [String]
  public let cells: [Cell]

  /// Everybody.
  public var total: Int { cells.reduce(0) { $0 + $1.count } }

  /// A single number of people.
  public init(total: Int) {
    headings = []
    cells = [Cell(labels: [], count: total)]
  }

  init(headings: [String], cells: [Cell]) {
    self.headings = headings
    self.cells = cells
  }

  /// The place of a column, its heading matched as headings are.
  public func column(headed heading: String) -> Int? {
    let key = HeadingKey.of(heading)
    return headings.firstIndex { HeadingKey.of($0) == key }
  }

  /// How many people have a value in a column, over all cells of the table.
  ///
  /// - Parameters:
  ///   - by: The heading of the column.
  ///   - value: The value as code or label.
  ///   - title: The words for it; either finds the value.
  /// - Returns: The count; `nil` where the table has no such column, or no such value in it.
  public func count(by: String, value: String, title: String) -> Int? {
    guard let column = column(headed: by) else { return nil }
    let wanted = [value.matchingKey, title.matchingKey]
    let own = cells.filter { wanted.contains($0.labels[column].matchingKey) }
    return own.isEmpty ? nil : own.reduce(0) { $0 + $1.count }
  }

  /// Reads a file with one column for each way of splitting, and `count`.
  ///
  /// - Returns: `nil` when there is a fault; `sink` then says where and why.
  public static func read(
    _ source: FileSource, options: ImportOptions = ImportOptions(),
    reporting sink: inout DiagnosticSink
  ) -> PopulationTable? {
    guard let file = CSVFile.open(source, options, reporting: &sink) else { return nil }
    let keys = file.header.map(HeadingKey.of)
    guard let count = keys.firstIndex(where: { ["count", "number", "n", "total"].contains($0) })
    else {
      sink.error(.populationWithoutCount, at: file.headerLocation)
      return nil
    }
    let others = keys.indices.filter { $0 != count && !keys[$0].isEmpty }
    var cells: [Cell] = []
    var faults = FaultList()
    let isWhole = file.forEachRecord(reporting: &sink) { row, record in
      if row.isBlank { return true }
      guard row.count == file.header.count else {
        faults.note(record, .width(found: row.count, expected: file.header.count))
        return true
      }
      let text = row.text(count).trimmingBlanks
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
        number <= 1_000_000_000
      else {
        faults.note(record, column: count, .count(value: row.excerpt(count).trimmingBlanks))
        return true
      }
      cells.append(Cell(labels: others.map { row.text($0).trimmingBlanks }, count: number))
      return true
    }
    FaultReport(file: file).report(faults, to: &sink)
    guard isWhole, faults.isEmpty else { return nil }
    return PopulationTable(headings: others.map { file.header[$0] }, cells: cells)
  }
}

extension Diagnostic.Message {
  static let populationWithoutCount = Self(
    id: "population-without-count",
    "no column holds the numbers of people; head it 'count' beside the columns of --by")

  static func notACount(_ value: String, _ record: Int) -> Self {
    Self(
      id: "not-a-count",
      "row \(record): '\(value.clipped)' is not a number of people; write a whole number")
  }
}
