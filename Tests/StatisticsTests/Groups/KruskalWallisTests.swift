import Statistics
import Testing

struct KruskalWallisTests {
  @Test(arguments: ["ozone", "roles", "years"])
  func `the test agrees with R and coin`(_ name: String) throws {
    let groups = try RecordedData.read().distributions(name)
    let recorded = try #require(try RecordedFigures.read().groups[name])
    let test = try #require(KruskalWallis(groups))
    #expect(isClose(test.h, recorded.h) && isClose(test.p, recorded.hP))
    #expect(isClose(test.epsilonSquared, recorded.epsilonSquared))
    #expect(test == KruskalWallis(groups.reversed() + [Frequencies([Double]())]))
  }

  @Test func `dust clearance of three groups has its published statistic`() throws {
    // M. Hollander and D. A. Wolfe (1973), p. 116; R's manual of kruskal.test prints 0.77143.
    let test = try #require(
      KruskalWallis([
        Frequencies([2.9, 3.0, 2.5, 2.6, 3.2]), Frequencies([3.8, 2.7, 4.0, 2.4]),
        Frequencies([2.8, 3.4, 3.7, 2.2, 2.0]),
      ]))
    #expect(abs(test.h - 0.77143) < 5e-6 && test.df == 2 && abs(test.p - 0.68) < 5e-4)
  }

  @Test func `of two groups it is the square of Mann and Whitney's normal deviate`() throws {
    let (a, b) = (Frequencies([1.0, 2, 2, 3, 7]), Frequencies([2.0, 4, 5, 5]))
    let u = try #require(MannWhitney(a, b)?.u)
    let ties = 3.0 * 8 + 2 * 3
    let variance = 5.0 * 4 / 12 * (10 - ties / 72)
    #expect(isClose(KruskalWallis([a, b])?.h, (u - 10) * (u - 10) / variance))
  }

  @Test func `one group or equal values only have no test`() {
    #expect(KruskalWallis([]) == nil && KruskalWallis([Frequencies([1.0, 2])]) == nil)
    #expect(KruskalWallis([Frequencies([1.0, 2]), Frequencies([Double]())]) == nil)
    #expect(KruskalWallis([Frequencies([3.0]), Frequencies([3.0, 3])]) == nil)
  }

  @Test func `groups that do not overlap come close to an epsilon squared of 1`() throws {
    let test = try #require(
      KruskalWallis([
        Frequencies(counts: [(1, 20)]), Frequencies(counts: [(2, 20)]),
        Frequencies(counts: [(3, 20)]),
      ]))
    #expect(isClose(test.epsilonSquared, 1, within: 1e-12) && test.p < 1e-12)
  }
}
