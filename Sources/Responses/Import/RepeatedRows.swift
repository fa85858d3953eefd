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

  /// Of each person's rows the latest counts; where no time tells, none does, since which came
  /// first in the file says nothing.
  func settled(by clock: @autoclosure () -> ResponseTimes?) -> Settled {
    var settled = Settled()
    if rows.isEmpty { return settled }
    let clock = clock()
    for person in rows.keys.sorted() {
      let same = (rows[person] ?? []).sorted()
      if let latest = clock?.latest(of: same) {
        settled.superseded += same.filter { $0 != latest }
      } else {
        settled.undecided += same.map { ($0, $0 == same[0] ? same[1] : same[0]) }
      }
    }
    return settled
  }
}
