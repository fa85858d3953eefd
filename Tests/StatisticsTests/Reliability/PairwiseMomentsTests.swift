import Statistics
import Testing

struct PairwiseMomentsTests {
  @Test func `pairwise alpha agrees with pingouin`() throws {
    for recorded in try Reference.reliabilities() {
      let items = try #require(recorded.rows.first).count
      let moments = PairwiseMoments(items: items, rows: recorded.rows)
      #expect(isClose(moments.alpha, recorded.pairwise))
      #expect(isClose(moments.standardisedAlpha, recorded.pairwiseStandardised))
    }
  }

  @Test func `a published scale with blanks has its published alpha`() throws {
    // Data of pingouin's documentation, after real-statistics.com, "Cronbach's alpha".
    let published = try #require(try Reference.reliabilities().first)
    let moments = PairwiseMoments(items: 11, rows: published.rows)
    #expect(isClose(moments.alpha, 0.732660835214447, within: 1e-14))
    #expect(moments.n(0, 0) == 11 && moments.n(0, 4) == 11 && moments.n(8, 2) == 10)
  }

  @Test func `without blanks it is the alpha of complete rows`() {
    let rows = [[1, 2, 1], [2, 3, 5], [4, 3, 2], [5, 5, 4], [3, 1, 2]]
    let complete = ItemMoments(items: 3, rows: rows)
    let pairwise = PairwiseMoments(items: 3, rows: rows.map { $0.map { $0 } })
    #expect(isClose(pairwise.alpha, complete.alpha, within: 1e-14))
    #expect(isClose(pairwise.standardisedAlpha, complete.standardisedAlpha, within: 1e-14))
  }

  @Test func `parts added in any order are the whole`() {
    let rows: [[Int?]] = [
      [1, nil, 2], [nil, 3, 4], [2, 2, 2], [5, 4, nil], [1, 1, 3], [4, 3, 3],
    ]
    var parts = PairwiseMoments(items: 3, rows: rows[3...])
    parts += PairwiseMoments(items: 3, rows: rows[..<3])
    #expect(parts == PairwiseMoments(items: 3, rows: rows))
  }

  @Test func `deviations from given centres use the rows that answer both`() {
    let rows: [[Int?]] = [[1, nil, 2], [nil, 3, 4], [2, 2, 2], [5, 4, nil], [1, 1, 3]]
    let moments = PairwiseMoments(items: 3, rows: rows)
    #expect(moments.mean(0) == 2.25 && moments.mean(2) == 2.75)
    let expected = (2 - 2.25) * (2 - 2.5) + (5 - 2.25) * (4 - 2.5) + (1 - 2.25) * (1 - 2.5)
    #expect(isClose(moments.deviation(0, 1, centres: (2.25, 2.5)), expected))
    #expect(isClose(moments.deviation(1, 0, centres: (2.5, 2.25)), expected))
    #expect(PairwiseMoments(items: 1).mean(0) == nil)
  }

  @Test func `a pair that hardly anybody answered leaves no alpha`() {
    let rows: [[Int?]] = [[1, 2, nil], [nil, 3, 4], [2, nil, 2], [5, 4, nil], [3, 3, nil]]
    #expect(PairwiseMoments(items: 3, rows: rows).alpha == nil)
    #expect(PairwiseMoments(items: 3).alpha == nil)
    #expect(PairwiseMoments(items: 1, rows: [[1], [2]]).alpha == nil)
  }
}
