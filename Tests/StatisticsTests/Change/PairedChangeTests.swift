import Statistics
import Testing

struct PairedChangeTests {
  private let sleep = Pairs(
    [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
    [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])

  private func recorded() throws -> [(pairs: Pairs, figures: RecordedFigures.Change)] {
    let waves = try RecordedData.read().waves
    let figures = try RecordedFigures.read()
    let pairs = Pairs(waves.first, waves.second)
    return [(pairs, figures.change), (sleep, figures.sleep)]
  }

  @Test func `the paired test agrees with R`() throws {
    for (pairs, figures) in try recorded() {
      let test = try #require(PairedTest(pairs))
      #expect(isClose(test.change, figures.change) && isClose(test.t, figures.t))
      #expect(test.df == figures.df && isClose(test.p, figures.p))
      #expect(isClose(test.interval.low, figures.interval[0]))
      #expect(isClose(test.interval.high, figures.interval[1]))
    }
  }

  @Test func `the signed-rank test agrees with R`() throws {
    for (pairs, figures) in try recorded() {
      let test = try #require(SignedRank(pairs))
      #expect(test.v == figures.v && isClose(test.p, figures.vP))
      #expect(test.n + test.unchanged == pairs.n)
    }
  }

  @Test func `the three effect sizes agree with R`() throws {
    for (pairs, figures) in try recorded() {
      let effect = try #require(PairedEffect(pairs))
      #expect(isClose(effect.dz, figures.dz) && isClose(effect.dav, figures.dav))
      #expect(isClose(effect.drm, figures.drm))
    }
  }

  @Test func `reliable changes are counted as in R`() throws {
    for (pairs, figures) in try recorded() {
      let change = try #require(
        ReliableChange(pairs, sd: figures.sd, reliability: figures.reliability))
      #expect([change.up, change.unclear, change.down] == figures.reliable)
    }
  }

  @Test func `McNemar's test agrees with R's exact binomial test`() throws {
    for (pairs, figures) in try recorded() {
      let test = McNemarTest(pairs, threshold: 3.5)
      #expect(test.gained == figures.gained && test.lost == figures.lost)
      #expect(isClose(test.p, figures.mcnemar))
    }
  }

  @Test func `Student's own example has his result`() throws {
    // Student, Biometrika 6 (1908); R's manual of t.test prints 4.0621, 9 and 0.002833.
    let test = try #require(PairedTest(sleep))
    #expect(abs(test.t - 4.0621) < 5e-5 && test.df == 9 && abs(test.p - 0.002833) < 5e-7)
  }

  @Test func `the depression scores have their published rank sum`() throws {
    // M. Hollander and D. A. Wolfe (1973), p. 29; V = 40 in the manual of R's wilcox.test.
    let before = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    let after = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    let test = try #require(SignedRank(Pairs(before, after)))
    #expect(test.v == 40 && test.n == 9)
    #expect(isClose(test.p, NormalDistribution.twoSided(17 / 71.25.squareRoot())))
  }

  @Test func `the marital couple of Jacobson and Truax changed reliably`() throws {
    // Jacobson and Truax (1991), p. 14: s = 7.5, reliability 0.80, S_diff 4.74, RC = 3.16.
    let couple = Pairs([32.5], [47.5])
    let change = try #require(ReliableChange(couple, sd: 7.5, reliability: 0.8))
    #expect(abs(change.smallest / 1.959963984540054 - 4.74) < 5e-3)
    #expect(abs(15 / (change.smallest / 1.959963984540054) - 3.16) < 5e-3)
    #expect(change.up == 1 && change.unclear == 0 && change.down == 0)
  }

  @Test func `turning time round turns the signs and keeps the p values`() throws {
    for (pairs, _) in try recorded() {
      let turned = Pairs(pairs.second, pairs.first)
      let (t, back) = (try #require(PairedTest(pairs)), try #require(PairedTest(turned)))
      #expect(isClose(t.t, -back.t, within: 1e-12) && isClose(t.p, back.p, within: 1e-12))
      let (v, other) = (try #require(SignedRank(pairs)), try #require(SignedRank(turned)))
      #expect(v.v + other.v == Double(v.n * (v.n + 1)) / 2 && isClose(v.p, other.p))
      let test = McNemarTest(pairs, threshold: 3.5)
      #expect(McNemarTest(turned, threshold: 3.5).gained == test.lost)
    }
  }

  @Test func `scores that are quotients do not break ties or zeros`() throws {
    let thirds = Pairs(
      [2.0 / 3, 1.0 / 3, 5.0 / 3, 7.0 / 3], [1, 2.0 / 3, 2, 0.3 + (7.0 / 3 - 0.3)])
    let test = try #require(SignedRank(thirds))
    #expect(test.n == 3 && test.unchanged == 1 && test.v == 6)
    #expect(PairedTest(Pairs([2.0 / 3, 1.0 / 3], [1, 2.0 / 3])) == nil)
  }

  @Test func `one person, or the same change of all, is undefined`() throws {
    let one = Pairs([1], [2])
    let same = Pairs([1, 3], [2, 4])
    #expect(PairedTest(one) == nil && PairedTest(same) == nil && PairedEffect(one) == nil)
    let effect = try #require(PairedEffect(same))
    #expect(effect.dz == nil && effect.drm == nil && isClose(effect.dav, 1 / 2.0.squareRoot()))
    let still = Pairs([3, 4], [3, 4])
    #expect(SignedRank(still)?.p == nil && SignedRank(still)?.unchanged == 2)
    #expect(SignedRank(Pairs([], [])) == nil)
    #expect(McNemarTest(still, threshold: 3.5).p == nil)
    #expect(ReliableChange(same, sd: 0, reliability: 0.8) == nil)
    #expect(ReliableChange(same, sd: 1, reliability: 1) == nil)
    #expect(ReliableChange(same, sd: nil, reliability: 0.8) == nil)
    #expect(ReliableChange(Pairs([], []), sd: 1, reliability: 0.8) == nil)
  }

  @Test func `the exact test of counts is twice the binomial tail`() {
    #expect(isClose(McNemarTest(gained: 0, lost: 5).p, 2.0 / 32, within: 1e-14))
    #expect(isClose(McNemarTest(gained: 1, lost: 5).p, 14.0 / 64, within: 1e-14))
    #expect(McNemarTest(gained: 2, lost: 3).p == 1 && McNemarTest(gained: 4, lost: 4).p == 1)
    #expect(McNemarTest(gained: 1, lost: 0).p == 1)
    #expect(isClose(McNemarTest(gained: 0, lost: 900).p.map { $0 * 0x1p899 }, 1, within: 1e-11))
  }
}
