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

  func isBlank(in row: CSVRow) -> Bool { identifier(in: row).isEmpty }

  /// The id of a row without the blanks round it.
  private func identifier(in row: CSVRow) -> UnsafeBufferPointer<UInt8> {
    let cell = row[column]
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let start = cell.firstIndex(where: { !isBlank($0) }),
      let end = cell.lastIndex(where: { !isBlank($0) })
    else { return UnsafeBufferPointer(rebasing: cell[..<0]) }
    return UnsafeBufferPointer(rebasing: cell[start...end])
  }

  mutating func append(_ row: CSVRow, rowNumber: Int) {
    let identifier = identifier(in: row)
    let (id, isNew) = table.intern(identifier)
    if isNew {
      firstRows.append(Int32(truncatingIfNeeded: rowNumber))
    } else {
      repeats.append((id, rowNumber))
    }
    texts.append(identifier)
    if let timeStamp { times.append(row[timeStamp]) }
  }

  /// The rows that a later one replaces, and those where nothing says which is later, each with
  /// another of the same id.
  func settled(_ order: DateOrder?) -> (superseded: Set<Int>, undecided: [(row: Int, other: Int)]) {
    guard !repeats.isEmpty else { return ([], []) }
    var rows: [Int: [Int]] = [:]
    for (id, row) in repeats { rows[id, default: [Int(firstRows[id])]].append(row) }
    let clock = timeStamp == nil ? nil : ResponseTimes(times, order)
    var superseded: Set<Int> = []
    var undecided: [(row: Int, other: Int)] = []
    for id in rows.keys.sorted() {
      let same = rows[id] ?? []
      if let latest = clock?.latest(of: same) {
        superseded.formUnion(same.filter { $0 != latest })
      } else {
        undecided += same.map { ($0, $0 == same[0] ? same[1] : same[0]) }
      }
    }
    return (superseded, undecided)
  }
}
