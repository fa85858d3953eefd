/// How many members of a group gave each number of names.
struct NameCounts: Hashable, Sendable {
  /// Entry d is how many gave d names; no zeros at the end.
  private(set) var counts: [Int32] = []

  /// All members, those who gave no names or did not answer included.
  private(set) var members = 0

  init() {}

  init(_ names: some Sequence<Int>) {
    for count in names { add(count) }
  }

  mutating func add(_ names: Int) {
    while counts.count <= names { counts.append(0) }
    counts[names] += 1
    members += 1
  }

  /// The numbers of names that occur, with how many members gave each.
  var occurring: [(names: Int, members: Int)] {
    counts.indices.filter { counts[$0] > 0 }.map { ($0, Int(counts[$0])) }
  }

  /// All names given.
  var total: Int { occurring.reduce(0) { $0 + $1.names * $1.members } }

  var most: Int { max(0, counts.count - 1) }

  /// How many members gave exactly so many names.
  func members(giving names: Int) -> Int { names < counts.count ? Int(counts[names]) : 0 }
}
