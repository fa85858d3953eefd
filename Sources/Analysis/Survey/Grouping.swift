import Instruments
public import Responses

/// A way of splitting responses: the label of each row in one column.
public struct Grouping: Sendable, Hashable {
  /// What the person asked to split by.
  public let by: String
  /// The distinct values, sorted.
  public let values: [String]
  /// The words for each value: the label of a choice, or the value itself.
  public let titles: [String]
  /// The value of each row as an index; -1 where the row has none.
  let cells: [Int32]

  /// Splits by the answers to a scale or single-choice item; values are the codes that occur.
  ///
  /// - Parameters:
  ///   - by: What the person asked to split by.
  ///   - codes: The answers; a row with a missing answer has no value.
  public init(by: String, codes: CodeColumn) {
    var isUsed = [Bool](repeating: false, count: 256)
    for cell in codes.cells { isUsed[Int(cell)] = true }
    let used = (0..<CellCode.firstDeclared).filter { isUsed[Int($0)] }
    let sorted = used.sorted { codes.points[Int($0)].code < codes.points[Int($1)].code }
    self.by = by
    values = sorted.map { codes.points[Int($0)].code }
    titles = sorted.map { codes.points[Int($0)].title }
    var places = [Int32](repeating: -1, count: 256)
    for (place, code) in sorted.enumerated() { places[Int(code)] = Int32(place) }
    cells = codes.cells.map { places[Int($0)] }
  }

  /// The splits by every item of a table that says which group somebody belongs to.
  public static func ofGroupItems(in table: ResponseTable) -> [Grouping] {
    table.instrument.items.filter { $0.role == .group }.compactMap { item in
      table.codes(item.id).map { Grouping(by: item.id, codes: $0) }
    }
  }

  /// Splits by the labels of another column; a blank label is no value.
  ///
  /// - Parameters:
  ///   - by: What the person asked to split by.
  ///   - labels: The column.
  ///   - rows: The entry of the column for each response where they do not run alike, such as the
  ///     pupil on the roll; -1 for none, `nil` where they do.
  public init(by: String, labels: LabelColumn, rows: [Int32]? = nil) {
    let own = rows?.map { $0 < 0 ? -1 : labels.cells[Int($0)] } ?? labels.cells
    var isUsed = [Bool](repeating: false, count: labels.labels.count)
    for cell in own where cell >= 0 { isUsed[Int(cell)] = true }
    let used = zip(labels.labels, isUsed).filter { $1 && !$0.allSatisfy(\.isWhitespace) }
    let names = Set(used.map(\.0)).sorted()
    self.by = by
    values = names
    titles = names
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    let placeOfLabel = labels.labels.map { places[$0] ?? -1 }
    cells = own.map { $0 < 0 ? -1 : placeOfLabel[Int($0)] }
  }

  /// The value of a row, as an index into `values`; `nil` where the row has none.
  public func place(ofRow row: Int) -> Int? { cells[row] < 0 ? nil : Int(cells[row]) }

  /// How many rows have each value, in the order of `values`.
  public var counts: [Int] {
    var counts = [Int](repeating: 0, count: values.count)
    for cell in cells where cell >= 0 { counts[Int(cell)] += 1 }
    return counts
  }

  /// How many rows have no value.
  var ungrouped: Int { cells.reduce(0) { $0 + ($1 < 0 ? 1 : 0) } }

  /// The place of a value, given as the value or in its words.
  ///
  /// - Parameter label: What the person wrote; case and spacing do not count.
  /// - Returns: An index into `values`; `nil` where no row has the value.
  public func place(of label: String) -> Int? {
    let wanted = label.matchingKey
    return values.firstIndex { $0.matchingKey == wanted }
      ?? titles.firstIndex { $0.matchingKey == wanted }
  }
}
