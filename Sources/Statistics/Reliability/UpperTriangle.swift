/// The places of a symmetric table's upper triangle, diagonal included, row by row.
enum UpperTriangle {
  /// How many places a table of `size` rows has.
  static func count(_ size: Int) -> Int { size * (size + 1) / 2 }

  /// The place of row `i` and column `j`, in either order.
  static func index(_ i: Int, _ j: Int, size: Int) -> Int {
    let row = min(i, j)
    return row * size - row * (row - 1) / 2 + max(i, j) - row
  }

  /// n × product − sum × sum, exact until the last conversion also beyond 64 bits.
  static func deviation(n: Int, product: Int, sums: (Int, Int)) -> Double {
    let (plus, plusOverflow) = n.multipliedReportingOverflow(by: product)
    let (minus, minusOverflow) = sums.0.multipliedReportingOverflow(by: sums.1)
    let (result, overflow) = plus.subtractingReportingOverflow(minus)
    if !plusOverflow && !minusOverflow && !overflow { return Double(result) }
    let first = n.multipliedFullWidth(by: product)
    let second = sums.0.multipliedFullWidth(by: sums.1)
    let (low, borrow) = first.low.subtractingReportingOverflow(second.low)
    let high = first.high - second.high - (borrow ? 1 : 0)
    return Double(high) * 0x1p64 + Double(low)
  }
}
