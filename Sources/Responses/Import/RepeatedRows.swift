/// The rows of a file that are of the same person, and which of them counts.
struct RepeatedRows {
  /// What became of rows that are of the same person.
  struct Settled {
    /// The rows that a later one replaces.
    var superseded: [Int] = []
    /// The rows of which nothing says which is later, each with another of the same person.
    var undecided: [(row: Int, other: Int)] = []
  }

  /// The rows of each person who has several.
  private var rows: [Int: [Int]] = [:]

  /// Takes in a further row of a person, whose first one is given again.
  mutating func add(_ row: Int, of person: Int, first: Int) {
    rows[person, default: [first]].append(row)
  }

  /// Of each person's rows the latest counts, and a finished one before one that is not; where no
  /// time tells, none does, since which came first in the file says nothing.
  ///
  /// - Parameters:
  ///   - clock: When each row was handed in.
  ///   - removed: The rows that are left out already.
  ///   - unfinished: The rows that their tool marks as not finished.
  /// - Returns: The rows that others replace, and those of which nothing says which counts.
  func settled(
    by clock: @autoclosure () -> ResponseTimes?, without removed: Set<Int> = [],
    unfinished: Set<Int> = []
  ) -> Settled {
    var settled = Settled()
    if rows.isEmpty { return settled }
    let clock = clock()
    for person in rows.keys.sorted() {
      var same = (rows[person] ?? []).filter { !removed.contains($0) }.sorted()
      let finished = same.filter { !unfinished.contains($0) }
      if !finished.isEmpty, finished.count < same.count {
        settled.superseded += same.filter(unfinished.contains)
        same = finished
      }
      if same.count < 2 { continue }
      if let latest = clock?.latest(of: same) {
        settled.superseded += same.filter { $0 != latest }
      } else {
        settled.undecided += same.map { ($0, $0 == same[0] ? same[1] : same[0]) }
      }
    }
    return settled
  }
}
