import Statistics
import Testing

struct StudentDrawTests {
  private func draws(_ df: Double, _ count: Int, seed: UInt64 = 7) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    let t = StudentT(degreesOfFreedom: df)
    return (0..<count).map { _ in t.draw(using: &generator) }
  }

  @Test(arguments: [1.0, 2.5, 7, 40, 1e6])
  func `drawn values lie below each quantile as often as they should`(df: Double) {
    let count = 20_000
    let drawn = draws(df, count)
    for share in [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99] {
      let mark = StudentT(degreesOfFreedom: df).quantile(share)
      let found = Double(drawn.count { $0 <= mark }) / Double(count)
      // Four standard errors: one set of draws in thousands is outside.
      let reach = 4 * (share * (1 - share) / Double(count)).squareRoot()
      #expect(abs(found - share) < reach, "\(share) of \(df): \(found)")
    }
  }

  @Test func `a seed gives the same values again and another one others`() {
    #expect(draws(5, 50) == draws(5, 50))
    #expect(draws(5, 50) != draws(5, 50, seed: 8))
  }
}
