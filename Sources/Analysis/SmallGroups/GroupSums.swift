/// Which groups of a release add up to which others, so that none can be had by subtraction.
///
/// Group 0 is the whole; the values of each column follow, one column after the other. After the
/// groups stands a remainder for each sum: those of the divided group who are in none of its parts.
struct GroupSums: Sendable {
  /// A group and the parts into which a column divides it.
  struct Sum: Sendable, Equatable {
    /// The column that divides it.
    let column: Int
    /// The group that is divided, or a remainder of an earlier sum.
    let whole: Int
    /// Groups that lie inside it, apart from one another.
    let parts: [Int]
  }

  let groupCount: Int
  /// The whole by each column first, in the order of the columns.
  let sums: [Sum]

  /// Finds the sums among the values of columns.
  ///
  /// A value of one column is divided by another where every value of the other that occurs in it
  /// lies wholly in it, as classes do in a year; rows without a value count as a value here.
  ///
  /// - Parameter columns: The value of each row as an index, -1 for none, and how many values there
  ///   are.
  /// - Complexity: O(rows × columns²).
  init(columns: [(cells: [Int32], count: Int)]) {
    var starts: [Int] = []
    var next = 1
    for column in columns {
      starts.append(next)
      next += column.count
    }
    groupCount = next
    var sums = columns.indices.map { column in
      Sum(
        column: column, whole: 0,
        parts: Array(starts[column]..<starts[column] + columns[column].count))
    }
    for fine in columns.indices {
      for coarse in columns.indices where coarse != fine {
        sums += Self.nested(
          (fine, columns[fine], starts[fine]), (coarse, columns[coarse], starts[coarse]),
          remainder: next + coarse)
      }
    }
    self.sums = sums
  }

  private typealias Column = (index: Int, column: (cells: [Int32], count: Int), start: Int)

  /// The values of a coarse column that a fine one divides, and the whole by both together.
  private static func nested(_ fine: Column, _ coarse: Column, remainder: Int) -> [Sum] {
    let pairs = zip(fine.column.cells, coarse.column.cells).filter { $0.0 >= 0 }
    var home = [Int32?](repeating: nil, count: fine.column.count)
    var isSpread = [Bool](repeating: false, count: fine.column.count)
    for (part, whole) in pairs {
      if let known = home[Int(part)], known != whole { isSpread[Int(part)] = true }
      home[Int(part)] = whole
    }
    let open = Set(pairs.filter { isSpread[Int($0.0)] }.map(\.1))
    var parts: [Int32: [Int]] = [:]
    var others: [Int] = []
    for (part, whole) in home.enumerated() {
      guard let whole else { continue }
      if open.contains(whole) || isSpread[part] {
        others.append(fine.start + part)
      } else {
        parts[whole, default: []].append(fine.start + part)
      }
    }
    guard !parts.isEmpty else { return [] }
    let wholes = parts.keys.sorted().map { $0 < 0 ? remainder : coarse.start + Int($0) }
    let divided = zip(parts.keys.sorted(), wholes).map { key, whole in
      Sum(column: fine.index, whole: whole, parts: parts[key] ?? [])
    }
    let mixed = others.isEmpty ? [] : [Sum(column: fine.index, whole: 0, parts: wholes + others)]
    return divided + mixed
  }
}
