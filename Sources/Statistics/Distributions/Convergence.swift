/// Tells when the factors of a continued fraction no longer differ from 1 but by rounding.
struct Convergence {
  private var smallest = 1.0
  private var idle = 0

  /// Whether no further factor can improve the product.
  mutating func isReached(change: Double) -> Bool {
    let gap = abs(change - 1)
    if gap <= 2.3e-16 { return true }
    if gap < smallest {
      smallest = gap
    } else if smallest < 1e-12 {
      idle += 1
    }
    return idle >= 20
  }
}
