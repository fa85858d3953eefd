/// Sums for each pair of items over the rows that answer both, for pairwise alpha.
///
/// Integers only, so that the order of the rows does not matter.
public struct PairwiseMoments: Sendable, Hashable {
  /// The number of items.
  public let items: Int
  private var pairs: [Pair]

  private struct Pair: Sendable, Hashable {
    var n = 0
    var first = 0
    var second = 0
    var product = 0
  }

  /// Creates moments of no rows.
  public init(items: Int) {
    self.items = items
    pairs = Array(repeating: Pair(), count: UpperTriangle.count(items))
  }

  /// Creates the moments of rows with one answer or `nil` per item.
  public init(items: Int, rows: some Sequence<[Int?]>) {
    self.init(items: items)
    for row in rows { add(row) }
  }

  /// Adds a row, `nil` where an item has no answer.
  public mutating func add(_ row: [Int?]) {
    precondition(row.count == items, "a row has one place for each item")
    var place = 0
    for i in 0..<items {
      guard let first = row[i] else {
        place += items - i
        continue
      }
      for j in i..<items {
        if let second = row[j] {
          pairs[place].n += 1
          pairs[place].first += first
          pairs[place].second += second
          pairs[place].product += first * second
        }
        place += 1
      }
    }
  }

  /// The moments of the rows of both, which have the same items.
  public static func + (left: PairwiseMoments, right: PairwiseMoments) -> PairwiseMoments {
    precondition(left.items == right.items, "moments of the same items are added")
    var sum = left
    for (place, pair) in right.pairs.enumerated() {
      sum.pairs[place].n += pair.n
      sum.pairs[place].first += pair.first
      sum.pairs[place].second += pair.second
      sum.pairs[place].product += pair.product
    }
    return sum
  }

  /// Adds the rows of `right`, which has the same items.
  public static func += (left: inout PairwiseMoments, right: PairwiseMoments) {
    left = left + right
  }

  /// The number of rows that answer both of two items, or the one if they are the same.
  public func n(_ i: Int, _ j: Int) -> Int {
    pairs[UpperTriangle.index(i, j, size: items)].n
  }

  /// The sum of the products of two items' deviations from given centres, over the rows that
  /// answer both.
  ///
  /// From whole-number sums, so that the order of the rows does not matter.
  public func deviation(_ i: Int, _ j: Int, centres: (Double, Double)) -> Double {
    let pair = pairs[UpperTriangle.index(i, j, size: items)]
    let (first, second) = i <= j ? (pair.first, pair.second) : (pair.second, pair.first)
    return Double(pair.product) - centres.0 * Double(second) - centres.1 * Double(first)
      + Double(pair.n) * centres.0 * centres.1
  }

  /// The mean of the rows that answer an item.
  ///
  /// - Returns: `nil` where none does.
  public func mean(_ i: Int) -> Double? {
    let pair = pairs[UpperTriangle.index(i, i, size: items)]
    return pair.n > 0 ? Double(pair.first) / Double(pair.n) : nil
  }

  /// Cronbach's alpha of the covariance matrix in which each entry uses all rows it can.
  ///
  /// Convention R7.
  /// - Returns: Alpha; `nil` for fewer than two items, for a pair that fewer than two rows
  ///   answer, or when the entries do not sum to a positive variance.
  public var alpha: Double? {
    covariances().flatMap { matrix in Self.alpha(of: matrix, items: items) }
  }

  /// The same alpha after scaling the covariance matrix to a diagonal of 1.
  ///
  /// - Returns: Alpha, also `nil` when an item has no variance.
  public var standardisedAlpha: Double? {
    guard let matrix = covariances() else { return nil }
    let spread = (0..<items).map { matrix[$0 * items + $0].squareRoot() }
    guard spread.allSatisfy({ $0 > 0 }) else { return nil }
    let scaled = matrix.indices.map { place in
      matrix[place] / (spread[place / items] * spread[place % items])
    }
    return Self.alpha(of: scaled, items: items)
  }

  private func covariances() -> [Double]? {
    guard items >= 2, pairs.allSatisfy({ $0.n >= 2 }) else { return nil }
    return (0..<items * items).map { place in
      let pair = pairs[UpperTriangle.index(place / items, place % items, size: items)]
      let deviation = UpperTriangle.deviation(
        n: pair.n, product: pair.product, sums: (pair.first, pair.second))
      return deviation / (Double(pair.n) * Double(pair.n - 1))
    }
  }

  private static func alpha(of matrix: [Double], items: Int) -> Double? {
    let total = matrix.reduce(0, +)
    let parts = (0..<items).reduce(0.0) { $0 + matrix[$1 * items + $1] }
    guard total > 0 else { return nil }
    return Double(items) / Double(items - 1) * (1 - parts / total)
  }
}
