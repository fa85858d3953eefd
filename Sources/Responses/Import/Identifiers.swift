/// The ids of the responses of a file, and which of several with one id counts.
struct Identifiers {
  let column: Int
  private let timeStamp: Int?
  private var table = ByteTable()
  /// The first row of each id.
  private var firstRows: [Int32] = []
  /// The rows that repeat an id, with the number of the id.
  private var repeats: [(id: Int, row: Int)] = []
  private(set) var texts = TextColumn()
  private var times = TextColumn()

  init(column: Int, timeStamp: Int?) {
    self.column = column
    self.timeStamp = timeStamp
  }

  func isBlank(in row: CSVRow) -> Bool {
    row[column].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  mutating func append(_ row: CSVRow, rowNumber: Int) {
    let (id, isNew) = table.intern(row[column])
    if isNew {
      firstRows.append(Int32(truncatingIfNeeded: rowNumber))
    } else {
      repeats.append((id, rowNumber))
    }
    texts.append(row[column])
    if let timeStamp { times.append(row[timeStamp]) }
  }

  /// The rows that a later one replaces, and those where nothing says which is later.
  func settled(_ order: DateOrder?) -> (superseded: Set<Int>, undecided: [(row: Int, earlier: Int)])
  {
    guard !repeats.isEmpty else { return ([], []) }
    var rows: [Int: [Int]] = [:]
    for (id, row) in repeats { rows[id, default: [Int(firstRows[id])]].append(row) }
    let clock = timeStamp == nil ? nil : ResponseTimes(times, order)
    var superseded: Set<Int> = []
    var undecided: [(row: Int, earlier: Int)] = []
    for id in rows.keys.sorted() {
      let same = rows[id] ?? []
      if let latest = clock?.latest(of: same) {
        superseded.formUnion(same.filter { $0 != latest })
      } else {
        undecided += same.dropFirst().map { ($0, same[0]) }
      }
    }
    return (superseded, undecided)
  }
}
