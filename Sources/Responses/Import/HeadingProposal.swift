import Diagnostics
import Instruments

/// A column that may carry an item, since its heading is near to one of the item's and not the same.
///
/// It is a question to a person: no column is taken by it alone.
struct HeadingProposal: Hashable {
  let column: Int
  /// The id of the item.
  let item: String
  /// The code of the choice; `nil` for a whole item.
  let choice: String?

  /// What a person confirms: the item, or the item and its choice.
  var name: String { Self.name(item, choice) }

  static func name(_ item: String, _ choice: String?) -> String {
    item + (choice.map { "/" + $0 } ?? "")
  }

  /// What has no column yet, with the heading keys under which it may stand.
  struct Target {
    let item: String
    let choice: String?
    let keys: [String]
  }

  /// More comparisons than these say that the file is another, and would take long.
  private static let comparisonLimit = 250_000
  /// A heading that is the beginning of another was cut off; below this length that says nothing.
  private static let cutLength = 12

  /// The nearest heading of each target, where no other is as near and no other target nearer to it.
  ///
  /// - Parameters:
  ///   - columns: The columns of the file.
  ///   - open: Those that carry nothing yet.
  ///   - targets: What has no column.
  /// - Returns: At most one for each column and each target, in the order of the columns.
  /// - Complexity: O(open · targets · length of a heading²).
  static func all(
    _ columns: [ExportColumn], open: [Int], for targets: [Target]
  ) -> [HeadingProposal] {
    guard open.count * targets.count <= comparisonLimit else { return [] }
    var nearest: [Int: [(target: Int, distance: Int)]] = [:]
    for (index, target) in targets.enumerated() {
      let found = open.compactMap { column in
        distance(columns[column], target.keys).map { (column: column, distance: $0) }
      }
      guard let least = found.map(\.distance).min() else { continue }
      let best = found.filter { $0.distance == least }
      if best.count == 1 { nearest[best[0].column, default: []].append((index, least)) }
    }
    return nearest.compactMap { column, targetsOfColumn in
      let least = targetsOfColumn.map(\.distance).min()
      let best = targetsOfColumn.filter { $0.distance == least }
      guard best.count == 1 else { return nil }
      let target = targets[best[0].target]
      return HeadingProposal(column: column, item: target.item, choice: target.choice)
    }.sorted { $0.column < $1.column }
  }

  /// How far a column is from the nearest of some keys; `nil` where it is near to none.
  private static func distance(_ column: ExportColumn, _ keys: [String]) -> Int? {
    var least: Int?
    for name in column.names {
      for key in keys {
        if let distance = distance(name, key), distance < least ?? .max { least = distance }
      }
    }
    return least
  }

  /// The edits between two keys, where they are few for their length or one begins with the other.
  private static func distance(_ name: String, _ key: String) -> Int? {
    let (a, b) = (Array(name.unicodeScalars), Array(key.unicodeScalars))
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if short.count >= cutLength, long.starts(with: short) { return a.count <= b.count ? 0 : 1 }
    // Longer headings may differ in a word or two.
    let limit = min(max(1, short.count / 3), max(3, min(6, short.count / 8)))
    guard long.count - short.count <= limit else { return nil }
    let distance = NearestName.editDistance(a, b)
    return distance <= limit && distance < long.count ? distance : nil
  }
}
