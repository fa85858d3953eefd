import Statistics
import Testing

struct MannWhitneyTests {
  @Test func `the test agrees with SciPy and with plain enumeration`() throws {
    for recorded in try Reference.figures().comparisons {
      let (a, b) = (Frequencies(recorded.a), Frequencies(recorded.b))
      let normal = try #require(MannWhitney(a, b, method: .normal))
      let chosen = try #require(MannWhitney(a, b))
      #expect(normal.u == recorded.u)
      #expect(isClose(normal.p, recorded.uNormal))
      #expect(chosen.method == (recorded.uExact == nil ? .normal : .exact))
      #expect(isClose(chosen.p, recorded.uExact ?? recorded.uNormal))
    }
  }

  @Test func `the permeability data have their published result`() throws {
    // Hollander and Wolfe (1973), p. 69; in the manual of R's wilcox.test, W = 35 and a
    // one-sided p of 0.1272, here two-sided.
    let term = Frequencies([0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46])
    let early = Frequencies([1.15, 0.88, 0.90, 0.74, 1.21])
    let test = try #require(MannWhitney(term, early))
    #expect(test.u == 35 && test.method == .exact)
    #expect(isClose(test.p, 2 * 382.0 / 3003, within: 1e-14))
  }

  @Test func `equal values everywhere have a U but no p value`() {
    for size in [3, 40] {
      let test = MannWhitney(Frequencies(counts: [(2, size)]), Frequencies(counts: [(2, size)]))
      #expect(test?.u == Double(size * size) / 2)
      #expect(test != nil && test?.p == nil)
    }
  }

  @Test func `an empty group has no test`() {
    #expect(MannWhitney(Frequencies([Double]()), Frequencies([1.0])) == nil)
  }

  @Test func `one against one can prove nothing`() {
    #expect(MannWhitney(Frequencies([1.0]), Frequencies([2.0]))?.p == 1)
  }

  @Test func `exchanging the groups keeps p and mirrors U`() throws {
    let (a, b) = (Frequencies([1.0, 3, 3, 4, 6]), Frequencies([2.0, 3, 5, 5]))
    let one = try #require(MannWhitney(a, b))
    let other = try #require(MannWhitney(b, a))
    #expect(one.u + other.u == 20)
    #expect(isClose(one.p, other.p, within: 1e-14))
  }
}
