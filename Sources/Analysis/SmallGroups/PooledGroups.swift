/// Small groups put together until enough people stand behind them, so that the others can still be told.
enum PooledGroups {
  /// The places of the groups that are told together, each set in its order, by their first place.
  ///
  /// The smallest come first and the next ones after them, until what they come to `together` is `least`;
  /// of equal ones the first.
  ///
  /// - Returns: `nil` where there are too few to be put together, or all of them would be one.
  /// - Complexity: O(n log n), and O(n) calls of `together`.
  static func places(
    of sizes: [Double], below least: Double, together: ([Int]) -> Double
  ) -> [[Int]]? {
    var alone: [[Int]] = []
    var pool: [Int] = []
    for place in sizes.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
      if sizes[place] >= least, pool.isEmpty || together(pool) >= least {
        alone.append([place])
      } else {
        pool.append(place)
      }
    }
    if !pool.isEmpty {
      guard !alone.isEmpty, together(pool) >= least else { return nil }
      alone.append(pool.sorted())
    }
    return alone.sorted { $0[0] < $1[0] }
  }
}
