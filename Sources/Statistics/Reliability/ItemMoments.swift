/// Sums and cross-products of whole-number items over complete rows, enough for reliability.
///
/// Integers only: adding rows in another order, or in parts that are then added up, gives the
/// same digits. Items are coded the same way round, that is, reversed where the key says so.
public struct ItemMoments: Sendable, Hashable {
  /// The number of items.
  public let items: Int
  /// The number of rows with an answer to every item.
  public private(set) var n: Int
  /// The sum of each item.
  public private(set) var sums: [Int]
  /// The products of each pair of items: upper triangle with diagonal, row by row.
  public private(set) var products: [Int]

  /// Creates moments of no rows.
  public init(items: Int) {
    self.items = items
    n = 0
    sums = Array(repeating: 0, count: items)
    products = Array(repeating: 0, count: UpperTriangle.count(items))
  }

  /// Creates moments that were summed elsewhere.
  ///
  /// There is one sum for each item, and one sum of products for each pair: items × (items + 1) / 2
  /// of them, row by row from the diagonal on.
  public init(n: Int, sums: [Int], products: [Int]) {
    precondition(
      products.count == UpperTriangle.count(sums.count), "there is one product for each pair")
    items = sums.count
    self.n = n
    self.sums = sums
    self.products = products
  }

  /// Creates the moments of complete rows, each with one answer per item.
  public init(items: Int, rows: some Sequence<[Int]>) {
    self.init(items: items)
    for row in rows { add(row) }
  }

  /// Adds a complete row; the time is proportional to the number of pairs of items.
  public mutating func add(_ row: [Int]) {
    precondition(row.count == items, "a row has one answer for each item")
    n += 1
    var place = 0
    for i in 0..<items {
      let value = row[i]
      sums[i] += value
      for j in i..<items {
        products[place] += value * row[j]
        place += 1
      }
    }
  }

  /// The moments of the rows of both, which have the same items.
  public static func + (left: ItemMoments, right: ItemMoments) -> ItemMoments {
    precondition(left.items == right.items, "moments of the same items are added")
    return ItemMoments(
      n: left.n + right.n, sums: zip(left.sums, right.sums).map(+),
      products: zip(left.products, right.products).map(+))
  }

  /// Adds the rows of `right`, which has the same items.
  public static func += (left: inout ItemMoments, right: ItemMoments) {
    left = left + right
  }

  /// The moments of some of the items over the same rows.
  public func selecting(_ chosen: [Int]) -> ItemMoments {
    var products: [Int] = []
    for (position, i) in chosen.enumerated() {
      for j in chosen[position...] { products.append(product(i, j)) }
    }
    return ItemMoments(n: n, sums: chosen.map { sums[$0] }, products: products)
  }

  /// The sum of the products of two items.
  func product(_ i: Int, _ j: Int) -> Int {
    products[UpperTriangle.index(i, j, size: items)]
  }

  /// n (n − 1) times the covariance of two items, an exact whole number.
  func deviation(_ i: Int, _ j: Int) -> Double {
    UpperTriangle.deviation(n: n, product: product(i, j), sums: (sums[i], sums[j]))
  }

  /// The covariance matrix with divisor n − 1, row by row; `nil` for fewer than two rows.
  func covariances() -> [Double]? {
    guard n >= 2 else { return nil }
    let divisor = Double(n) * Double(n - 1)
    return (0..<items * items).map { deviation($0 / items, $0 % items) / divisor }
  }
}
