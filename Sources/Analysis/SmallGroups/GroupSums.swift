/// Which groups of a release add up to which others, so that none can be had by subtraction.
///
/// Group 0 is the whole; the values of each column follow, one column after the other. After the
/// groups stands a remainder for each sum: those of the divided group who are in none of its parts.
struct GroupSums: Sendable {
  /// A group, or several that are apart, and the parts into which a column divides them.
  struct Sum: Sendable, Equatable {
    /// The column that divides them.
    let column: Int
    /// The groups that are divided; one of them may be a remainder of an earlier sum.
    let wholes: [Int]
    /// Groups that lie inside them together, apart from one another.
    let parts: [Int]
  }

  let groupCount: Int
  /// The whole by each column first, in the order of the columns.
  let sums: [Sum]

  /// Finds the sums among the values of columns.
  ///
  /// A value of one column is divided by another where every value of the other that occurs in it
  /// lies wholly in it, as classes do in a year; years that share a class are divided together. Rows
  /// without a value count as a value here.
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
        column: column, wholes: [0],
        parts: Array(starts[column]..<starts[column] + columns[column].count))
    }
    for fine in columns.indices {
      for coarse in columns.indices where coarse != fine {
        let pairs = Self.pairs(columns[fine], columns[coarse]).map { part, whole in
          Pair(
            part: starts[fine] + part,
            whole: whole < 0 ? next + coarse : starts[coarse] + whole)
        }
        sums += Self.divided(by: fine, pairs)
      }
    }
    self.sums = sums
  }

  /// A group of one column and a group of another that have somebody in common.
  private struct Pair {
    let part: Int
    let whole: Int
  }

  /// The pairs of values, -1 for no value of the coarse column, that occur together.
  private static func pairs(
    _ fine: (cells: [Int32], count: Int), _ coarse: (cells: [Int32], count: Int)
  ) -> [(part: Int, whole: Int)] {
    let width = coarse.count + 1
    // A mark for every pair that could be, where these are few; else a set of those that are.
    let cells = fine.count * width
    var marks = [Bool](repeating: false, count: cells <= 1 << 20 ? cells : 0)
    var seen: Set<Int> = []
    for (part, whole) in zip(fine.cells, coarse.cells) where part >= 0 {
      let place = Int(part) * width + Int(whole) + 1
      if marks.isEmpty { seen.insert(place) } else { marks[place] = true }
    }
    seen.formUnion(marks.indices.lazy.filter { marks[$0] })
    return seen.sorted().map { ($0 / width, $0 % width - 1) }
  }

  /// The smallest sets of wholes that a column divides, and everybody by those that stand alone
  /// together with the parts of the others.
  private static func divided(by column: Int, _ pairs: [Pair]) -> [Sum] {
    let wholesOfPart = Dictionary(grouping: pairs, by: \.part).mapValues { $0.map(\.whole) }
    let partsOfWhole = Dictionary(grouping: pairs, by: \.whole).mapValues { $0.map(\.part) }
    var seen: Set<Int> = []
    var sums: [Sum] = []
    for start in partsOfWhole.keys.sorted() where !seen.contains(start) {
      var wholes: Set<Int> = [start]
      var parts: Set<Int> = []
      var waiting = [start]
      while let whole = waiting.popLast() {
        for part in partsOfWhole[whole] ?? [] where parts.insert(part).inserted {
          waiting += (wholesOfPart[part] ?? []).filter { wholes.insert($0).inserted }
        }
      }
      seen.formUnion(wholes)
      sums.append(Sum(column: column, wholes: wholes.sorted(), parts: parts.sorted()))
    }
    let shared = sums.filter { $0.wholes.count > 1 }.flatMap(\.parts)
    let alone = sums.filter { $0.wholes.count == 1 }.flatMap(\.wholes)
    // Several wholes with one part are that part divided by the other column.
    let divided = sums.filter { $0.wholes.count == 1 || $0.parts.count > 1 }
    guard !shared.isEmpty, !alone.isEmpty else { return divided }
    return divided + [Sum(column: column, wholes: [0], parts: alone + shared)]
  }
}
