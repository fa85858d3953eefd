import Statistics
import Testing

struct PairsTests {
  @Test(arguments: ["bfi", "attitude", "generated"])
  func `correlations over complete pairs agree with R`(_ name: String) throws {
    let rows = try #require(try RecordedData.read().surveys[name])
    let recorded = try #require(try RecordedFigures.read().surveys[name])
    for i in rows[0].indices {
      for j in rows[0].indices {
        let pairs = Pairs(
          rows.map { $0[i].map { Double($0) } }, rows.map { $0[j].map { Double($0) } })
        #expect(isClose(pairs.pearson, recorded.pearson[i][j]))
        #expect(isClose(pairs.spearman, recorded.spearman[i][j]))
      }
    }
  }

  @Test func `Anscombe's first set has its published correlation`() {
    // F. J. Anscombe, The American Statistician 27 (1973) 17-21: 0.816.
    let x = [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    let y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    #expect(isClose(Pairs(x, y).pearson, 0.81642051634484))
  }

  @Test func `ranks without ties follow Spearman's own formula`() {
    let iq = [106.0, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    let hours = [7.0, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    #expect(isClose(Pairs(iq, hours).spearman, 1 - 6 * 194 / (10 * 99.0)))
  }

  @Test func `neither order nor side changes a correlation`() {
    var generator = SeededGenerator(seed: 3)
    let rows = (0..<50).map { _ in
      [0, 1].map { _ in Double.random(in: 0...1, using: &generator) }
    }
    func pairs(_ rows: [[Double]]) -> Pairs { Pairs(rows.map { $0[0] }, rows.map { $0[1] }) }
    let straight = pairs(rows)
    #expect(straight == pairs(rows.shuffled(using: &generator)))
    let turned = pairs(rows.map { [$0[1], $0[0]] })
    #expect(isClose(straight.pearson, turned.pearson, within: 1e-13))
    #expect(isClose(straight.spearman, turned.spearman, within: 1e-13))
  }

  @Test func `a monotone relation has a rank correlation of 1, a straight one both`() throws {
    let x = [0.1, 0.2, 0.7, 1.3, 1.9]
    #expect(isClose(Pairs(x, x.map { $0 * $0 * $0 }).spearman, 1, within: 1e-14))
    #expect(isClose(Pairs(x, x.map { 3 - 2 * $0 }).pearson, -1, within: 1e-14))
  }

  @Test func `one pair, or a side without variance, has no correlation`() {
    #expect(Pairs([1], [2]).pearson == nil && Pairs([], []).spearman == nil)
    #expect(Pairs([1, 1, 1], [1, 2, 3]).pearson == nil)
    #expect(Pairs([1, 2, 3], [0.1, 0.1, 0.1]).spearman == nil)
    #expect(Pairs([1], [2]).covariance == nil)
    #expect(Pairs([1, nil], [nil, 2]).n == 0)
  }
}
