/// A running sum that also carries the digits each addition loses (Neumaier 1974).
struct CompensatedSum {
  private var total = 0.0
  private var lost = 0.0

  /// The sum so far.
  var value: Double { total + lost }

  mutating func add(_ term: Double) {
    let next = total + term
    lost += abs(total) >= abs(term) ? (total - next) + term : (term - next) + total
    total = next
  }

  /// Adds `term` as often as `count` says, with the product's own rounding error.
  mutating func add(_ term: Double, times count: Int) {
    let product = term * Double(count)
    add(product)
    lost += (-product).addingProduct(term, Double(count))
  }

  /// The sum of some terms, the same to the last bit in whatever order they come.
  static func sorted(_ terms: some Sequence<Double>) -> Double {
    var sum = CompensatedSum()
    for term in terms.sorted() { sum.add(term) }
    return sum.value
  }
}
