/// The ids of the responses of a file, and which of several with one id counts.
struct Identifiers {
  let column: Int
  /// The tool's own id, for rows whose column is blank; `nil` where a blank is a fault.
  private let standIn: Int?
  private let timeStamp: Int?
  private var table = ByteTable()
  /// The first row of each id.
  private var firstRows: [Int32] = []
  /// The rows that repeat an id.
  private var repeats = RepeatedRows()
  private(set) var texts = TextColumn()
  private var times = TextColumn()

  init(column: Int, standIn: Int? = nil, timeStamp: Int?) {
    self.column = column
    self.standIn = standIn
    self.timeStamp = timeStamp
  }

  func isBlank(in row: CSVRow) -> Bool {
    row.trimmed(column).isEmpty && (standIn.map { row.trimmed($0).isEmpty } ?? true)
  }

  mutating func append(_ row: CSVRow, rowNumber: Int) {
    let identifier = row.trimmed(column)
    if identifier.isEmpty, let standIn {
      // A token has no blank, so that no id is taken for one.
      var text = "id " + String(decoding: row.trimmed(standIn), as: UTF8.self)
      text.withUTF8 { append($0, row, rowNumber) }
    } else {
      append(identifier, row, rowNumber)
    }
  }

  private mutating func append(
    _ identifier: UnsafeBufferPointer<UInt8>, _ row: CSVRow, _ rowNumber: Int
  ) {
    let (id, isNew) = table.intern(identifier)
    if isNew {
      firstRows.append(Int32(truncatingIfNeeded: rowNumber))
    } else {
      repeats.add(rowNumber, of: id, first: Int(firstRows[id]))
    }
    texts.append(identifier)
    if let timeStamp { times.append(row[timeStamp]) }
  }

  /// When each row was handed in; `nil` for rows whose time is not certain.
  func moments(_ order: DateOrder?) -> [Int?] {
    guard timeStamp != nil else { return [Int?](repeating: nil, count: texts.count) }
    let clock = ResponseTimes(times, order)
    return (0..<texts.count).map(clock.moment)
  }

  /// Which of the rows with one id a later one replaces, and which nothing dates.
  func settled(
    _ order: DateOrder?, without removed: Set<Int> = [], unfinished: Set<Int> = []
  ) -> RepeatedRows.Settled {
    repeats.settled(
      by: timeStamp == nil ? nil : ResponseTimes(times, order), without: removed,
      unfinished: unfinished)
  }
}
